"""Agencies as a sheet prints them: who arrested, who keeps records, whom an order to seal and destroy must name."""

import datetime as dt
import re
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from vacatur.law.confidence import Confidence
from vacatur.law.files import files_in
from vacatur.law.table import read_table

FOLDER = "agencies"


class AgencyKind(StrEnum):
    """What the agency is."""

    POLICE = "police"
    SHERIFF = "sheriff"
    HIGHWAY_PATROL = "highway_patrol"
    SCHOOL_POLICE = "school_police"
    CAMPUS_POLICE = "campus_police"
    PROBATION = "probation"
    CORRECTIONS = "corrections"
    JUSTICE_DEPARTMENT = "justice_department"
    FEDERAL = "federal"


@dataclass(frozen=True, slots=True)
class Agency:
    """One agency. `strings` are the lines by which sheets name it; `prefixes` begin every line of a statewide agency, whatever
    office follows ("CAHP EAST LOS ANGELES"). `always_ordered` marks those every order to seal must name.

    A federal agency is not bound by a state court's order (`bound` is false).
    """

    id: str
    name: str
    kind: AgencyKind
    county: str | None
    city: str | None
    strings: tuple[str, ...]
    prefixes: tuple[str, ...]
    always_ordered: bool
    bound: bool
    confidence: Confidence
    still_valid_on: dt.date
    note: str | None = None


class Agencies:
    """Every agency, found by the line of a sheet."""

    def __init__(self, root: Path) -> None:
        self.all = tuple(_agency(root, file) for file in files_in(root, FOLDER))
        self._by_string = {string: agency for agency in self.all for string in agency.strings}
        self._by_prefix = {prefix: agency for agency in self.all for prefix in agency.prefixes}

    def find(self, text: str) -> Agency | None:
        """The agency of a string such as "CAPD LOS ANGELES"; `None` when it is unknown. `ARR BY:` may stand before it."""
        line = re.sub(r"^ARR BY:\s*", "", " ".join(text.upper().split()))
        words = line.split(" ")
        starts = (" ".join(words[:end]) for end in range(len(words), 0, -1))
        return self._by_string.get(line) or next(
            (self._by_prefix[start] for start in starts if start in self._by_prefix), None
        )


def _agency(root: Path, file: str) -> Agency:
    table = read_table(root, file)
    agency = Agency(
        id=table.id_of_path(FOLDER),
        name=table.text("name"),
        kind=table.choice("kind", AgencyKind),
        county=table.optional("county"),
        city=table.optional("city"),
        strings=table.texts("strings"),
        prefixes=table.texts("prefixes") if "prefixes" in table else (),
        always_ordered="always_ordered" in table and table.flag("always_ordered"),
        bound="bound" not in table or table.flag("bound"),
        confidence=table.choice("confidence", Confidence),
        still_valid_on=table.day("still_valid_on"),
        note=table.optional("note"),
    )
    table.end()
    return agency
