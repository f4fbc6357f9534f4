"""Forms about who may see a matter: a person for the team, a wall, an opening in an emergency."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from probono.accounts.data_classes import ANY, DataClass
from probono.audit.actions import TO_LOOK, choices_of

_WALLS = [("client_no", _("The client said no")), ("wall", _("Ethical wall"))]


class PersonForm(forms.Form):
    """One person out of those the page offers."""

    person = forms.ChoiceField(label=_("Person"), error_messages={"required": _("Choose a person.")})

    def __init__(self, data: Any = None, *, people: Sequence[tuple[str, str]]) -> None:
        super().__init__(data, label_suffix="", auto_id=f"{type(self).__name__.lower()}_%s")
        self.fields["person"].choices = [("", _("Choose a person")), *people]  # type: ignore[attr-defined]


class TeamForm(PersonForm):
    """Somebody for the team."""


class WallForm(PersonForm):
    """A wall for somebody."""

    basis = forms.ChoiceField(label=_("Why"), choices=_WALLS)
    data_class = forms.ChoiceField(
        label=_("What they may not see"),
        choices=[(ANY, _("Everything")), *DataClass.choices[1:11]],
        help_text=_("A wall takes hold at once and wins over everything that was allowed."),
    )


class EmergencyForm(forms.Form):
    """Which file, and why it cannot wait."""

    code_name = forms.CharField(
        label=_("Code name of the file"),
        max_length=40,
        help_text=_("Exactly as it is written, for example Cedar Lantern 42."),
        error_messages={"required": _("Write the code name of the file.")},
    )
    reason = forms.ChoiceField(
        label=_("Why it cannot wait"),
        choices=[("", _("Choose a reason")), *choices_of(TO_LOOK)],
        error_messages={"required": _("Choose why it cannot wait.")},
    )

    def __init__(self, data: Any = None) -> None:
        super().__init__(data, label_suffix="")
