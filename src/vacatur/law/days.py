"""Counting days as the Code of Civil Procedure does (§§ 12 to 12c). The day counted from is never counted."""

import datetime as dt
from collections.abc import Iterator

from vacatur.law.calendar import Calendar

ONE = dt.timedelta(days=1)


def add_years(day: dt.date, years: int) -> dt.date:
    """The same day of a later year. From February 29 it is February 28 where the later year has no 29th: the year is full then."""
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return day.replace(year=day.year + years, day=28)


def court_days(day: dt.date, count: int, step: int, calendar: Calendar) -> dt.date:
    """`count` court days after (step 1) or before (step -1) a day."""
    while count > 0:
        day += ONE * step
        count -= calendar.closed(day) is None
    return day


def closed_run(day: dt.date, step: int, calendar: Calendar) -> Iterator[tuple[dt.date, str]]:
    """The closed days from `day` on, in either direction, each with why; empty when the courts are open on it."""
    while why := calendar.closed(day):
        yield day, why
        day += ONE * step


def open_day(day: dt.date, step: int, calendar: Calendar) -> dt.date:
    """The first court day from `day` on, itself included."""
    for closed, _ in closed_run(day, step, calendar):
        day = closed + ONE * step
    return day
