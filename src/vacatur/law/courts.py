"""Courts as a sheet prints them, and the superior court each belongs to today."""

import re
from dataclasses import dataclass
from pathlib import Path

from vacatur.law.confidence import Confidence
from vacatur.law.files import files_in
from vacatur.law.table import Table, read_table

FOLDER = "courts"
COUNTIES = "counties.toml"
_AGENCY = re.compile(r"(CASC|CAMC|CAJC|CAJV)\s*(?:MC\s*)?(.+)")


@dataclass(frozen=True, slots=True)
class Court:
    """One courthouse of a superior court. `name` is how a caption names the court; `place` tells courthouses apart.

    `aliases` are the places as sheets print them, without the prefix: CASC and CAMC, with MC apart or glued, all name the
    superior court today, since the municipal courts were merged into it; CAJV, a juvenile court, is a part of it too.
    Whether the courthouse still hears such cases is not said here: papers are filed where the docket says.
    """

    id: str
    name: str
    county: str
    place: str
    aliases: tuple[str, ...]
    confidence: Confidence
    note: str | None = None


class Courts:
    """Every court, found by the agency line of a sheet."""

    def __init__(self, root: Path) -> None:
        self.all = tuple(_court(root, file) for file in files_in(root, FOLDER))
        self._by_place = {alias: court for court in self.all for alias in court.aliases}
        self._counties, self._short = _counties(root)

    def find(self, agency: str) -> Court | None:
        """The court of a string such as "CASC LOS ANGELES", "CAMC VAN NUYS" or "CASC MCVAN NUYS"; `None` when it is unknown."""
        found = _AGENCY.fullmatch(" ".join(agency.upper().split()))
        if not found:
            return None
        place = found[2]
        return self._by_place.get(place) or self._of_county(place)

    def county_name(self, county: str) -> str | None:
        """How a county is written: "los_angeles" gives "Los Angeles"."""
        return self._counties.get(county)

    def _of_county(self, place: str) -> Court | None:
        """A superior court named by its county alone ("CASC SAN FRANCISCO CO")."""
        words = [self._short.get(word, word) for word in place.removesuffix(" CO").removesuffix(" COUNTY").split()]
        county = "_".join(words).lower()
        name = self._counties.get(county)
        if name is None:
            return None
        return Court(f"{county}/superior", superior_court(name), county, name, (place,), Confidence.C1)


def superior_court(county: str) -> str:
    """How a caption names the superior court of a county."""
    return f"Superior Court of California, County of {county}"


def _counties(root: Path) -> tuple[dict[str, str], dict[str, str]]:
    """Every county by its id, and the words by which sheets shorten the names of places."""
    table = read_table(root, COUNTIES)
    counties = {name.lower().replace(" ", "_"): name for name in table.texts("counties")}
    short = table.table("short")
    words = {word: short.text(word) for word in short.names()}
    table.end()
    return counties, words


def _court(root: Path, file: str) -> Court:
    table: Table = read_table(root, file)
    court = Court(
        id=table.id_of_path(FOLDER),
        name=table.text("name"),
        county=table.text("county"),
        place=table.text("place"),
        aliases=table.texts("aliases"),
        confidence=table.choice("confidence", Confidence),
        note=table.optional("note"),
    )
    table.end()
    return court
