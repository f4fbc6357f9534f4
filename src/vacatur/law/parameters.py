"""Legal numbers and lists at a day. One file, one number or one list; a value holds until the next one begins."""

import datetime as dt
from bisect import bisect_right
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise
from pathlib import Path

from vacatur.law.confidence import Confidence
from vacatur.law.errors import LawError
from vacatur.law.table import Table, read_table

FOLDER = "parameters"
Held = int | str | bool | tuple[str, ...] | None


class Unit(StrEnum):
    """What the value counts or lists."""

    CALENDAR_DAYS = "calendar days"
    COURT_DAYS = "court days"
    YEARS = "years"
    TIMES = "times"
    SECTIONS = "sections"
    LEVELS = "levels"
    ENTRIES = "entries of the violent felony list"
    AGENCIES = "kinds of agency"
    WORDS = "words"
    YES_NO = "yes or no"


_LISTS = {Unit.SECTIONS, Unit.LEVELS, Unit.ENTRIES, Unit.AGENCIES}


@dataclass(frozen=True, slots=True)
class Value:
    """One value of a parameter: what it is, the citation as a lawyer writes it, its mark, and the day it began.

    `value` is `None` from the day the law was repealed. `source` is the key the citation was written from.
    """

    value: Held
    cite: str
    confidence: Confidence
    from_day: dt.date
    note: str | None = None
    source: str = ""
    parameter: str = ""

    @property
    def number(self) -> int:
        """The value as a whole number; LawError when it is anything else."""
        if type(self.value) is not int:
            raise LawError(file_of(self.parameter), "it is not a number.", self.cite)
        return self.value

    @property
    def texts(self) -> tuple[str, ...]:
        """The value as a list of texts; LawError when it is anything else."""
        if not isinstance(self.value, tuple):
            raise LawError(file_of(self.parameter), "it is not a list.", self.cite)
        return self.value


@dataclass(frozen=True, slots=True)
class Parameter:
    """One legal number or list through time."""

    id: str
    label: str
    unit: Unit
    still_valid_on: dt.date
    values: tuple[Value, ...]

    def at(self, day: dt.date) -> Value:
        """The value in force on a day. Before the first one there is nothing to say, and that is an error."""
        place = bisect_right(self.values, day, key=lambda value: value.from_day)
        if not place:
            first = self.values[0]
            what = f"it has no value before {first.from_day}, so nothing can be said of {day}."
            raise LawError(file_of(self.id), what, first.cite)
        return self.values[place - 1]


def file_of(id_: str) -> str:
    """The file of a parameter, relative to the law folder."""
    return f"{FOLDER}/{id_}.toml"


def load_parameter(root: Path, id_: str, citation: Callable[[str], str]) -> Parameter:
    """Read one parameter. `citation` writes a cite out, and refuses one that names no source."""
    table = read_table(root, file_of(id_))
    table.id_of_path(FOLDER)
    unit = table.choice("unit", Unit)
    still_valid_on = table.day("still_valid_on")
    values = tuple(_value(one, unit, id_, citation) for one in table.tables("value"))
    if not values:
        table.fail("it has no value.")
    _check_order(table, values, still_valid_on)
    parameter = Parameter(id_, table.text("label"), unit, still_valid_on, values)
    table.end()
    return parameter


def _check_order(table: Table, values: tuple[Value, ...], still_valid_on: dt.date) -> None:
    days = [value.from_day for value in values]
    if any(later <= earlier for earlier, later in pairwise(days)):
        table.fail("its values are not in the order of their days.")
    if still_valid_on < days[-1]:
        table.fail("'still_valid_on' is earlier than its last value.")


def _value(table: Table, unit: Unit, id_: str, citation: Callable[[str], str]) -> Value:
    source = table.text("cite")
    value = Value(
        value=None if _repealed(table) else _held(table, unit),
        cite=citation(source),
        confidence=table.choice("confidence", Confidence),
        from_day=table.day("from"),
        note=table.optional("note"),
        source=source,
        parameter=id_,
    )
    table.end()
    return value


def _repealed(table: Table) -> bool:
    if "repealed" not in table:
        return False
    if not table.flag("repealed") or "is" in table:
        table.fail("'repealed' must be true and stand alone, without 'is'.")
    return True


def _held(table: Table, unit: Unit) -> Held:
    if unit in _LISTS:
        return table.texts("is")
    if unit is Unit.WORDS:
        return table.text("is")
    if unit is Unit.YES_NO:
        return table.flag("is")
    number = table.whole("is")
    if number < 0:
        table.fail("'is' must not be negative.")
    return number
