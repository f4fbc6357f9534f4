"""The counts of a worked case, written as a small table, made into a Record as a sheet would give it.

    case     | code | section | level | arrest     | court      | disposition            | sentence
    5VY02034 | PC   | 647(b)  | M     | 2014-03-09 | 2014-04-01 | convicted              | 36 months probation, 10 days jail
             | PC   | 484(a)  | M     | 2013-05-02 |            | prosecutor_rejected    |

A row without a case number is an arrest that was never filed. Rows of one case stand in one cycle. Only the columns that are
needed have to stand there; those a case leaves out take their usual values.
"""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from vacatur.law.errors import LawError
from vacatur.records.person import Name, Person
from vacatur.records.record import (
    Count,
    Cycle,
    Disposition,
    DispositionKind,
    Event,
    EventKind,
    Level,
    NumberKind,
    Record,
    SentenceKind,
    SentencePart,
)
from vacatur.records.source import Source

COLUMNS = (
    *("case", "booking", "count", "code", "section", "attempt", "level", "charged", "arrest", "court"),
    *("court_name", "police", "disposition", "sentence"),
)
COURT_NAME = "CASC LOS ANGELES"
POLICE = "CAPD LOS ANGELES"
_COMBINED = "-COMB W/OTHER CNTS"


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table, by column."""

    cells: dict[str, str]
    line: int
    file: str

    def text(self, column: str) -> str | None:
        """What stands in a column, or `None`."""
        return self.cells.get(column) or None

    def day(self, column: str) -> dt.date | None:
        """A day in a column."""
        text = self.text(column)
        return self.as_day(text, column) if text else None

    def as_day(self, text: str, column: str) -> dt.date:
        """A day written in a column."""
        try:
            return dt.date.fromisoformat(text)
        except ValueError:
            raise LawError(self.file, f"'{text}' in the column '{column}' is not a day.") from None

    def level(self, column: str) -> Level | None:
        """F, M or I in a column."""
        text = self.text(column)
        try:
            return Level(text) if text else None
        except ValueError:
            raise LawError(self.file, f"'{text}' in the column '{column}' is not a level: write F, M or I.") from None

    @property
    def source(self) -> Source:
        """Where the row stands, as if the table were the sheet."""
        return Source(1, self.line)

    @property
    def group(self) -> str:
        """What rows share that belong to one cycle: the case, else the booking number, else the day of the arrest."""
        return self.text("case") or self.text("booking") or self.text("arrest") or ""


def read_rows(table: str, file: str) -> tuple[Row, ...]:
    """The rows of a table. LawError when a column is unknown or a row has too many cells."""
    lines = [line for line in table.splitlines() if line.strip()]
    if len(lines) < 2:
        raise LawError(file, "a table of counts needs a line of columns and at least one row.")
    columns = [cell.strip() for cell in lines[0].split("|")]
    for column in columns:
        if column not in COLUMNS or columns.count(column) > 1:
            raise LawError(file, f"the column '{column}' is not known or stands twice: use {', '.join(COLUMNS)}.")
    return tuple(_row(columns, line, number, file) for number, line in enumerate(lines[1:], start=1))


def _row(columns: list[str], line: str, number: int, file: str) -> Row:
    cells = [cell.strip() for cell in line.split("|")]
    if len(cells) > len(columns):
        raise LawError(file, f"row {number} of a table has more cells than columns.")
    return Row(dict(zip(columns, cells, strict=False)), number, file)


def record_of(rows: tuple[Row, ...], file: str = "case") -> Record:
    """The Record that a sheet with these rows would give. FICTIONAL by construction: the person has no name but an initial."""
    cycles = tuple(_cycle(tuple(group)) for _, group in groupby(rows, key=lambda row: row.group))
    person = Person(cii="A00000000", names=(Name("01", "M., A."),))
    return Record(file=file, person=person, cycles=cycles, read_lines=tuple(row.source for row in rows))


def _cycle(rows: tuple[Row, ...]) -> Cycle:
    return Cycle(tuple(_events(rows)), rows[0].source)


def _events(rows: tuple[Row, ...]) -> Iterator[Event]:
    first = rows[0]
    filed = first.text("case") is not None
    if first.day("arrest"):
        yield _event(EventKind.ARREST, rows, filed)
    if filed:
        yield _event(EventKind.COURT, rows, filed)


def _event(kind: EventKind, rows: tuple[Row, ...], filed: bool) -> Event:
    first = rows[0]
    court = kind is EventKind.COURT
    day = first.day("court" if court else "arrest")
    number = first.text("case" if court else "booking")
    return Event(
        kind=kind,
        source=first.source,
        date=day,
        date_raw=day.strftime("%Y%m%d") if day else None,
        agency=(first.text("court_name") or COURT_NAME) if court else (first.text("police") or POLICE),
        name_code="01",
        number=number,
        number_kind=(NumberKind.CASE if court else NumberKind.BOOKING) if number else None,
        counts=tuple(_count(row, place, day, court or not filed) for place, row in enumerate(rows, start=1)),
    )


def _count(row: Row, place: int, day: dt.date | None, decided: bool) -> Count:
    number = row.text("count")
    return Count(
        number=int(number) if number and number.isdigit() else place,
        source=row.source,
        code=row.text("code"),
        section=row.text("section"),
        attempt=row.text("attempt") == "yes",
        charged_level=row.level("charged") or row.level("level"),
        dispositions=tuple(_dispositions(row, day)) if decided else (),
    )


def _dispositions(row: Row, day: dt.date | None) -> Iterator[Disposition]:
    """`convicted; reduced 2016-01-01 M`: each its kind, then its own day and level where it has them, or `combined` where a
    prosecutor put the charge together with another case.
    """
    sentence = tuple(_sentence(row))
    for place, cell in enumerate(part.strip() for part in (row.text("disposition") or "").split(";")):
        if not cell:
            continue
        word, *rest = cell.split()
        kind = _kind(row, word)
        own = next((row.as_day(part, "disposition") for part in rest if "-" in part), day)
        level = next((Level(part) for part in rest if part in set(Level)), None)
        if kind is DispositionKind.CONVICTED:
            level = level or row.level("level")
        text = kind.value.upper().replace("_", " ") + (_COMBINED if "combined" in rest else "")
        raw = own.strftime("%Y%m%d") if own else None
        yield Disposition(kind, text, row.source, own, raw, level, sentence if not place else ())


def _kind(row: Row, word: str) -> DispositionKind:
    try:
        return DispositionKind(word)
    except ValueError:
        known = ", ".join(DispositionKind)
        raise LawError(row.file, f"'{word}' is not a disposition: use {known}.") from None


def _sentence(row: Row) -> Iterator[SentencePart]:
    """`36 months probation, 180 days jail suspended, fine`."""
    for text in (part.strip() for part in (row.text("sentence") or "").split(",")):
        if not text:
            continue
        words = text.split()
        kind = next((SentenceKind(word) for word in words if word in set(SentenceKind)), SentenceKind.OTHER)
        amount = int(words[0]) if words[0].isdigit() else None
        unit = words[1] if amount is not None and len(words) > 1 else ""
        yield SentencePart(
            kind=kind,
            text=text.upper(),
            years=amount if unit.startswith("year") else None,
            months=amount if unit.startswith("month") else None,
            days=amount if unit.startswith("day") else None,
            suspended="suspended" in words,
            concurrent="concurrent" in words,
        )
