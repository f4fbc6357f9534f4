"""Facts in words: the answers of a document by the plain names their forms give them, and what differs between two."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django import forms
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from probono.matters import words
from probono.matters.forms.facts import (
    ENHANCEMENT,
    SOUGHT,
    CounselForm,
    NexusForm,
    PetitionerForm,
    StatusForm,
    VictimizationForm,
)
from probono.matters.forms.offices import AgencyForm, ServiceForm
from probono.matters.services.law_words import prosecutor_name

FORMS: dict[str, type[forms.Form]] = {
    "petitioner": PetitionerForm,
    "counsel": CounselForm,
    "status": StatusForm,
    "victimizations": VictimizationForm,
    "nexus": NexusForm,
    "agencies": AgencyForm,
    "service": ServiceForm,
}
ASKED_AS = {"from": "start", "to": "end", "sought_services": "sought_on"}
OFFICES = {"agencies": "printed", "service": "prosecutor"}
SHOWN = {
    "petitioner": {"name", "initials", "birth_date"},
    "counsel": {"name", "bar_number", "organization"},
    "status": {"on_probation", "serving_sentence", "charged"},
    "victimizations": {"kind", "from", "to", "source", "approved"},
    "nexus": {"offense_date", "direct_result"},
    "agencies": {"name", "source"},
    "service": {"way", "address", "electronic_address"},
}
"""What the pages of the facts show to whoever reads them and may not change them."""


@dataclass(frozen=True, slots=True)
class View:
    """What one actor may see of a document: every answer or those of the page alone, and the items by name, if any."""

    whole: bool
    items: dict[str, str] | None

    def sees(self, table: str, key: str) -> bool:
        """Whether an answer is hers to see."""
        return key not in OFFICES.values() and (self.whole or key in SHOWN[table])


@dataclass(frozen=True, slots=True)
class Difference:
    """One answer that is not the same in two versions; `before` or `after` is empty when it was added or taken out."""

    title: str
    name: str
    before: str
    after: str


def differences(before: dict[str, Any], after: dict[str, Any], view: View) -> list[Difference]:
    """What the later version says otherwise, in the order of the forms."""
    found = []
    for table, title, old, new in _pairs(before, after, view):
        order = [*(FORMS[table].field_order or ()), *FORMS[table].base_fields, *old, *new]
        keys = sorted({*old, *new}, key=lambda key: order.index(_asked_as(table, key)))
        found += [
            Difference(title, _name(table, key), _said(table, key, old.get(key)), _said(table, key, new.get(key)))
            for key in keys
            if view.sees(table, key) and old.get(key) != new.get(key)
        ]
    return found


def period_words(period: dict[str, Any]) -> str:
    """A period in one line."""
    start = _said("victimizations", "from", period.get("from")) or _("beginning not known")
    end = _said("victimizations", "to", period.get("to")) or _("no end given")
    return f"{words.VICTIMIZATIONS.get(period.get('kind', ''), '')}, {start} – {end}"


def _pairs(
    before: dict[str, Any], after: dict[str, Any], view: View
) -> Iterator[tuple[str, str, dict[str, Any], dict[str, Any]]]:
    for table, part in words.PARTS.items():
        yield table, str(part), before.get(table, {}), after.get(table, {})
    yield from _periods(before.get("victimizations", []), after.get("victimizations", []))
    old, new = before.get("nexus", {}), after.get("nexus", {})
    if view.items is not None:
        for key in dict.fromkeys([*view.items, *old, *new]):
            title = view.items.get(key) or _("An item that the newest sheet does not show")
            yield "nexus", title, old.get(key, {}), new.get(key, {})
        for table, mark in OFFICES.items():
            old, new = ({each[mark]: each for each in one.get(table, [])} for one in (before, after))
            for key in dict.fromkeys([*old, *new]):
                yield table, prosecutor_name(key), old.get(key, {}), new.get(key, {})


def _periods(old: list[dict[str, Any]], new: list[dict[str, Any]]) -> Iterator[Any]:
    """Periods have no name of their own: those that are alike belong together, the rest in their order."""
    left = [(place, one) for place, one in enumerate(old, start=1) if one not in new]
    more = [(place, one) for place, one in enumerate(new, start=1) if one not in old]
    for position in range(max(len(left), len(more))):
        place, was = left[position] if position < len(left) else (0, {})
        place, now = more[position] if position < len(more) else (place, {})
        yield "victimizations", _("Period %(number)s") % {"number": place}, was, now


def _asked_as(table: str, key: str) -> str:
    """The field of a form that asks for an answer."""
    return ASKED_AS.get(key, key) if table == "victimizations" else key


def _name(table: str, key: str) -> str:
    asked = FORMS[table].base_fields.get(_asked_as(table, key))
    if key == "enhancements":
        return _("Enhancements charged with this count")
    if key == "released":
        return _("Words released for public papers by")
    return str(asked.label) if asked else key.replace("_", " ").capitalize()


def _said(table: str, key: str, value: Any) -> str:
    """An answer as people write it; nothing where there is none."""
    if value is None or value == "":
        return ""
    if isinstance(value, bool):
        return str(words.SAYS[value])
    if isinstance(value, list):
        return "\n".join(_row(each) for each in value) or _("None")
    if key == "prosecutor":
        return prosecutor_name(value)
    asked = FORMS[table].base_fields.get(key)
    choices = dict(SOUGHT) if key == "sought_services" else dict(getattr(asked, "choices", ()))
    try:
        return str(choices[value]) if value in choices else date_format(dt.date.fromisoformat(value), "M j, Y")
    except ValueError:
        return str(value)


def _row(each: Any) -> str:
    return (
        f"{each['section']}: {dict(ENHANCEMENT).get(each['status'], each['status'])}"
        if isinstance(each, dict)
        else str(each)
    )
