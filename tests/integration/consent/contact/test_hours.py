"""S-23: safe hours on the clock of the program's place, both nights on which it changes included."""

import datetime as dt
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from probono.consent.contact.hours import DAY, EVERY_DAY, Hours

LA = ZoneInfo("America/Los_Angeles")
SPRING, AUTUMN = dt.date(2031, 3, 9), dt.date(2031, 11, 2)
minutes = st.integers(0, DAY)


def on_her_clock(hours: Hours, day: dt.date) -> set[dt.datetime]:
    """Every safe minute of a day, by watching the clock: once it has shown the end, the day's hours are over."""
    moment = dt.datetime(day.year, day.month, day.day, tzinfo=LA).astimezone(dt.UTC)
    found, over = set(), False
    while (wall := moment.astimezone(LA)).date() == day:
        shown = wall.hour * 60 + wall.minute
        over = over or shown >= hours.end
        if hours.start <= shown and not over and day.weekday() in hours.days:
            found.add(moment)
        moment += dt.timedelta(minutes=1)
    return found


@given(st.sampled_from([SPRING, AUTUMN, dt.date(2031, 6, 4)]), minutes, minutes, st.frozensets(st.integers(0, 6)))
def test_it_holds_exactly_when_her_clock_says_so(day: dt.date, one: int, other: int, days: frozenset[int]) -> None:
    hours = Hours(days, min(one, other), max(one, other))
    moment = dt.datetime(day.year, day.month, day.day, tzinfo=LA).astimezone(dt.UTC)
    every = {moment + dt.timedelta(minutes=number) for number in range(25 * 60)}

    said = {each for each in every if hours.holds(each, LA) and each.astimezone(LA).date() == day}

    assert said == on_her_clock(hours, day)


@pytest.mark.parametrize(("utc", "holds"), [("09:59", True), ("10:00", False), ("10:30", False)])
def test_an_hour_that_does_not_come_is_never_inside(utc: str, holds: bool) -> None:
    until_half_past_two = Hours(EVERY_DAY, 60, 150)

    assert until_half_past_two.holds(dt.datetime.fromisoformat(f"2031-03-09T{utc}+00:00"), LA) is holds


@pytest.mark.parametrize(("utc", "holds"), [("08:00", True), ("08:29", True), ("08:30", False), ("09:15", False)])
def test_an_hour_that_comes_twice_does_not_open_again(utc: str, holds: bool) -> None:
    one_to_half_past = Hours(EVERY_DAY, 60, 90)

    assert one_to_half_past.holds(dt.datetime.fromisoformat(f"2031-11-02T{utc}+00:00"), LA) is holds


def test_without_hours_no_time_is_safe() -> None:
    assert not Hours().holds(dt.datetime(2031, 6, 4, 12, tzinfo=dt.UTC), LA)
    assert not Hours.of({}).holds(dt.datetime(2031, 6, 4, 12, tzinfo=dt.UTC), LA)


def test_a_row_keeps_them() -> None:
    hours = Hours(frozenset({0, 4}), 540, 1020)

    assert Hours.of(hours.kept()) == hours


def test_the_whole_day_ends_at_midnight() -> None:
    assert Hours(EVERY_DAY, 0, DAY).closes(dt.datetime(2031, 6, 4, 19, tzinfo=dt.UTC), LA) == dt.datetime(
        2031, 6, 5, 7, tzinfo=dt.UTC
    )
