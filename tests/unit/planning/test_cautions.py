"""FICTIONAL."""

import datetime as dt
from dataclasses import replace

import pytest

from tests.unit.planning.planned import (
    ABUSED,
    ARREST,
    COMPTON,
    FACTS,
    LATE,
    ORANGE,
    TRAFFICKED,
    VAN_NUYS,
    VAN_NUYS_SAID,
    nexus,
    planned,
    saying,
    sheet,
)
from vacatur.law import pack
from vacatur.law.pack import CALIFORNIA, Pack
from vacatur.planning.cautions import cautions_of
from vacatur.records.facts import Facts
from vacatur.records.person import Name, Person
from vacatur.records.record import Count, UnreadLine
from vacatur.records.source import Source


def caution(name: str, **params: object) -> str:
    return pack().words(f"caution.{name}", **params)


def test_the_records_come_before_the_order_in_every_plan() -> None:
    assert caution("records_first") in planned(VAN_NUYS).cautions


def test_a_plan_on_draft_rules_says_so() -> None:
    assert caution("draft_rules") in planned(VAN_NUYS).cautions


def test_rules_that_counsel_signed_need_no_caution() -> None:
    law = Pack(CALIFORNIA)
    law._reliefs = {one.id: replace(one, reviewer="Counsel") for one in law.reliefs()}
    plan = planned(VAN_NUYS)

    assert caution("draft_rules") not in tuple(cautions_of(plan.petitions, FACTS, sheet(VAN_NUYS), law))


def test_a_plan_without_petitions_cautions_of_nothing() -> None:
    assert planned(LATE, facts=saying(nexus("8MP05562", dt.date(2018, 9, 22)))).cautions == ()


@pytest.mark.parametrize(("noncitizen", "name"), [(True, "immigration_review"), (None, "immigration_not_known")])
def test_the_immigration_attorney_comes_first_unless_she_is_a_citizen(noncitizen: bool | None, name: str) -> None:
    facts = saying(status=replace(FACTS.status, noncitizen=noncitizen))

    assert caution(name) in planned(VAN_NUYS, facts=facts).cautions
    assert caution(name) not in planned(VAN_NUYS).cautions


def test_pending_charges_are_a_caution() -> None:
    facts = saying(status=replace(FACTS.status, charged=True))

    assert caution("pending_charges") in planned(VAN_NUYS, facts=facts).cautions


def test_several_counties_need_everybody_s_agreement_for_one_hearing() -> None:
    assert caution("several_counties", count=2) in planned(VAN_NUYS, ORANGE).cautions


def test_a_doubtful_office_is_a_caution_and_a_known_one_is_not() -> None:
    doubtful = caution("serve_every_candidate", county="Los Angeles")

    assert doubtful in planned(VAN_NUYS).cautions
    assert doubtful not in planned(VAN_NUYS, facts=saying(VAN_NUYS_SAID)).cautions


def test_every_office_reads_the_whole_petition_where_there_are_several() -> None:
    every = caution("read_by_every_office", county="Los Angeles", count=2)

    assert every in planned(VAN_NUYS, COMPTON, facts=saying(VAN_NUYS_SAID)).cautions
    assert every not in planned(VAN_NUYS, facts=saying(VAN_NUYS_SAID)).cautions


def test_pleading_both_and_the_reasonable_time_are_cautions() -> None:
    both = planned(VAN_NUYS, facts=saying(victimizations=(TRAFFICKED, ABUSED))).cautions
    one = planned(VAN_NUYS, facts=saying(victimizations=(ABUSED,))).cautions

    assert caution("both_pleaded") in both
    assert caution("reasonable_time") in both
    assert caution("both_pleaded") not in one
    assert caution("reasonable_time") in one


def test_lines_that_were_not_read_are_a_caution() -> None:
    record = replace(sheet(VAN_NUYS), unread=(UnreadLine(1, 9, "?"),))

    assert caution("sheet_not_all") in planned(record=record).cautions


def test_an_arrest_on_another_charge_too_is_a_caution() -> None:
    record = sheet(VAN_NUYS)
    cycle = record.cycles[0]
    arrest = replace(cycle.events[0], counts=(*cycle.events[0].counts, Count(2, Source(1, 2), "PC", "484(a)")))
    more = replace(record, cycles=(replace(cycle, events=(arrest, *cycle.events[1:])),))

    assert caution("arrest_on_other_charge") in planned(record=more).cautions
    assert caution("arrest_on_other_charge") not in planned(record=record).cautions


def test_no_caution_names_the_client() -> None:
    for facts in (FACTS, Facts(), saying(VAN_NUYS_SAID)):
        assert not any("9AR04417" in one or "Canto" in one for one in planned(VAN_NUYS, facts=facts).cautions)


def test_a_county_taken_from_the_printed_name_of_a_court_is_a_caution() -> None:
    named = caution("county_from_name", county="Orange")

    assert named in planned(ORANGE).cautions
    assert named not in planned(ORANGE.replace("CASC ORANGE CO", "CASC FULLERTON")).cautions
    assert not any("takes its county" in one for one in planned(VAN_NUYS, ARREST).cautions)


def test_a_ground_nobody_asked_about_is_a_caution() -> None:
    asked = saying(status=replace(FACTS.status, other_victimization=False))
    both = saying(victimizations=(TRAFFICKED, ABUSED))

    assert caution("other_kind_not_asked") in planned(VAN_NUYS).cautions
    assert caution("other_kind_not_asked") not in planned(VAN_NUYS, facts=asked).cautions
    assert caution("other_kind_not_asked") not in planned(VAN_NUYS, facts=both).cautions


def test_a_petitioner_whom_the_sheet_does_not_name_is_a_caution() -> None:
    record = replace(sheet(VAN_NUYS), person=Person(names=(Name("01", "ROWAN,FICTITIOUS LEE"),)))

    def cautions(**petitioner: object) -> tuple[str, ...]:
        facts = replace(FACTS, petitioner=replace(FACTS.petitioner, **petitioner))
        return tuple(cautions_of(planned(VAN_NUYS).petitions, facts, record, pack()))

    assert caution("other_name") in cautions(name="Zed Other Person")
    assert caution("other_name") not in cautions(name="Fictitious Rowan")
    assert caution("other_name") not in cautions(name="Zed Other", also_known_as=("Lee Rowán",))
    assert caution("other_name") not in cautions(name=None)
