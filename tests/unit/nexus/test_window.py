"""FICTIONAL."""

import datetime as dt

import pytest

from vacatur.kit.tri import Tri
from vacatur.nexus import ActDay, Where, membership
from vacatur.records.facts import Victimization, VictimizationKind
from vacatur.records.item import DateIs

START, END = dt.date(2012, 1, 1), dt.date(2015, 6, 30)
A_DAY = dt.timedelta(days=1)
PERIOD = Victimization(VictimizationKind.TRAFFICKING, START, END)
GOES_ON = Victimization(VictimizationKind.TRAFFICKING, START, None)
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
        (START, Where.INSIDE_BY_ARREST, True),
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


def test_a_period_whose_beginning_is_not_known_leaves_the_answer_open() -> None:
    assert found(NO_START, START, DateIs.OFFENSE) == (Where.NO_START, None)
    assert found(NO_START, START, DateIs.ARREST) == (Where.NO_START, None)


def test_an_act_after_the_end_is_outside_whenever_the_period_began() -> None:
    assert found(NO_START, END + A_DAY, DateIs.OFFENSE) == (Where.AFTER, False)


def test_without_a_day_nothing_can_be_placed() -> None:
    assert found(PERIOD, None, DateIs.COURT) == (Where.NO_DAY, None)
