"""FICTIONAL."""

import datetime as dt

import pytest

from vacatur.screening.elements.terms import after


@pytest.mark.parametrize(
    ("start", "years", "months", "days", "end"),
    [
        (dt.date(2014, 4, 2), 0, 24, 0, dt.date(2016, 4, 2)),
        (dt.date(2014, 4, 2), 3, 0, 0, dt.date(2017, 4, 2)),
        (dt.date(2014, 4, 2), 1, 6, 10, dt.date(2015, 10, 12)),
        (dt.date(2015, 1, 31), 0, 1, 0, dt.date(2015, 2, 28)),
        (dt.date(2016, 1, 31), 0, 1, 0, dt.date(2016, 2, 29)),
        (dt.date(2016, 2, 29), 1, 0, 0, dt.date(2017, 2, 28)),
        (dt.date(2014, 12, 15), 0, 1, 0, dt.date(2015, 1, 15)),
        (dt.date(2014, 12, 31), 0, 0, 180, dt.date(2015, 6, 29)),
    ],
)
def test_a_term_ends_on_the_day_of_the_calendar(
    start: dt.date, years: int, months: int, days: int, end: dt.date
) -> None:
    assert after(start, years, months, days) == end
