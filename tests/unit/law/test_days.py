import datetime as dt

import pytest

from vacatur.law import pack
from vacatur.law.days import add_years, closed_run, court_days, open_day


@pytest.mark.parametrize(
    ("day", "years", "later"),
    [
        ("2026-03-09", 1, "2027-03-09"),
        ("2024-02-29", 1, "2025-02-28"),
        ("2024-02-29", 4, "2028-02-29"),
        ("2023-02-28", 1, "2024-02-28"),
        ("2026-03-09", -2, "2024-03-09"),
    ],
)
def test_years_end_on_the_same_day_of_the_month(day: str, years: int, later: str) -> None:
    assert add_years(dt.date.fromisoformat(day), years) == dt.date.fromisoformat(later)


@pytest.mark.parametrize(
    ("day", "count", "step", "reached"),
    [
        ("2026-11-25", 1, 1, "2026-11-30"),
        ("2026-11-30", 1, -1, "2026-11-25"),
        ("2026-11-25", 0, 1, "2026-11-25"),
        ("2026-11-28", 2, 1, "2026-12-01"),
    ],
)
def test_court_days_leave_out_what_is_closed(day: str, count: int, step: int, reached: str) -> None:
    assert court_days(dt.date.fromisoformat(day), count, step, pack().calendar) == dt.date.fromisoformat(reached)


def test_a_closed_run_tells_each_day_and_why() -> None:
    run = list(closed_run(dt.date(2026, 11, 26), 1, pack().calendar))

    assert [why for _, why in run] == ["Thanksgiving Day", "the day after Thanksgiving", "a Saturday", "a Sunday"]


def test_an_open_day_is_its_own_answer() -> None:
    assert open_day(dt.date(2026, 11, 25), 1, pack().calendar) == dt.date(2026, 11, 25)
    assert open_day(dt.date(2026, 11, 29), -1, pack().calendar) == dt.date(2026, 11, 25)
