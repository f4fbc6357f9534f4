"""Where a missing fact is answered: the very form and the field in it."""

import re

from django import forms
from django.urls import reverse

from probono.matters.forms.facts import CounselForm, NexusForm, PetitionerForm, StatusForm, VictimizationForm
from probono.matters.models import Matter

PARTS: dict[str, type[forms.Form]] = {"petitioner": PetitionerForm, "counsel": CounselForm, "status": StatusForm}
FROM_PACKET = "?from=packet"
"""Tells a form that it was reached from the packet's list, so that its page leads back there and nowhere else."""
_PERIOD = re.compile(r"victimization[.\[](\d+)\]?\.")
_ASKED_AS = {"from": "start", "to": "end", "sought_services": "sought"}


def period_link(matter: Matter, key: str, *, periods: int | None = None) -> str:
    """The form of the period a key names, or of a new one. `periods` is how many there are now, where that is known."""
    found = _PERIOD.match(key)
    if found is None:
        return reverse("matters:facts-new-period", args=[matter.pk])
    if periods is not None and int(found[1]) > periods:
        return reverse("matters:facts", args=[matter.pk])
    return reverse("matters:facts-period", args=[matter.pk, int(found[1])])


def anchor(key: str, *, of_item: bool = False) -> str:
    """The field of its form that a key asks for, as the end of a link; nothing where the form has no such field."""
    table, name = re.split(r"[.\[]", key)[0], key.rsplit(".", 1)[-1]
    form = NexusForm if of_item else PARTS.get(table) or (VictimizationForm if table == "victimization" else None)
    asked = _ASKED_AS.get(name, name)
    field = form.base_fields.get(asked) if form else None
    if field is None:
        return ""
    return f"#id_{asked}_0" if isinstance(field.widget, forms.RadioSelect) else f"#id_{asked}"
