"""Courts as a sheet prints them, and the superior court each belongs to today."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from vacatur.law.confidence import Confidence
from vacatur.law.files import files_in
from vacatur.law.places import Spelling
from vacatur.law.table import Table, read_table

FOLDER = "courts"
COUNTIES = "counties.toml"
FROM_NAME = "The county is taken from the name printed on the sheet."
_PREFIX = re.compile(r"(?:CA(?:SC|SU|MC|JC|JV)\s*|(?:SC|MC|JC)\s+)(?:MC\s*)?")
_WHOLE_COUNTY = ("", "CO", "COUNTY")


@dataclass(frozen=True, slots=True)
class Court:
    """One courthouse of a superior court. `name` is how a caption names the court; `place` tells courthouses apart.

    `aliases` are the places as sheets print them, without what says that it is a court (CASC, CAMC, CAJC, CAJV, SC, MC, with
    MC apart or glued): all name the superior court today, since the municipal and justice courts were merged into it; CAJV, a
    juvenile court, is a part of it too. `from_name` marks a court that the law data does not list: its county is the one
    that the sheet prints. Whether the courthouse still hears such cases is not said here: papers are filed where the docket says.
    """

    id: str
    name: str
    county: str
    place: str
    aliases: tuple[str, ...]
    confidence: Confidence
    note: str | None = None
    cite: str | None = None
    from_name: bool = False


class Courts:
    """Every court, found by the agency line of a sheet."""

    def __init__(self, root: Path, citation: Callable[[str], str]) -> None:
        self.all = tuple(_court(root, file, citation) for file in files_in(root, FOLDER))
        self._by_place = {alias: court for court in self.all for alias in court.aliases}
        self._counties, self._spelling = _counties(root)
        self._by_county_name = {name.upper(): county for county, name in self._counties.items()}

    def find(self, agency: str) -> Court | None:
        """The court of a string such as "CASC LOS ANGELES", "CAMC VAN NUYS", "CASC MCVAN NUYS" or "SC LOS ANGELES INGLEWOOD".

        `None` when it is unknown, and when its shortened words may name two courts. An agency that is no court ("CAPD ...") is
        none; a place alone ("INGLEWOOD") is read as the court there, so ask only about what the sheet calls a court.
        """
        text = " ".join(agency.upper().split())
        court_line = _PREFIX.match(text)
        printed, *spelled = self._spelling.of(text[court_line.end() :] if court_line else text)
        if (court := self._at(printed)) is not None:
            return court
        found = {court.id: court for place in spelled if (court := self._at(place)) is not None}
        return next(iter(found.values())) if len(found) == 1 else None

    def county_name(self, county: str) -> str | None:
        """How a county is written: "los_angeles" gives "Los Angeles"."""
        return self._counties.get(county)

    def _at(self, place: str) -> Court | None:
        """A listed place, alone or behind the name of its county; else a county alone ("SAN FRANCISCO CO")."""
        listed = self._by_place.get(place)
        if listed is not None:
            return listed
        words = place.split()
        for length in range(len(words), 0, -1):
            county = self._by_county_name.get(" ".join(words[:length]))
            if county is not None:
                return self._in_county(county, " ".join(words[length:]))
        return None

    def _in_county(self, county: str, rest: str) -> Court | None:
        """A place of the county, or the county's court. What is no known place of it is not guessed: Lake Elsinore is not in Lake."""
        name = self._counties[county]
        if rest in _WHOLE_COUNTY:
            listed = self._by_place.get(name.upper())
            return listed or Court(
                f"{county}/superior",
                superior_court(name),
                county,
                name,
                (name.upper(),),
                Confidence.C1,
                FROM_NAME,
                from_name=True,
            )
        court = self._by_place.get(rest)
        return court if court is not None and court.county == county else None


def superior_court(county: str) -> str:
    """How a caption names the superior court of a county."""
    return f"Superior Court of California, County of {county}"


def _counties(root: Path) -> tuple[dict[str, str], Spelling]:
    """Every county by its id, and the words by which sheets shorten the names of places."""
    table = read_table(root, COUNTIES)
    counties = {name.lower().replace(" ", "_"): name for name in table.texts("counties")}
    short = table.table("short")
    words = {word: short.texts(word) for word in short.names()}
    table.end()
    return counties, Spelling(words)


def _court(root: Path, file: str, citation: Callable[[str], str]) -> Court:
    table: Table = read_table(root, file)
    cite = table.optional("cite")
    court = Court(
        id=table.id_of_path(FOLDER),
        name=table.text("name"),
        county=table.text("county"),
        place=table.text("place"),
        aliases=table.texts("aliases"),
        confidence=table.choice("confidence", Confidence),
        note=table.optional("note"),
        cite=citation(cite) if cite else None,
    )
    table.end()
    return court
