"""Who prosecutes what: the office to serve is the one that obtained the conviction, or that had the charging decision."""

import datetime as dt
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from vacatur.law.confidence import Confidence
from vacatur.law.files import files_in
from vacatur.law.table import read_table
from vacatur.records.record import Level

FOLDER = "prosecutors"


class ProsecutorKind(StrEnum):
    """The kind of office."""

    DISTRICT_ATTORNEY = "district_attorney"
    CITY = "city"
    ATTORNEY_GENERAL = "attorney_general"


@dataclass(frozen=True, slots=True)
class Prosecutor:
    """One office. `levels` are what it prosecutes; `city` and `agencies` say where: a city's office takes the misdemeanors of its
    own city. `from_day` is the first day for which the data says so. An office marked M may only be suggested, never decided.
    """

    id: str
    name: str
    kind: ProsecutorKind
    county: str | None
    city: str | None
    levels: tuple[Level, ...]
    agencies: tuple[str, ...]
    from_day: dt.date
    cite: str
    confidence: Confidence
    still_valid_on: dt.date
    note: str | None = None

    def may_take(self, level: Level | None) -> bool:
        """Whether the office prosecutes that level; not known may be any."""
        return level is None or level in self.levels


@dataclass(frozen=True, slots=True)
class Candidate:
    """An office that may have to be served, and whether the data alone is enough to say so."""

    prosecutor: Prosecutor
    certain: bool
    why: str


def candidates(
    offices: Iterable[Prosecutor], *, county: str, level: Level | None, agency: str | None, day: dt.date | None
) -> tuple[Candidate, ...]:
    """The offices of a county to serve for a charge of a level, by an arresting agency (its id) on a day.

    A felony is the district attorney's. A misdemeanor by a city's own police is that city's, where the city was known on that
    day to prosecute its own; where that is only remembered, or the level, the agency or the day is not known, every candidate
    is named and none is certain. The complaint always wins: the office named on it obtained the conviction.
    """
    taking = [one for one in offices if one.county == county and one.may_take(level)]
    district = [one for one in taking if one.kind is ProsecutorKind.DISTRICT_ATTORNEY]
    if level is Level.FELONY:
        return _certain(district, "It prosecutes the county's felonies.")
    cities = [one for one in taking if one.kind is ProsecutorKind.CITY and agency in (None, *one.agencies)]
    known = level is not None and agency is not None and day is not None
    if known and not cities:
        return _certain(district, "No city is known to prosecute what this agency arrests for, so it is the county's.")
    if known and all(one.confidence.may_decide and day is not None and one.from_day <= day for one in cities):
        return _certain(cities, "The city prosecutes its own misdemeanors.")
    why = "The data cannot tell which of these offices prosecuted: serve each, or read the complaint."
    return tuple(Candidate(one, False, why) for one in (*cities, *district))


def _certain(offices: Iterable[Prosecutor], why: str) -> tuple[Candidate, ...]:
    return tuple(Candidate(one, True, why) for one in offices)


class Prosecutors:
    """Every office."""

    def __init__(self, root: Path, citation: Callable[[str], str]) -> None:
        self.all = tuple(_prosecutor(root, file, citation) for file in files_in(root, FOLDER))
        self.by_id = {one.id: one for one in self.all}

    def of_county(self, county: str) -> tuple[Prosecutor, ...]:
        """The offices of a county."""
        return tuple(one for one in self.all if one.county == county)


def _prosecutor(root: Path, file: str, citation: Callable[[str], str]) -> Prosecutor:
    table = read_table(root, file)
    office = Prosecutor(
        id=table.id_of_path(FOLDER),
        name=table.text("name"),
        kind=table.choice("kind", ProsecutorKind),
        county=table.optional("county"),
        city=table.optional("city"),
        levels=tuple(table.choices("levels", Level)),
        agencies=table.texts("agencies") if "agencies" in table else (),
        from_day=table.day("from"),
        cite=citation(table.text("cite")),
        confidence=table.choice("confidence", Confidence),
        still_valid_on=table.day("still_valid_on"),
        note=table.optional("note"),
    )
    table.end()
    return office
