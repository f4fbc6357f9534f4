"""A form over one table of the facts: it reads the kept part, and gives back that part with what it asks about changed."""

import datetime as dt
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from probono.matters.forms.fields import YesNoUnknown


class FactForm(forms.Form):
    """`based_on` is the version the page showed; a save on top of another one is refused, never silent."""

    based_on = forms.IntegerField(widget=forms.HiddenInput, min_value=0)
    plain_fields: tuple[str, ...] = ("based_on",)

    def __init__(self, *args: Any, part: dict[str, Any] | None = None, based_on: int = 0, **kwargs: Any) -> None:
        self.part = part or {}
        kwargs["initial"] = {**{name: self.part.get(name) for name in self.base_fields}, "based_on": based_on}
        kwargs.setdefault("label_suffix", "")
        super().__init__(*args, **kwargs)

    def changed_part(self) -> dict[str, Any]:
        """The part as it should be kept."""
        return keep_approval(self.part, keep_release(self.part, self.merged()))

    @property
    def lost_approval(self) -> bool:
        """Whether this save takes off an approval that stood before."""
        told = self.merged()
        return bool(told.get("approved")) and "approved" not in keep_approval(self.part, told)

    def merged(self) -> dict[str, Any]:
        """Answers this form asks for, and untouched whatever it does not ask for."""
        kept = {name: value for name, value in self.part.items() if name not in self.fields}
        answers = {name: plain(value) for name, value in self.cleaned_data.items() if name not in self.plain_fields}
        return kept | {name: value for name, value in answers.items() if value not in (None, "", [])}

    def shown_fields(self) -> list[forms.BoundField]:
        """Fields for the page, in order, without the hidden ones."""
        return self.visible_fields()


class Attested(FactForm):
    """A table that says who told it and whether the client has approved the words."""

    source = forms.CharField(
        label=_("Who told us, and when"),
        help_text=_("For example: Client, interview of 2026-02-11. Every fact in a paper needs a source."),
        required=False,
    )
    approved = YesNoUnknown(
        label=_("Has the client approved these words?"), help_text=_("Read them back to her first, in her language.")
    )


def keep_release(before: dict[str, Any], after: dict[str, Any]) -> dict[str, Any]:
    """The immigration attorney released the words she read: once anything of the part changes, her release is gone."""
    if "released" not in before or {**after, "released": before["released"]} == before:
        return after
    return {name: value for name, value in after.items() if name != "released"}


LAWYERS = frozenset(
    {
        "approved", "combined_with", "conviction_level", "counsel_cleared", "county", "enhancements", "prosecutor",
        "released", "result", "section", "source",
    }
)  # fmt: skip
"""What is not hers to approve: what the record or counsel says."""


def keep_approval(before: dict[str, Any], after: dict[str, Any]) -> dict[str, Any]:
    """The client approved what was read to her: once anything she says has changed, her approval of it is gone."""
    if not (before.get("approved") and after.get("approved")) or said(before) == said(after):
        return after
    return {name: value for name, value in after.items() if name != "approved"}


def said(part: dict[str, Any]) -> dict[str, Any]:
    """What of a part the client says herself."""
    return {name: value for name, value in part.items() if name not in LAWYERS}


def plain(value: Any) -> Any:
    """A cleaned answer as the document keeps it."""
    return value.isoformat() if isinstance(value, dt.date) else value
