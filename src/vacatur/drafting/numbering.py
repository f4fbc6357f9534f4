"""Exhibits, numbered by the order in which the petition first mentions them."""

from collections.abc import Iterator
from dataclasses import dataclass

from vacatur.drafting.asking import missing_in
from vacatur.drafting.blocks import Inline, Inlines, Text
from vacatur.drafting.days import iso_in_words, listed
from vacatur.drafting.matter import Matter, Period, Row
from vacatur.drafting.telling import checked
from vacatur.records.facts import Attestation

_DECLARATION = {
    "declaration of petitioner",
    "petitioner's declaration",
    "petitioner’s declaration",
    "declaration",
    "the declaration",
}


@dataclass(frozen=True, slots=True)
class Exhibit:
    """One exhibit, or the slot of one that is still missing. `number` is `None` for a slot; `shows` says what it is for."""

    text: str
    number: int | None
    name: Inlines
    shows: tuple[str, ...]


def is_declaration(text: str) -> bool:
    """Whether an entry of evidence is the petitioner's own declaration, a paper of the packet and no exhibit."""
    return text.strip().rstrip(".").casefold() in _DECLARATION


def places(matter: Matter) -> tuple[Period | Row, ...]:
    """Where the petition names evidence, in its order: the periods, then the rows."""
    return (*matter.periods, *matter.rows)


def exhibits(matter: Matter) -> tuple[Exhibit, ...]:
    """Every exhibit once, in the order of first mention; evidence that is still missing has its slot."""
    found: dict[str, Exhibit] = {}
    for place in places(matter):
        for key, text, name in _entries(matter, place):
            known = found.get(text)
            number = known.number if known else sum(1 for one in found.values() if one.number) + 1
            shows = (*(known.shows if known else ()), _shows(place))
            found[text] = Exhibit(text, number if key else None, known.name if known else name, shows)
    return tuple(found.values())


def evidence(matter: Matter, place: Period | Row, known: tuple[Exhibit, ...]) -> Inlines:
    """The evidence of one place in a sentence: "petitioner's declaration and Exhibit 2"."""
    if place.told is None or not place.told.evidence:
        return (missing_in(place, "evidence"),)
    numbers = {exhibit.text: exhibit.number for exhibit in known}
    declared = bool(place.told.account) or any(map(is_declaration, place.told.evidence))
    spoken = ["petitioner’s declaration"] if declared else []
    spoken += [f"Exhibit {numbers[text]}" for key, text, _ in _entries(matter, place) if key]
    return (Text(listed(tuple(spoken))),)


def _entries(matter: Matter, place: Period | Row) -> Iterator[tuple[str | None, str, Inlines]]:
    """Key, text and printed name of each exhibit of a place; the slot of missing evidence has no key."""
    told = place.told.evidence if place.told else ()
    if not told:
        slot: Inline = missing_in(place, "evidence")
        yield None, place.key("evidence"), (slot,)
    for number, text in enumerate(told, start=1):
        if not is_declaration(text):
            attested = place.told.attested if place.told else Attestation()
            key = f"{place.key('evidence')}.{number}"
            yield key, text.strip(), checked(matter, key, iso_in_words(text.strip()), attested)


def _shows(place: Period | Row) -> str:
    return f"Item {place.number}" if isinstance(place, Row) else f"Period {place.number} ({place.ground})"
