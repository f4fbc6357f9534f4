"""FICTIONAL."""

import datetime as dt

import pytest

from tests.unit.screening.asked import DAY, sheet
from vacatur.law import pack
from vacatur.records.items import items_of
from vacatur.screening.elements.pattern import arrest_days, conviction_days, longest_run, stands_convicted

SECTIONS = pack().parameter("pc_851_91/pattern_sections", DAY)
ROWS = (
    "5DV03001 | | PC | 273.5(a) | F | F | 2005-01-10 | 2005-02-10 | convicted |",
    "5DV03002 | | PC | 243(e)(1) | M | M | 2006-01-10 | 2006-02-10 | convicted; vacated 2020-01-01 |",
    "5DV03003 | | PC | 484(a) | M | M | 2007-01-10 | 2007-02-10 | convicted |",
    " | B7735310 | PC | 273.6 | | M | 2008-01-10 | | prosecutor_rejected |",
)
ITEMS = items_of(sheet(*ROWS))


def days(*texts: str) -> list[dt.date]:
    return [dt.date.fromisoformat(text) for text in texts]


def test_only_standing_convictions_of_the_listed_offenses_count() -> None:
    assert conviction_days(ITEMS, SECTIONS) == days("2005-01-10")


def test_every_arrest_for_a_listed_offense_counts() -> None:
    assert arrest_days(ITEMS, SECTIONS) == days("2005-01-10", "2006-01-10", "2008-01-10")


def test_counts_of_one_day_are_one_occasion() -> None:
    items = items_of(sheet(ROWS[0], ROWS[0].replace("273.5(a)", "243(e)(1)")))

    assert len(arrest_days(items, SECTIONS)) == 1


def test_a_vacated_conviction_does_not_stand_and_a_dismissed_one_does() -> None:
    dismissed = items_of(sheet(ROWS[0].replace("convicted", "convicted; dismissed_1203_4 2010-01-01")))[0]

    assert stands_convicted(ITEMS[0])
    assert stands_convicted(dismissed)
    assert not stands_convicted(ITEMS[1])
    assert not stands_convicted(ITEMS[3])


@pytest.mark.parametrize(
    ("occasions", "run"),
    [
        ((), 0),
        (("2005-01-10",), 1),
        (("2005-01-10", "2008-01-10"), 2),
        (("2005-01-10", "2008-01-11"), 1),
        (("2005-01-10", "2007-01-10", "2009-01-10"), 3),
        (("2001-01-10", "2005-01-10", "2007-01-10"), 2),
    ],
)
def test_occasions_stand_in_a_row_while_each_is_near_the_one_before(occasions: tuple[str, ...], run: int) -> None:
    assert longest_run(days(*occasions), 3) == run
