"""What a packet still misses, gathered by the form that asks for it."""

from dataclasses import dataclass, field
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from probono.matters import words
from probono.matters.models import ItemRow, Matter
from probono.matters.pages.fact_links import FROM_PACKET, PARTS, anchor, period_link


@dataclass(slots=True)
class Group:
    """Questions one form answers."""

    title: str
    link: str
    questions: list[str] = field(default_factory=list)


def missing_groups(
    matter: Matter, missing: list[dict[str, Any]], rows: list[ItemRow], *, periods: int | None = None
) -> list[Group]:
    """The groups in the order of their first question; a question asked for two petitions stands once. Each leads to the field of
    its first question, and back to the packet. `periods` is how many the newest facts have, for whoever sees them.
    """
    known = {row.item_key: row for row in rows}
    groups: dict[str, Group] = {}
    for each in missing:
        title, link = _form(matter, each, known, periods)
        to = anchor(str(each["key"]), of_item=each.get("item_id") in known)
        group = groups.setdefault(link + title, Group(title, f"{link}{FROM_PACKET}{to}"))
        if each["question"] not in group.questions:
            group.questions.append(each["question"])
    return list(groups.values())


def _form(matter: Matter, each: dict[str, Any], known: dict[str, ItemRow], periods: int | None) -> tuple[str, str]:
    row = known.get(each.get("item_id") or "")
    if row is not None:
        return item_name(row), reverse("matters:facts-item", args=[matter.pk, row.item_key])
    table = str(each["key"]).split(".")[0]
    if table == "agency":
        mark = str(each["key"]).split(".")[1]
        return _titles()[table], reverse("matters:agency", args=[matter.pk, mark])
    if table in PARTS:
        return _titles()[table], reverse("matters:facts-part", args=[matter.pk, table])
    if table.startswith("victimization"):
        return _titles()["victimization"], period_link(matter, str(each["key"]), periods=periods)
    return _("Other facts"), reverse("matters:facts", args=[matter.pk])


def item_name(row: ItemRow) -> str:
    """An item by its charge and its number on the sheet."""
    number = " / ".join(str(part) for part in (row.document["number"], row.document["count"]) if part)
    return ", ".join(part for part in (row.statute, number) if part)


def _titles() -> dict[str, str]:
    return {
        **{part: str(title) for part, title in words.PARTS.items()},
        "agency": _("Agencies"),
        "victimization": _("Periods of victimization"),
    }
