"""FICTIONAL."""

import datetime as dt

import pytest

from tests.unit.screening.asked import CONVICTED, DAY, FACTS, NUMBER, sheet
from vacatur.records.items import items_of
from vacatur.screening.docket import situations
from vacatur.screening.signature import Signature, signature_of

TURNING = (dt.date(2024, 1, 1), dt.date(2025, 1, 1))
SIBLING = f"{NUMBER} | | PC | 148.9(a) | | M | 2014-03-09 | 2014-04-02 | dismissed |"


def signature(*rows: str, probation: bool = True) -> Signature:
    return signature_of(situations(items_of(sheet(*rows)), FACTS, DAY)[0], TURNING, probation)


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


def test_neighbors_enter() -> None:
    assert signature(CONVICTED, SIBLING) != signature(CONVICTED)


def test_probation_enters_only_where_it_is_read() -> None:
    other = CONVICTED.replace("36 months probation", "2 years prison")

    assert signature(CONVICTED, probation=False) == signature(other, probation=False)
