"""Forms about how a client is reached."""

import datetime as dt
from collections.abc import Sequence
from typing import Any

from django import forms
from django.conf import settings
from django.core.validators import validate_email
from django.utils.dates import WEEKDAYS
from django.utils.translation import gettext_lazy as _

from probono.consent.contact.hours import DAY, Hours
from probono.consent.contact.words import DAYS, LONGEST_DAYS, CallerId, Heard, Kind, Talked
from probono.matters.forms.fields import Words
from probono.post.words import TITLES

_RADIO = {"class": "usa-radio__input"}
_TIME = {"type": "time", "class": "short"}
FEWEST_DIGITS = 7
"""Of a telephone number without its area code."""


def _said_word(*, required: bool = True, help_text: Any = "") -> forms.TypedChoiceField:
    return forms.TypedChoiceField(
        label=_("Did she say her word?"),
        help_text=help_text,
        choices=[("yes", _("Yes")), ("no", _("No"))],
        coerce=lambda said: said == "yes",
        empty_value=None,
        required=required,
        widget=forms.RadioSelect(attrs=_RADIO),
        error_messages={"required": _("Answer whether she said her word.")},
    )


class WayForm(forms.Form):
    """One way, as she told it, and on which safe way she told it. `confirmed` are the ways that are confirmed now."""

    kind = forms.ChoiceField(label=_("What kind of way"), choices=Kind.choices)
    value = forms.CharField(
        label=_("Number, address or person"),
        max_length=200,
        error_messages={"required": _("Write the number, the address or the person.")},
    )
    days = forms.TypedMultipleChoiceField(
        label=_("Safe days"),
        choices=[(number, name) for number, name in WEEKDAYS.items()],
        coerce=int,
        widget=forms.CheckboxSelectMultiple(attrs={"class": "usa-checkbox__input"}),
        error_messages={"required": _("Tick the days she said are safe.")},
    )
    start = forms.TimeField(
        label=_("Safe from"),
        widget=forms.TimeInput(attrs=_TIME, format="%H:%M"),
        error_messages={"required": _("Write from when it is safe.")},
    )
    end = forms.TimeField(
        label=_("Safe until"),
        widget=forms.TimeInput(attrs=_TIME, format="%H:%M"),
        help_text=_("12:00 am means until the end of the day. Over midnight, write two ways."),
        error_messages={"required": _("Write until when it is safe.")},
    )
    language = forms.ChoiceField(label=_("Language"), choices=settings.LANGUAGES)
    caller_id = forms.ChoiceField(
        label=_("What her telephone may show"), choices=CallerId.choices, widget=forms.RadioSelect(attrs=_RADIO)
    )
    code_word = forms.CharField(
        label=_("Her word"),
        required=False,
        max_length=60,
        help_text=_("A word she chose, so that both know it is really she. Leave empty if she wants none."),
    )
    who_answers = Words(
        label=_("What to say when somebody else answers"),
        rows=2,
        help_text=_("In her words. Left empty, the script says: wrong number, and hang up."),
    )
    may_name_us = forms.BooleanField(label=_("We may say who we are"), required=False)
    may_leave_message = forms.BooleanField(label=_("We may leave a message"), required=False)
    may_send = forms.BooleanField(label=_("Short neutral notes may come here (e-mail only)"), required=False)
    for_lawyer = forms.BooleanField(label=_("She gave this way for her lawyer too"), required=False)
    heard = forms.ChoiceField(
        label=_("How she told you this"),
        help_text=_("A change is taken only in the room or on a way that is confirmed. The old way is never told."),
    )
    said_word = _said_word(required=False, help_text=_("Only where she told it on a way for which she has a word."))

    def __init__(
        self, data: Any = None, *, confirmed: Sequence[tuple[str, str]], first: bool, initial: Any = None
    ) -> None:
        super().__init__(data, initial=initial or {"caller_id": CallerId.HIDE}, label_suffix="")
        choices = [(Heard.IN_PERSON.value, Heard.IN_PERSON.label), *confirmed]
        choices += [(Heard.FIRST.value, Heard.FIRST.label)] if first else []
        self.fields["heard"].choices = choices  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        told = super().clean() or {}
        start, end = told.get("start"), told.get("end")
        if start is not None and end is not None and _minute(start) >= (_minute(end) or DAY):
            self.add_error("end", _("The end has to be later than the beginning."))
        if told.get("kind") == Kind.EMAIL and told.get("value"):
            try:
                validate_email(told["value"])
            except forms.ValidationError:
                self.add_error("value", _("This is not an e-mail address. Check it letter by letter with her."))
        digits = sum(each.isdigit() for each in told.get("value", ""))
        if told.get("kind") in (Kind.PHONE, Kind.TEXT) and told.get("value") and digits < FEWEST_DIGITS:
            self.add_error("value", _("This is not a whole telephone number. Check it digit by digit with her."))
        return told

    def way(self) -> dict[str, Any]:
        """The way itself, as it is kept."""
        told = self.cleaned_data
        names = ("kind", "value", "language", "caller_id", "code_word", "who_answers")
        flags = ("may_name_us", "may_leave_message", "for_lawyer")
        hours = Hours(frozenset(told["days"]), _minute(told["start"]), _minute(told["end"]) or DAY)
        return {name: told[name] for name in (*names, *flags)} | {
            "hours": hours.kept(),
            "may_send": told["may_send"] and told["kind"] == Kind.EMAIL,
        }


