"""FICTIONAL."""

import datetime as dt
from dataclasses import replace

from tests.unit.screening.asked import CONVICTED, DAY, FACTS, NUMBER, about, saying, sheet
from vacatur.records.item import DateIs
from vacatur.records.items import items_of
from vacatur.screening.booked import Charge
from vacatur.screening.docket import situations
from vacatur.screening.situation import Situation

OTHER_CASE = "5DV03001 | | PC | 484(a) | M | M | 2016-03-09 | 2016-04-02 | convicted |"
REJECTED = " | B7735310 | PC | 211 | | F | 2014-03-09 | | prosecutor_rejected |"
SECOND_COUNT = f"{NUMBER} | | PC | 148.9(a) | | M | 2014-03-09 | 2014-04-02 | dismissed |"


def of(*rows: str) -> list[Situation]:
    return situations(items_of(sheet(*rows)), FACTS, DAY)


def test_counts_of_one_case_are_siblings_and_other_cases_are_not() -> None:
    first, second, third = of(CONVICTED, SECOND_COUNT, OTHER_CASE)

    assert first.siblings == (second.item,)
    assert second.siblings == second.same_case == (first.item,)
    assert third.siblings == ()


def test_an_item_alone_has_no_siblings() -> None:
    assert of(CONVICTED)[0].siblings == ()


def test_an_arrest_never_filed_and_a_case_of_the_same_arrest_are_siblings() -> None:
    arrest, count = of(REJECTED, CONVICTED)

    assert arrest.siblings == (count.item,)
    assert arrest.same_case == ()


def test_who_booked_links_what_two_agencies_print_of_one_arrest() -> None:
    arrest, count = items_of(sheet(REJECTED, CONVICTED))
    other = replace(count, arresting_agency="CAPD Z", agencies=("CAPD Z", *count.agencies))

    assert situations((arrest, other), FACTS, DAY)[0].siblings == (other,)


def test_a_supplemental_arrest_of_another_day_is_linked_by_its_booking_numbers() -> None:
    arrest, count = items_of(sheet(REJECTED, CONVICTED))
    later = replace(arrest, arrest_date=dt.date(2014, 3, 12), arrest_numbers=("B7735310", "44-1"))
    booked = replace(count, arrest_numbers=("441", "B7735310"))

    assert situations((later, booked), FACTS, DAY)[0].siblings == (booked,)
    assert situations((later, count), FACTS, DAY)[0].siblings == ()


def test_everything_is_the_whole_record() -> None:
    assert len(of(CONVICTED, OTHER_CASE)[0].everything) == 2


def test_facts_join_their_item_and_date_it() -> None:
    said = saying(about(offense_date=dt.date(2014, 3, 8), section="647(b)(2)"))

    made = situations(items_of(sheet(CONVICTED)), said, DAY)[0]

    assert made.nexus.offense_date == made.act.day == made.item.date == dt.date(2014, 3, 8)
    assert made.act.exact
    assert made.section == "647(b)(2)"


def test_without_facts_the_arrest_stands_in() -> None:
    made = of(CONVICTED)[0]

    assert (made.act.day, made.act.date_is) == (dt.date(2014, 3, 9), DateIs.ARREST)
    assert made.nexus.number == ""


def test_the_charges_of_the_arrest_join_the_count() -> None:
    charge = Charge("PC", "211", None, False)

    made = situations(items_of(sheet(CONVICTED)), FACTS, DAY, {dt.date(2014, 3, 9): (charge,)})

    assert made[0].booked == (charge,)
