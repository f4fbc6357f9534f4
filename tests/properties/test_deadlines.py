"""A deadline never falls on a closed day, more holidays never make it earlier, and a second way of counting agrees."""

import datetime as dt
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from vacatur.law import Confidence, Pack, pack
from vacatur.law.calendar import Calendar, Holiday
from vacatur.law.deadlines import DueDay, due
from vacatur.law.pack import CALIFORNIA
from vacatur.law.rules import Direction, Event

DAYS = st.dates(dt.date(2024, 1, 10), dt.date(2024, 11, 30))  # three years later is still in the data
GAPS = st.integers(0, 650)
FORWARD = [id_ for id_ in pack().rule_ids() if pack().rule(id_).direction is Direction.FORWARD]
BACKWARD = [id_ for id_ in pack().rule_ids() if pack().rule(id_).direction is Direction.BACKWARD]
READ_SINCE = dt.date(2026, 1, 1)  # some notice periods were read only in the text of 2026


def answer(rule: str, start: dt.date, gap: int, law: Pack) -> DueDay:
    events = pack().rule(rule).events
    days = {event.value: start + dt.timedelta(days=gap if event is Event.ORDER else 0) for event in events}
    return due(rule, days, law)


def with_holidays(extra: set[dt.date]) -> Pack:
    """California's pack with more judicial holidays."""
    law = Pack(CALIFORNIA)
    law.calendar = Calendar(
        {
            number: replace(
                year,
                holidays={
                    **year.holidays,
                    **{day: Holiday(day, "extra", Confidence.C1) for day in extra if day.year == number},
                },
            )
            for number, year in pack().calendar.years.items()
        }
    )
    return law


@given(st.sampled_from(FORWARD), DAYS, GAPS)
def test_a_deadline_never_falls_on_a_closed_day(rule: str, start: dt.date, gap: int) -> None:
    found = answer(rule, start, gap, pack())

    assert pack().calendar.closed(found.day) is None
    assert pack().calendar.closed(found.conservative_day) is None
    assert found.conservative_day <= found.raw_day <= found.day


@given(st.sampled_from(BACKWARD), st.dates(READ_SINCE + dt.timedelta(days=60), dt.date(2027, 12, 1)))
def test_a_day_counted_backward_is_open_and_never_late(rule: str, hearing: dt.date) -> None:
    found = due(rule, {"hearing": hearing}, pack())

    assert pack().calendar.closed(found.day) is None
    assert found.day == found.conservative_day <= found.raw_day < hearing


@given(
    st.sampled_from(FORWARD),
    DAYS,
    GAPS,
    st.sets(st.dates(dt.date(2024, 1, 2), dt.date(2027, 11, 1)), max_size=40),
)
def test_more_holidays_never_make_a_deadline_earlier(rule: str, start: dt.date, gap: int, extra: set[dt.date]) -> None:
    law = with_holidays(extra)

    assert answer(rule, start, gap, law).day >= answer(rule, start, gap, pack()).day
    assert answer(rule, start, gap, law).conservative_day <= answer(rule, start, gap, pack()).conservative_day


@given(DAYS, DAYS)
def test_an_event_a_day_later_never_makes_a_deadline_earlier(one: dt.date, other: dt.date) -> None:
    first, second = sorted((one, other))

    assert answer("prosecutor-response", first, 0, pack()).day <= answer("prosecutor-response", second, 0, pack()).day


CLOSED_2026 = {  # the published list, written down a second time
    *(
        (1, 1),
        (1, 19),
        (2, 12),
        (2, 16),
        (3, 31),
        (5, 25),
        (6, 19),
        (7, 3),
        (9, 7),
        (9, 25),
        (11, 11),
        (11, 26),
        (11, 27),
        (12, 25),
    ),
}


def counted_by_hand(received: dt.date) -> dt.date:
    """Forty-five days as one would tick them off on a wall calendar of 2026."""
    ticked, day = 0, received
    while ticked < 45:
        day = dt.date.fromordinal(day.toordinal() + 1)
        ticked += 1
    while day.isoweekday() >= 6 or (day.month, day.day) in CLOSED_2026:
        day = dt.date.fromordinal(day.toordinal() + 1)
    return day


@given(st.dates(dt.date(2025, 11, 18), dt.date(2026, 11, 15)))
def test_a_wall_calendar_gives_the_same_day(received: dt.date) -> None:
    assert due("prosecutor-response", {"received": received}, pack()).day == counted_by_hand(received)
