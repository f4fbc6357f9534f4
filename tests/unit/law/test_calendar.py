import datetime as dt
from collections.abc import Callable
from pathlib import Path

import pytest

from vacatur.law import LawError, pack
from vacatur.law.calendar import Calendar, UnknownYearError, load_calendar

Write = Callable[[str, str], Path]
OFFICIAL_2026 = [
    "01-01",
    "01-19",
    "02-12",
    "02-16",
    "03-31",
    "05-25",
    "06-19",
    "07-03",
    "09-07",
    "09-25",
    "11-11",
    "11-26",
    "11-27",
    "12-25",
]


def load(write: Write, old: str = "", new: str = "") -> Calendar:
    text = (pack().root / "calendar/2026.toml").read_text(encoding="utf-8")
    assert old in text
    return load_calendar(write("calendar/2026.toml", text.replace(old, new, 1)), lambda cite: cite)


def test_2026_is_as_the_courts_published_it() -> None:
    year = pack().calendar.years[2026]

    assert year.verified
    assert [day.strftime("%m-%d") for day in year.holidays] == OFFICIAL_2026


def test_2027_is_computed_and_says_so() -> None:
    assert not pack().calendar.confirmed(dt.date(2027, 6, 18))
    assert pack().calendar.closed(dt.date(2027, 6, 18)) == "Juneteenth (observed)"
    assert pack().calendar.closed(dt.date(2027, 7, 5)) == "Independence Day (observed)"
    assert pack().calendar.closed(dt.date(2027, 12, 24)) == "Christmas Day (observed)"


@pytest.mark.parametrize("day", ["2026-09-09", "2026-10-12", "2026-04-24", "2026-02-17", "2026-11-08"])
def test_state_holidays_that_are_no_judicial_holidays_are_court_days(day: str) -> None:
    date = dt.date.fromisoformat(day)

    assert pack().calendar.closed(date) is None or date.weekday() > 4


def test_weekends_are_closed() -> None:
    assert pack().calendar.closed(dt.date(2026, 11, 28)) == "a Saturday"
    assert pack().calendar.closed(dt.date(2026, 11, 29)) == "a Sunday"


@pytest.mark.parametrize("year", [2023, 2028])
def test_a_year_that_is_not_in_the_data_cannot_be_asked_about(year: int) -> None:
    with pytest.raises(UnknownYearError) as caught:
        pack().calendar.closed(dt.date(year, 6, 1))

    assert f"The judicial holidays of {year} are not in the law data" in caught.value.sentence
    assert "2026, 2027" in caught.value.sentence


@pytest.mark.parametrize(
    ("old", "new", "sentence"),
    [
        ("day = 2026-01-19", "day = 2027-01-19", "days of that year, each once, in order"),
        ("day = 2026-01-19", "day = 2026-01-01", "days of that year, each once, in order"),
        ("day = 2026-01-19", "day = 2026-03-01", "days of that year, each once, in order"),
        (
            'name = "Lincoln Day"\nconfidence = "C2"',
            'name = "Lincoln Day"\nconfidence = "M"',
            "a day that was not read",
        ),
        ("verified = true\n", "", "the key 'verified' is missing"),
    ],
)
def test_a_broken_year_is_refused(write: Write, old: str, new: str, sentence: str) -> None:
    with pytest.raises(LawError, match=sentence):
        load(write, old, new)
