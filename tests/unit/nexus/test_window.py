"""FICTIONAL."""

import datetime as dt
from dataclasses import replace

import pytest

from vacatur.kit.tri import Tri
from vacatur.nexus import ActDay, Where, membership
from vacatur.records.facts import Unknown, Victimization, VictimizationKind
from vacatur.records.item import DateIs

START, END = dt.date(2012, 1, 1), dt.date(2015, 6, 30)
A_DAY = dt.timedelta(days=1)
PERIOD = Victimization(VictimizationKind.TRAFFICKING, START, END)
GOES_ON = Victimization(VictimizationKind.TRAFFICKING, START, None)
ENDED = Victimization(VictimizationKind.TRAFFICKING, START, ended=Unknown.UNKNOWN)
NO_START = Victimization(VictimizationKind.TRAFFICKING, None, END)


def found(period: Victimization, day: dt.date | None, date_is: DateIs) -> tuple[Where, Tri]:
    answer = membership(period, ActDay(day, date_is))
    return answer.where, answer.holds


@pytest.mark.parametrize(
    ("day", "where", "holds"),
    [
        (START - A_DAY, Where.BEFORE, False),
        (START, Where.INSIDE, True),
        (START + A_DAY, Where.INSIDE, True),
        (END - A_DAY, Where.INSIDE, True),
        (END, Where.INSIDE, True),
        (END + A_DAY, Where.AFTER, False),
    ],
)
def test_the_day_of_the_act_is_inside_or_not(day: dt.date, where: Where, holds: bool) -> None:
    assert found(PERIOD, day, DateIs.OFFENSE) == (where, holds)


@pytest.mark.parametrize(
    ("day", "where", "holds"),
    [
        (START - A_DAY, Where.BEFORE, False),
        (START, Where.ON_FIRST_DAY, None),
        (START + A_DAY, Where.INSIDE_BY_ARREST, True),
        (END, Where.INSIDE_BY_ARREST, True),
        (END + A_DAY, Where.STAND_IN_AFTER, None),
    ],
)
def test_an_arrest_stands_in_within_the_period_and_leaves_open_after_it(day: dt.date, where: Where, holds: Tri) -> None:
    assert found(PERIOD, day, DateIs.ARREST) == (where, holds)


@pytest.mark.parametrize(
    ("day", "where", "holds"),
    [
        (START - A_DAY, Where.BEFORE, False),
        (START, Where.COURT_STANDS_IN, None),
        (END, Where.COURT_STANDS_IN, None),
        (END + A_DAY, Where.COURT_STANDS_IN, None),
    ],
)
def test_a_court_date_says_only_that_the_act_was_not_later(day: dt.date, where: Where, holds: Tri) -> None:
    assert found(PERIOD, day, DateIs.COURT) == (where, holds)


def test_a_period_without_an_end_goes_on() -> None:
    assert found(GOES_ON, dt.date(2026, 1, 1), DateIs.OFFENSE) == (Where.INSIDE, True)
    assert found(GOES_ON, dt.date(2026, 1, 1), DateIs.ARREST) == (Where.INSIDE_BY_ARREST, True)


@pytest.mark.parametrize(
    ("period", "last"), [(ENDED, START), (replace(ENDED, at_least_until=END), END)], ids=["from", "at_least_until"]
)
def test_nothing_is_known_of_the_days_after_the_last_one_on_which_it_is_known_to_have_gone_on(
    period: Victimization, last: dt.date
) -> None:
    assert found(period, last, DateIs.OFFENSE) == (Where.INSIDE, True)
    assert found(period, last + A_DAY, DateIs.OFFENSE) == (Where.AFTER_LAST_KNOWN, None)
    assert found(period, last + A_DAY, DateIs.ARREST) == (Where.STAND_IN_AFTER, None)
    assert found(period, START - A_DAY, DateIs.OFFENSE) == (Where.BEFORE, False)


def test_a_period_of_which_only_that_it_ended_is_known_leaves_everything_open() -> None:
    assert found(replace(ENDED, start=None), START, DateIs.OFFENSE) == (Where.NO_START, None)


def test_a_period_whose_beginning_is_not_known_leaves_the_answer_open() -> None:
    assert found(NO_START, START, DateIs.OFFENSE) == (Where.NO_START, None)
    assert found(NO_START, START, DateIs.ARREST) == (Where.NO_START, None)


def test_an_act_after_the_end_is_outside_whenever_the_period_began() -> None:
    assert found(NO_START, END + A_DAY, DateIs.OFFENSE) == (Where.AFTER, False)


def test_without_a_day_nothing_can_be_placed() -> None:
    assert found(PERIOD, None, DateIs.COURT) == (Where.NO_DAY, None)
