"""Forms of the officers: which matter, what the client wrote, two questions, a hold, a reason."""

from collections.abc import Iterable, Sequence
from typing import Any, Self

from django import forms
from django.utils.translation import gettext_lazy as _

from probono.audit.actions import TO_LOOK, TO_REOPEN, choices_of
from probono.retention.models import Way, Wish

_DAY = {"type": "date"}
_CHOOSE = ("", _("Choose a reason"))


class Plain(forms.Form):
    """Every form of retention: labels without a colon, ids that several forms on one page do not share."""

    def __init__(
        self,
        data: Any = None,
        *,
        matters: Sequence[tuple[str, str]] = (),
        ways: Iterable[tuple[str, str]] | None = None,
    ) -> None:
        super().__init__(data, label_suffix="", auto_id=f"{type(self).__name__.lower()}_%s")
        if ways is not None and "way" in self.fields:
            self.fields["way"].choices = list(ways)  # type: ignore[attr-defined]
        if "matter" in self.fields:
            self.fields["matter"].choices = [("", _("Choose a matter")), *matters]  # type: ignore[attr-defined]

    def of(self, key: Any) -> Self:
        """The same form stands on a page many times: each has ids of its own."""
        self.auto_id = f"{type(self).__name__.lower()}_{key}_%s"
        return self


def _her_way() -> forms.ChoiceField:
    """By which way a client told us what she wants. A form that knows her offers those that are safe now."""
    return forms.ChoiceField(
        label=_("How she told us"),
        choices=Way.choices,
        widget=forms.RadioSelect(attrs={"class": "usa-radio__input"}),
        help_text=_("In the room, or along a way that is confirmed as safe today."),
        error_messages={
            "required": _("Choose how she told us."),
            "invalid_choice": _("That is no way known to be safe now."),
        },
    )


class NothingForm(Plain):
    """A button alone."""


class CloseForm(Plain):
    """One of the open matters."""

    matter = forms.ChoiceField(label=_("Matter"), error_messages={"required": _("Choose a matter.")})


class ReopenForm(Plain):
    """Why a closed file is opened again."""

    reason = forms.ChoiceField(
        label=_("Why it is opened again"),
        choices=[_CHOOSE, *choices_of(TO_REOPEN)],
        error_messages={"required": _("Choose a reason.")},
    )


class WishForm(Plain):
    """What the client wrote, and when."""

    wish = forms.ChoiceField(
        label=_("What she wants"),
        choices=[("", _("Choose what she wants")), *[one for one in Wish.choices if one[0] and one[0] != Wish.ERASE]],
        error_messages={"required": _("Choose what she wants.")},
    )
    written_on = forms.DateField(
        label=_("The day she wrote it"),
        widget=forms.DateInput(attrs=_DAY),
        error_messages={"required": _("Write the day of her letter or form."), "invalid": _("Write a day.")},
    )
    keep_until = forms.DateField(
        label=_("Keep it until"),
        required=False,
        help_text=_("Only where she wants it kept until a day."),
        widget=forms.DateInput(attrs=_DAY),
        error_messages={"invalid": _("Write a day.")},
    )
    way = _her_way()


class CallBackForm(Plain):
    """A client's word that her file is not to be destroyed after all."""

    way = _her_way()


class RequestForm(Plain):
    """An attorney's two answers."""

    copies = forms.BooleanField(
        label=_("The client holds certified copies of every order, or was told that there are none"),
        error_messages={"required": _("Make sure of the certified copies first.")},
    )
    asked = forms.BooleanField(
        label=_("Immigration counsel was asked, and nothing in this file is needed any more"),
        error_messages={"required": _("Ask immigration counsel first.")},
    )


class EraseForm(RequestForm):
    """The same for a client who wants it gone now, wherever her file stands."""

    matter = forms.ChoiceField(label=_("Matter"), error_messages={"required": _("Choose a matter.")})
    written_on = forms.DateField(
        label=_("The day she wrote it"),
        widget=forms.DateInput(attrs=_DAY),
        error_messages={"required": _("Write the day of her letter or form."), "invalid": _("Write a day.")},
    )
    way = _her_way()
    field_order = ("matter", "written_on", "way", "copies", "asked")


class HoldForm(Plain):
    """What a hold is for, and when it is looked at again."""

    reference = forms.CharField(
        label=_("What it is for"),
        max_length=300,
        help_text=_("The court and the number of the case or of the request."),
        error_messages={"required": _("Write down what the hold is for.")},
    )
    review_on = forms.DateField(
        label=_("Look at it again on"),
        help_text=_("At most 180 days from today."),
        widget=forms.DateInput(attrs=_DAY),
        error_messages={"required": _("Write the day of the next review."), "invalid": _("Write a day.")},
    )
    not_told = forms.BooleanField(label=_("Counsel says that the client may not be told"), required=False)


class OpenHoldForm(HoldForm):
    """A hold on a matter that is still open."""

    matter = forms.ChoiceField(label=_("Matter"), error_messages={"required": _("Choose a matter.")})
    field_order = ("matter", "reference", "review_on", "not_told")


class LiftForm(Plain):
    """Why a hold is lifted."""

    why = forms.CharField(
        label=_("Why it is lifted"),
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Sealed with the matter's own key, for the officers alone."),
        error_messages={"required": _("Write down why the hold is lifted.")},
    )


class ReviewForm(Plain):
    """The day of the next review."""

    review_on = forms.DateField(
        label=_("Look at it again on"),
        widget=forms.DateInput(attrs=_DAY),
        error_messages={"required": _("Write the day of the next review."), "invalid": _("Write a day.")},
    )


class ReadForm(Plain):
    """Why a sealed file has to be read."""

    reason = forms.ChoiceField(
        label=_("Why it has to be read"),
        choices=[_CHOOSE, *choices_of(TO_LOOK)],
        error_messages={"required": _("Choose a reason.")},
    )


class ToldForm(Plain):
    """Along which way a client was told. `ways` are those that are safe now."""

    way = forms.ChoiceField(
        label=_("How she was told"),
        widget=forms.RadioSelect(attrs={"class": "usa-radio__input"}),
        error_messages={
            "required": _("Choose how she was told."),
            "invalid_choice": _("That is no way known to be safe now."),
        },
    )