class ConfirmForm(forms.Form):
    """She said by voice that it is safe."""

    talked = forms.ChoiceField(
        label=_("How did you talk with her just now, when she said that this way is safe?"),
        choices=Talked.choices,
        widget=forms.RadioSelect(attrs=_RADIO),
        error_messages={"required": _("A way is confirmed only by talking with her. Say how you did.")},
    )
    said_word = _said_word()
    days = forms.IntegerField(
        label=_("For how many days"),
        min_value=1,
        max_value=LONGEST_DAYS,
        widget=forms.NumberInput(attrs={"class": "short"}),
        error_messages={
            "required": _("Write for how many days."),
            "min_value": _("Write a number from 1 to 90."),
            "max_value": _("Write a number from 1 to 90."),
        },
    )

    def __init__(self, data: Any = None, *, way: Any) -> None:
        super().__init__(data, initial={"days": DAYS}, label_suffix="", auto_id=f"confirm_{way.pk}_%s")
        self.way_id = way.pk
        if not way.code_word:
            del self.fields["said_word"]


class SendForm(forms.Form):
    """One note of the fixed list."""

    note = forms.ChoiceField(label=_("Which note"), choices=[(str(note), title) for note, title in TITLES.items()])

    def __init__(self, data: Any = None, *, way: Any) -> None:
        super().__init__(data, label_suffix="", auto_id=f"send_{way.pk}_%s")


class AvoidForm(forms.Form):
    """Somebody who must not learn of her."""

    name = forms.CharField(
        label=_("Name"), max_length=120, error_messages={"required": _("Write a name, or what she calls the person.")}
    )
    about = Words(label=_("How one knows this person"), rows=2, help_text=_("A voice, a car, a relation, a place."))

    def __init__(self, data: Any = None) -> None:
        super().__init__(data, label_suffix="", auto_id="avoid_%s")


def initial_of(way: Any) -> dict[str, Any]:
    """A way that is there, as the form shows it."""
    hours = way.safe_hours
    names = ("kind", "value", "language", "caller_id", "code_word", "who_answers")
    flags = ("may_name_us", "may_leave_message", "may_send", "for_lawyer")
    return {name: getattr(way, name) for name in (*names, *flags)} | {
        "days": sorted(hours.days),
        "start": time_of(hours.start),
        "end": time_of(hours.end),
    }


def _minute(time: dt.time) -> int:
    return time.hour * 60 + time.minute


def time_of(minute: int) -> dt.time:
    return dt.time(minute % DAY // 60, minute % 60)
