"""Judicial holidays (Code Civ. Proc., §§ 10, 12a, 135), year by year. A year that is not here cannot be computed in."""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from vacatur.law.confidence import Confidence
from vacatur.law.errors import LawError
from vacatur.law.files import files_in
from vacatur.law.table import Table, read_table

FOLDER = "calendar"
SATURDAY, SUNDAY = 5, 6


class UnknownYearError(LawError):
    """A day in a year whose judicial holidays are not in the data."""

    def __init__(self, year: int, known: list[int]) -> None:
        super().__init__(f"{FOLDER}/{year}.toml", "there is no such file.")
        self.sentence = (
            f"The judicial holidays of {year} are not in the law data (it has {', '.join(map(str, known))}), "
            "so no deadline can be computed there."
        )
        self.args = (self.sentence,)


@dataclass(frozen=True, slots=True)
class Holiday:
    """One judicial holiday as observed. Days whose observance the courts have not confirmed are marked `inf` or `M`."""

    day: dt.date
    name: str
    confidence: Confidence


@dataclass(frozen=True, slots=True)
class CourtYear:
    """One year. `verified` when the courts published it; else it was computed from the statute."""

    year: int
    verified: bool
    cite: str
    confidence: Confidence
    still_valid_on: dt.date
    holidays: dict[dt.date, Holiday]


class Calendar:
    """When the courts are closed. Asking about a year without data is an error that says which years there are."""

    def __init__(self, years: dict[int, CourtYear]) -> None:
        self.years = years

    def closed(self, day: dt.date) -> str | None:
        """Why the courts are closed on a day ("Thanksgiving Day", "a Sunday"), or `None` when they are open."""
        holiday = self._year(day).holidays.get(day)
        if holiday:
            return holiday.name
        return {SATURDAY: "a Saturday", SUNDAY: "a Sunday"}.get(day.weekday())

    def confirmed(self, day: dt.date) -> bool:
        """Whether the courts have published the holidays of the day's year."""
        return self._year(day).verified

    def _year(self, day: dt.date) -> CourtYear:
        year = self.years.get(day.year)
        if year is None:
            raise UnknownYearError(day.year, sorted(self.years))
        return year


def load_calendar(root: Path, citation: Callable[[str], str]) -> Calendar:
    """Every year there is a file for."""
    years = (_year(root, file, citation) for file in files_in(root, FOLDER))
    return Calendar({year.year: year for year in years})


def _year(root: Path, file: str, citation: Callable[[str], str]) -> CourtYear:
    table = read_table(root, file)
    holidays = tuple(_holiday(one) for one in table.tables("holiday"))
    year = CourtYear(
        year=int(table.id_of_path(FOLDER)),
        verified=table.flag("verified"),
        cite=citation(table.text("cite")),
        confidence=table.choice("confidence", Confidence),
        still_valid_on=table.day("still_valid_on"),
        holidays={holiday.day: holiday for holiday in holidays},
    )
    days = [holiday.day for holiday in holidays]
    if days != sorted(set(days)) or any(day.year != year.year for day in days):
        table.fail("its holidays must be days of that year, each once, in order.")
    if year.verified and not all(holiday.confidence.may_decide for holiday in holidays):
        table.fail("a verified year cannot hold a day that was not read.")
    table.end()
    return year


def _holiday(table: Table) -> Holiday:
    holiday = Holiday(table.day("day"), table.text("name"), table.choice("confidence", Confidence))
    table.end()
    return holiday
