"""Forms of breach mode: what was noticed, whose sessions end, days from counsel, who talks with whom."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from probono.retention.breach.models import Kind
from probono.retention.forms import NothingForm, Plain, ToldForm

__all__ = ["NothingForm", "Plain", "ToldForm"]
EVERYBODY = "everybody"
_PERSON = {"required": _("Choose a person, or everybody."), "invalid_choice": _("Choose a person of the list.")}


def _moment(label: Any, **more: Any) -> forms.DateTimeField:
    """To the minute."""
    return forms.DateTimeField(
        label=label,
        widget=forms.DateTimeInput(attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M"),
        error_messages={"required": _("Write a day and an hour."), "invalid": _("Write a day and an hour.")},
        **more,
    )


class WhomForm(Plain):
    """One person, or everybody."""

    whom = forms.ChoiceField(label=_("Whose sessions"), error_messages=_PERSON)

    def __init__(self, data: Any = None, *, people: Sequence[tuple[str, str]] = ()) -> None:
        super().__init__(data)
        choices = [("", _("Choose a person")), (EVERYBODY, _("Everybody, yourself included")), *people]
        self.fields["whom"].choices = choices  # type: ignore[attr-defined]


class BreachForm(WhomForm):
    """What is known, as fixed words and hours. There is no field for a story: that goes to counsel."""

    kind = forms.ChoiceField(
        label=_("What happened"),
        choices=[("", _("Choose what happened")), *Kind.choices],
        error_messages={"required": _("Choose what happened.")},
    )
    noticed_at = _moment(_("Noticed"))
    since = _moment(_("It may have begun"), help_text=_("Rather too early than too late."))
    until = _moment(_("It was over"), required=False, help_text=_("Leave it empty while it still goes on."))
    field_order = ("kind", "noticed_at", "since", "until", "whom")

    def __init__(self, data: Any = None, *, people: Sequence[tuple[str, str]] = ()) -> None:
        super().__init__(data, people=people)
        self.fields["whom"].label = _("Whose reading the list is made from")
        choices = [("", _("Choose a person")), (EVERYBODY, _("Everybody's")), *people]
        self.fields["whom"].choices = choices  # type: ignore[attr-defined]


class OverForm(Plain):
    """When it was over."""

    until = _moment(_("It was over"))


class DueForm(Plain):
    """A day, and what counsel read."""

    due_on = forms.DateField(
        label=_("Due on"),
        widget=forms.DateInput(attrs={"type": "date"}),
        error_messages={"required": _("Write a day."), "invalid": _("Write a day.")},
    )
    cite = forms.CharField(
        label=_("What counsel read"), max_length=300, error_messages={"required": _("Write what counsel read.")}
    )
    flag = forms.CharField(widget=forms.HiddenInput, max_length=24)


class FlagForm(Plain):
    """Which duty."""

    flag = forms.CharField(max_length=24)


class PlanForm(Plain):
    """Who should talk with her."""

    talker = forms.ChoiceField(
        label=_("Who should talk with her"),
        required=False,
        help_text=_("Whoever knows how she is reached, and the officers; never the person whose reading is looked at."),
        error_messages={"invalid_choice": _("Choose a person of the list.")},
    )
    note = forms.CharField(
        label=_("What to keep in mind"),
        required=False,
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Sealed with her matter's own key. No number and no address."),
    )

    def __init__(self, data: Any = None, *, people: Sequence[tuple[str, str]] = (), **more: Any) -> None:
        super().__init__(data)
        self.initial = more
        self.fields["talker"].choices = [("", _("Nobody yet")), *people]  # type: ignore[attr-defined]
