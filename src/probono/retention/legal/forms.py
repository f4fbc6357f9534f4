"""Forms of the officers: a demand, how she was told, a line of the log, how it ended."""

from collections.abc import Iterable, Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from probono.accounts.data_classes import DataClass
from probono.retention.forms import Plain, ReviewForm
from probono.retention.forms import ToldForm as PlainToldForm
from probono.retention.legal.models import Form, Kind, Outcome, Signed

__all__ = ["ReviewForm"]
_DAY = {"type": "date"}
_MATTER = {"required": _("Choose the one matter it names.")}


def _day(label: Any, *, required: bool = True, **more: Any) -> forms.DateField:
    return forms.DateField(
        label=label, required=required, widget=forms.DateInput(attrs=_DAY),
        error_messages={"required": _("Write a day."), "invalid": _("Write a day.")}, **more,
    )  # fmt: skip


class MatterForm(Plain):
    """One matter, by its code name."""

    matter = forms.ChoiceField(label=_("Matter"), error_messages=_MATTER)


class DemandForm(MatterForm):
    """What the paper says."""

    asked_by = forms.CharField(
        label=_("Who asks"), max_length=200, error_messages={"required": _("Write down who asks.")}
    )
    kind = forms.ChoiceField(
        label=_("What it is"),
        choices=[("", _("Choose what it is")), *Kind.choices],
        error_messages={"required": _("Choose what it is.")},
    )
    signed = forms.ChoiceField(
        label=_("Signed by a judge"),
        choices=Signed.choices,
        help_text=_("A judge of a court. An officer of an agency is none."),
        widget=forms.RadioSelect(attrs={"class": "usa-radio__input"}),
        error_messages={"required": _("Say whether a judge signed it.")},
    )
    reference = forms.CharField(
        label=_("Court or office, and number"),
        max_length=300,
        error_messages={"required": _("Write down the court or office and the number.")},
    )
    wants = forms.CharField(
        label=_("What it asks for"),
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("As the paper says it. It is sealed with the matter's own key."),
    )
    served_on = _day(_("Served on"))
    due_on = _day(
        _("Answer due on"), required=False, help_text=_("As the paper says. Leave it empty where it names none.")
    )
    review_on = _day(_("Look at the hold again on"), help_text=_("At most 180 days from today."))
    not_told = forms.BooleanField(label=_("Counsel says that the client may not be told"), required=False)


class ToldForm(PlainToldForm):
    """The same, with a word on what may be chosen."""

    def __init__(self, data: Any = None, *, ways: Iterable[tuple[str, str]] = ()) -> None:
        super().__init__(data, ways=ways)
        self.fields["way"].help_text = _("The room, and the ways that are confirmed as safe today.")


class UntoldForm(Plain):
    """Why she could not be told, in counsel's words."""

    why = forms.CharField(
        label=_("Why she could not be told"),
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Sealed with the matter's own key, for the officers alone."),
        error_messages={"required": _("Write down why she could not be told.")},
    )


class GivingForm(Plain):
    """What one officer would give under a paper that no judge signed: no field of it takes a sentence."""

    given_class = forms.ChoiceField(
        label=_("Class of data"),
        choices=[("", _("Choose a class")), *DataClass.choices],
        error_messages={"required": _("Choose a class of data.")},
    )
    form = forms.ChoiceField(
        label=_("In what form"),
        choices=[("", _("Choose a form")), *Form.choices],
        error_messages={"required": _("Choose in what form.")},
    )
    count = forms.IntegerField(
        label=_("How many pages, files or hours"),
        min_value=1,
        max_value=1_000_000,
        error_messages={"required": _("Write a number."), "invalid": _("Write a number.")},
    )
    given_by = forms.ChoiceField(label=_("By whom"), error_messages={"required": _("Choose who gave it.")})
    decided = forms.BooleanField(
        label=_("Counsel has decided that the law compels this, and has objected to the rest"),
        error_messages={"required": _("Ask counsel first.")},
    )

    def __init__(self, data: Any = None, *, people: Sequence[tuple[str, str]] = ()) -> None:
        super().__init__(data)
        self.fields["given_by"].choices = [("", _("Choose a person")), *people]  # type: ignore[attr-defined]


class GivenForm(GivingForm):
    """One line of the log: the same, and the day."""

    given_on = _day(_("Given on"))
    field_order = ("given_class", "form", "count", "given_on", "given_by", "decided")


class LineForm(Plain):
    """Which line."""

    line = forms.UUIDField(widget=forms.HiddenInput)


class GaveForm(LineForm):
    """On which day what two officers agreed to was given."""

    given_on = _day(_("Given on"))


class CloseForm(Plain):
    """How it ended."""

    outcome = forms.ChoiceField(
        label=_("How it ended"),
        choices=[("", _("Choose how it ended")), *Outcome.choices],
        error_messages={"required": _("Choose how it ended.")},
    )
