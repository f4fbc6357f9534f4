"""Words that may speak of immigration, and the immigration attorney's release of them for public papers (promise 8)."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext as _

from probono.accounts.walls import machinery
from probono.matters import policies
from probono.matters.models import FactSheet, Matter
from probono.matters.services.facts import ChangedMeanwhileError
from vacatur.drafting.release import speaks_of_held_words

if TYPE_CHECKING:
    from probono.accounts.models import Account

WORDS = ("account", "why_now", "why_confidential")


@dataclass(frozen=True, slots=True)
class Passage:
    """One part of the facts whose words are held back. `place` is "period:1" (counted from 1) or "item:<id>"."""

    place: str
    texts: tuple[str, ...]
    released: str | None


def held_passages(document: dict[str, Any]) -> list[Passage]:
    """Every part with words that only the immigration attorney may release, released or not."""
    found = [(f"period:{number}", part) for number, part in enumerate(document["victimizations"], start=1)]
    found += [(f"item:{key}", part) for key, part in document["nexus"].items()]
    passages = (Passage(place, _texts(part), part.get("released")) for place, part in found)
    return [each for each in passages if any(speaks_of_held_words(text) for text in each.texts)]


def release_words(*, by: "Account", matter: Matter, place: str, based_on: int) -> FactSheet:
    """Releases one passage in a new version of the facts; the words are those of the version she read."""
    policies.check_change_immigration(by, matter)
    with machinery(matter.pk):  # a release is a new version of facts she may otherwise only read
        return _released(by, matter, place, based_on)


def _released(by: "Account", matter: Matter, place: str, based_on: int) -> FactSheet:
    newest = FactSheet.objects.filter(matter=matter).order_by("-number").first()
    if newest is None or newest.number != based_on:
        raise ChangedMeanwhileError(_changed())
    document = newest.document
    if place not in {each.place for each in held_passages(document)}:
        raise ChangedMeanwhileError(_changed())
    part = _part(document, place)
    part["released"] = by.name
    return FactSheet.objects.create(matter=matter, made_by=by, number=based_on + 1, document=document)


def _changed() -> str:
    return _(
        "The facts have changed since you opened this page, so nothing was released. Read the words again, then release them."
    )


def _part(document: dict[str, Any], place: str) -> dict[str, Any]:
    kind, name = place.split(":", 1)
    part: dict[str, Any] = document["victimizations"][int(name) - 1] if kind == "period" else document["nexus"][name]
    return part


def _texts(part: dict[str, Any]) -> tuple[str, ...]:
    return tuple(part[name] for name in WORDS if part.get(name))
