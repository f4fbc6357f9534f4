"""FICTIONAL."""

import datetime as dt

import pytest

from tests.unit.screening.asked import CONVICTED, DAY, FACTS, NUMBER, sheet
from vacatur.records.items import items_of
from vacatur.screening.docket import situations
from vacatur.screening.signature import Signature, TurnsOn, signature_of

TURNING = (dt.date(2024, 1, 1), dt.date(2025, 1, 1))
EVERYTHING = TurnsOn(act=True, neighbors=True, probation=True)
SIBLING = f"{NUMBER} | | PC | 148.9(a) | | M | 2014-03-09 | 2014-04-02 | dismissed |"


def signature(*rows: str, turns_on: TurnsOn = EVERYTHING) -> Signature:
    return signature_of(situations(items_of(sheet(*rows)), FACTS, DAY)[0], TURNING, turns_on)


def test_numbers_and_days_that_decide_nothing_do_not_enter() -> None:
    other = (
        CONVICTED.replace(NUMBER, "5DV03001").replace("2014-03-09", "2014-05-09").replace("2014-04-02", "2014-06-02")
    )

    assert signature(CONVICTED) == signature(other)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("647(b)", "647(a)"),
        ("| M | M |", "| F | F |"),
        ("convicted", "convicted; vacated 2019-01-01"),
        ("2014-03-09 | 2014-04-02", "2015-07-09 | 2015-08-02"),
        ("2014-03-09 | 2014-04-02", " | "),
        ("2014-03-09 | 2014-04-02", "2025-07-09 | 2025-08-02"),
        ("36 months probation", "2 years prison"),
        ("36 months probation", "36 years probation"),
    ],
)
def test_what_an_outcome_can_turn_on_does(old: str, new: str) -> None:
    assert signature(CONVICTED) != signature(CONVICTED.replace(old, new))


def test_neighbors_enter_only_where_they_are_read() -> None:
    assert signature(CONVICTED, SIBLING) != signature(CONVICTED)
    assert signature(CONVICTED, SIBLING, turns_on=TurnsOn(act=True)) == signature(CONVICTED, turns_on=TurnsOn(act=True))


def test_probation_enters_only_where_it_is_read() -> None:
    other = CONVICTED.replace("36 months probation", "2 years prison")

    assert signature(CONVICTED, turns_on=TurnsOn(act=True)) == signature(other, turns_on=TurnsOn(act=True))
    assert signature(CONVICTED, turns_on=TurnsOn(probation=True)) != signature(other, turns_on=TurnsOn(probation=True))


def test_the_day_of_the_act_enters_only_where_it_is_read() -> None:
    late = CONVICTED.replace("2014-03-09", "2015-07-09").replace("2014-04-02", "2015-08-02")

    assert signature(CONVICTED, turns_on=TurnsOn(neighbors=True)) == signature(late, turns_on=TurnsOn(neighbors=True))
    assert signature(CONVICTED, turns_on=TurnsOn(act=True)) != signature(late, turns_on=TurnsOn(act=True))


def test_what_two_reliefs_turn_on_is_joined() -> None:
    assert TurnsOn(act=True).joined(TurnsOn(probation=True)) == TurnsOn(act=True, probation=True)
