"""Template filters of a matter's pages: codes in words, days as people write them."""

import datetime as dt
from typing import Any

from django import template
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from probono.matters import words
from probono.matters.models import Matter, Paper
from probono.matters.pages.fact_links import anchor, period_link
from probono.matters.services.facts_document import IMMIGRATION_KEYS
from probono.matters.services.law_words import prosecutor_name

register = template.Library()
PROOF = "proof of service "

_TABLES: dict[str, dict[Any, Any]] = {
    "outcome": words.OUTCOMES,
    "tone": words.OUTCOME_TONES,
    "event": words.EVENTS,
    "disposition": words.DISPOSITIONS,
    "level": words.LEVELS,
    "date_is": words.DATE_IS,
    "holds": words.HOLDS,
    "step": words.STEPS,
    "inside": words.INSIDE,
    "inside_tone": words.INSIDE_TONES,
    "says": words.SAYS,
    "victimization": words.VICTIMIZATIONS,
    "weak": words.WEAK,
    "service_way": words.SERVICE_WAYS,
}


@register.filter
def word(code: Any, table: str) -> Any:
    """A code in words: {{ finding.outcome|word:"outcome" }}."""
    return _TABLES[table].get(code, code or "")


@register.filter
def day(value: str | dt.date | None) -> str:
    """A day as people write it, from its ISO text."""
    if not value:
        return _("no date")
    return date_format(dt.date.fromisoformat(value) if isinstance(value, str) else value, "M j, Y")


@register.filter
def line_id(source: dict[str, int]) -> str:
    """The anchor of a line of the sheet."""
    return f"p{source['page']}-l{source['line']}"


@register.filter
def statute(count: dict[str, Any]) -> str:
    """The charge as a lawyer writes it."""
    return " ".join(part for part in (count.get("code"), count.get("section")) if part) or _("charge not read")


@register.filter
def unlocalized(number: float) -> str:
    """A number as a drawing wants it: with a point, whatever the reader's language."""
    return f"{number:g}"


@register.filter
def is_immigration(key: str) -> bool:
    """Whether a fact belongs to the immigration file."""
    return key.rsplit(".", 1)[-1] in IMMIGRATION_KEYS


@register.simple_tag
def fact_link(matter: Matter, fact: dict[str, Any], item_id: str | None = None) -> str:
    """The form that asks for a missing fact, by the first word of its key in FACTS.toml."""
    table = fact["key"].split(".")[0].split("[")[0]
    item = fact.get("item") or item_id
    if table in ("petitioner", "counsel", "status"):
        return reverse("matters:facts-part", args=[matter.pk, table])
    if table == "victimization":
        return period_link(matter, fact["key"]) + anchor(fact["key"])
    if item:
        return reverse("matters:facts-item", args=[matter.pk, item])
    return reverse("matters:facts", args=[matter.pk])


@register.filter
def paper_title(title: str, paper: Paper | None = None) -> str:
    """A paper's name in the reader's words; with the petition it belongs to when a packet has several."""
    told = title.casefold()
    name = words.PAPERS.get(told, title)
    if told.startswith(PROOF):
        office = prosecutor_name(told.removeprefix(PROOF).replace(" ", "_"))
        name = f"{words.PAPERS[PROOF.strip()]}: {office}"
    petition = (
        paper.slot.rsplit("/", 1)[0].replace("-", " ").replace("_", " ").title() if paper and "/" in paper.slot else ""
    )
    return f"{name} · {petition}" if petition else str(name)
