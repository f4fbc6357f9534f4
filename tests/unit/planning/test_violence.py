"""FICTIONAL."""

from dataclasses import replace

import pytest

from tests.unit.planning.planned import DAY, FACTS, VAN_NUYS, planned, saying
from tests.unit.screening.test_booked import booked_on
from vacatur.law import pack
from vacatur.planning.build import make_plan
from vacatur.planning.violence import PLAIN, Standing, Violence
from vacatur.records.facts import Enhancement, EnhancementStatus, Nexus
from vacatur.records.item import ItemKind
from vacatur.records.record import Level
from vacatur.screening.engine import screen

THEFT = VAN_NUYS.replace("647(b) | M | M", "487(a) | F | F")
ASSAULT = VAN_NUYS.replace("647(b) | M | M", "245(a)(4) | F | F")
BURGLARY = VAN_NUYS.replace("647(b) | M | M", "460(a) | F | F")
ATTEMPT = VAN_NUYS.replace("647(b) | M | M", "664/211 | F | F")


def standing(row: str, **facts: object) -> Violence:
    said = {"number": "9AR04417", "count": 1, **facts}
    (petition,) = planned(row, facts=saying(Nexus(**said))).petitions  # type: ignore[arg-type]
    return petition.items[0].violence


def test_a_misdemeanor_is_plainly_nonviolent() -> None:
    assert standing(VAN_NUYS) == PLAIN


def test_a_felony_that_no_entry_names_is_open_until_its_enhancements_are_told() -> None:
    assert standing(THEFT) == Violence(Standing.OPEN, "enhancements")
    assert standing(THEFT, enhancements=()) == Violence(Standing.SHOWN)


def test_a_deciding_fact_that_nobody_gave_leaves_it_open() -> None:
    assert standing(BURGLARY, enhancements=()).fact == "occupied_residence_proved"
    assert standing(BURGLARY, enhancements=(), occupied_residence_proved=False) == Violence(Standing.SHOWN)


@pytest.mark.parametrize("status", [EnhancementStatus.STRICKEN, EnhancementStatus.DISMISSED])
def test_a_stricken_enhancement_is_counsel_s_question(status: EnhancementStatus) -> None:
    stricken = (Enhancement("12022.7", status),)

    assert standing(ASSAULT, enhancements=stricken) == Violence(Standing.COUNSEL, law=True)
    assert standing(ASSAULT, enhancements=stricken, counsel_cleared=True) == Violence(Standing.CONTENDED, law=True)


def test_one_that_was_only_charged_still_lacks_its_end() -> None:
    charged = (Enhancement("12022.7", EnhancementStatus.CHARGED),)

    assert standing(ASSAULT, enhancements=charged, counsel_cleared=True) == Violence(Standing.OPEN, "enhancements")


def test_one_that_was_found_not_true_takes_it_off_the_list() -> None:
    assert standing(ASSAULT, enhancements=(Enhancement("12022.7", EnhancementStatus.NOT_FOUND_TRUE),)) == Violence(
        Standing.SHOWN
    )


def test_an_attempt_is_settled_by_counsel_alone() -> None:
    assert standing(ATTEMPT, enhancements=()) == Violence(Standing.COUNSEL, law=True)
    assert standing(ATTEMPT, enhancements=(), counsel_cleared=True) == Violence(Standing.CONTENDED, law=True)


def test_an_arrest_booked_on_a_listed_charge_is_counsel_s_question_about_that_charge() -> None:
    record = booked_on(Level.FELONY)
    plan = make_plan(record, screen(record, FACTS, DAY, pack()), FACTS, pack())

    item, arrest = plan.petitions[0].items
    assert item.violence == Violence(Standing.COUNSEL, booked="PC 211")
    assert (arrest.item.kind, arrest.violence) == (ItemKind.ARREST, Violence(Standing.COUNSEL, law=True))
    assert item.questions[0].startswith("The arrest was booked on PC 211")
    assert not item.cleared


def test_a_question_that_is_not_about_the_list_leaves_the_standing_alone() -> None:
    (petition,) = planned(
        VAN_NUYS.replace("| convicted", "|"), facts=replace(FACTS, status=replace(FACTS.status, charged=True))
    ).petitions

    assert petition.items[0].questions
    assert petition.items[0].violence == PLAIN
