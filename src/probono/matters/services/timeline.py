"""The periods of victimization against the items: where each act stands, and a drawing of it."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from probono.matters.models import RecordVersion
from probono.matters.services.facts_document import facts_of
from probono.matters.services.record import record_of
from vacatur.nexus.match import match
from vacatur.nexus.worksheet import Worksheet, worksheet
from vacatur.records.facts import Facts, Victimization
from vacatur.records.items import items_of

WIDTH, LEFT, RIGHT = 900, 20, 20
ROW, TOP = 34, 44
DAYS_A_YEAR = 365.25


@dataclass(frozen=True, slots=True)
class Bar:
    """One period of victimization, drawn."""

    kind: str
    x: float
    width: float
    y: float
    open_end: bool


@dataclass(frozen=True, slots=True)
class Dot:
    """One item, drawn at the day of its act or what stands in for it. `number` is its row in the table beside."""

    number: int
    x: float
    y: float
    exact: bool
    where: str


@dataclass(frozen=True, slots=True)
class Tick:
    """One year of the scale."""

    year: int
    x: float


@dataclass(frozen=True, slots=True)
class Drawing:
    """Everything the picture shows, in its own units."""

    width: int
    height: float
    base: float
    bars: tuple[Bar, ...]
    dots: tuple[Dot, ...]
    ticks: tuple[Tick, ...]


def worksheets(version: RecordVersion, document: Mapping[str, Any]) -> tuple[Worksheet, ...]:
    """One worksheet per item: what is attested for it, and its weak points. InputError when a fact contradicts the sheet."""
    items = items_of(record_of(version))
    facts = facts_of(document, {}, items)
    entries = match(items, facts)
    return tuple(worksheet(item, entries.get(item.id), facts) for item in items)


def periods(document: Mapping[str, Any]) -> tuple[Victimization, ...]:
    """The periods of victimization as kept."""
    facts: Facts = facts_of(document, {}, ())
    return facts.victimizations


def draw(sheets: Sequence[Worksheet], windows: Sequence[Victimization], today: dt.date) -> Drawing | None:
    """The picture, or nothing while there is no day to draw."""
    days = [each.act.day for each in sheets if each.act.day] + [
        day for each in windows for day in (each.start, each.end) if day
    ]
    if not days or not windows:
        return None
    first = dt.date(min(days).year, 1, 1)
    last = max(*days, *(today for each in windows if each.end is None), first + dt.timedelta(days=365))
    scale = _Scale(first, dt.date(last.year, 12, 31))
    bars = tuple(_bar(each, scale, TOP + index * ROW, first, today) for index, each in enumerate(windows))
    base = TOP + len(windows) * ROW + 26
    dots = _dots(sheets, scale, base)
    lowest = max((dot.y for dot in dots), default=base)
    return Drawing(WIDTH, lowest + 26, base - 16, bars, dots, scale.ticks())


@dataclass(frozen=True, slots=True)
class _Scale:
    first: dt.date
    last: dt.date

    def x(self, day: dt.date) -> float:
        share = (day - self.first).days / max(1, (self.last - self.first).days)
        return round(LEFT + share * (WIDTH - LEFT - RIGHT), 1)

    def ticks(self) -> tuple[Tick, ...]:
        years = self.last.year - self.first.year + 1
        step = 1 if years <= 14 else (2 if years <= 28 else 5)
        return tuple(
            Tick(year, self.x(dt.date(year, 1, 1))) for year in range(self.first.year, self.last.year + 1, step)
        )


def _bar(period: Victimization, scale: _Scale, y: float, first: dt.date, today: dt.date) -> Bar:
    start, end = scale.x(period.start or first), scale.x(period.end or period.last_known or today)
    return Bar(period.kind.value, start, max(4, round(end - start, 1)), y, period.end is None and period.ended is None)


def _dots(sheets: Sequence[Worksheet], scale: _Scale, base: float) -> tuple[Dot, ...]:
    """Items side by side; one that would cover its neighbor moves down a row."""
    rows: list[float] = []
    found = []
    for number, each in sorted(enumerate(sheets, start=1), key=lambda pair: pair[1].act.day or scale.last):
        if each.act.day is None:
            continue
        x = scale.x(each.act.day)
        row = next((index for index, right in enumerate(rows) if x - right > 26), len(rows))
        rows[row : row + 1] = [x]
        found.append(Dot(number, x, base + row * 28, each.act.exact, inside(each)))
    return tuple(found)


def inside(sheet: Worksheet) -> str:
    """Whether the act lies in any period: yes, no, or unknown."""
    answers = [found.holds for _, found in sheet.windows]
    if any(answer is True for answer in answers):
        return "yes"
    return "no" if answers and all(answer is False for answer in answers) else "unknown"
