"""What a packet still misses, gathered by the form that asks for it."""

from dataclasses import dataclass, field
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from probono.matters.models import ItemRow, Matter

PARTS = ("counsel", "petitioner", "status")


@dataclass(slots=True)
class Group:
    """Questions one form answers."""

    title: str
    link: str
    questions: list[str] = field(default_factory=list)


def missing_groups(matter: Matter, missing: list[dict[str, Any]], rows: list[ItemRow]) -> list[Group]:
    """The groups in the order of their first question; a question asked for two petitions stands once."""
    known = {row.item_key: row for row in rows}
    groups: dict[str, Group] = {}
    for each in missing:
        title, link = _form(matter, each, known)
        group = groups.setdefault(link + title, Group(title, link))
        if each["question"] not in group.questions:
            group.questions.append(each["question"])
    return list(groups.values())


def _form(matter: Matter, each: dict[str, Any], known: dict[str, ItemRow]) -> tuple[str, str]:
    row = known.get(each.get("item_id") or "")
    if row is not None:
        return item_name(row), reverse("matters:facts-item", args=[matter.pk, row.item_key])
    table = str(each["key"]).split(".")[0]
    if table == "agency":
        mark = str(each["key"]).split(".")[1]
        return _titles()[table], reverse("matters:agency", args=[matter.pk, mark])
    if table in PARTS:
        return _titles()[table], reverse("matters:facts-part", args=[matter.pk, table])
    facts = reverse("matters:facts", args=[matter.pk])
    return (_titles()["victimization"], f"{facts}#periods") if table == "victimization" else (_("Other facts"), facts)


def item_name(row: ItemRow) -> str:
    """An item by its charge and its number on the sheet."""
    number = " / ".join(str(part) for part in (row.document["number"], row.document["count"]) if part)
    return ", ".join(part for part in (row.statute, number) if part)


def _titles() -> dict[str, str]:
    return {
        "agency": _("Agencies"),
        "counsel": _("Counsel"),
        "petitioner": _("Petitioner"),
        "status": _("Status today"),
        "victimization": _("Periods of victimization"),
    }
