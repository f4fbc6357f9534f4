"""FICTIONAL."""

import datetime as dt
from dataclasses import replace

import pytest

from tests.unit.planning.planned import (
    ABUSED,
    ARREST,
    COMPTON,
    DAY,
    FACTS,
    LATE,
    NOWHERE,
    ORANGE,
    TRAFFICKED,
    VAN_NUYS,
    VAN_NUYS_SAID,
    nexus,
    planned,
    saying,
    sheet,
)
from vacatur.kit.errors import InputError
from vacatur.law import pack
from vacatur.planning import make_plan
from vacatur.records.facts import Facts, Never
from vacatur.screening.engine import screen


def test_items_of_one_county_make_one_petition_in_the_order_of_the_sheet() -> None:
    plan = planned(ARREST, VAN_NUYS, COMPTON)

    (petition,) = plan.petitions
    assert (petition.id, petition.county) == ("los_angeles", "los_angeles")
    assert petition.court == "Superior Court of California, County of Los Angeles"
    assert [(one.row, one.item.number) for one in petition.items] == [(1, "B7735310"), (2, "9AR04417"), (3, "5DV03001")]
    assert petition.reliefs == ("pc_236_14",)
    assert plan.as_of == DAY


def test_each_county_has_its_own_petition_the_fuller_one_first() -> None:
    plan = planned(ORANGE, VAN_NUYS, COMPTON)

    assert [petition.county for petition in plan.petitions] == ["los_angeles", "orange"]
    assert [one.row for one in plan.petitions[1].items] == [1]


def test_counties_with_as_many_items_stand_by_name() -> None:
    assert [one.county for one in planned(ORANGE, VAN_NUYS).petitions] == ["los_angeles", "orange"]


def test_an_unknown_county_stands_last_and_is_a_gap() -> None:
    plan = planned(NOWHERE, NOWHERE.replace("1ZZ00001", "1ZZ00002"), VAN_NUYS)

    assert [(one.county, one.court is None) for one in plan.petitions] == [("los_angeles", False), ("unknown", True)]
    assert {gap.key for gap in plan.gaps if gap.petition == "unknown"} >= {"nexus.1ZZ00001.1.county"}


def test_both_sections_are_pleaded_where_the_facts_allow() -> None:
    plan = planned(VAN_NUYS, facts=saying(VAN_NUYS_SAID, victimizations=(TRAFFICKED, ABUSED)))

    assert plan.petitions[0].items[0].reliefs == ("pc_236_14", "pc_236_15")
    assert plan.petitions[0].reliefs == ("pc_236_14", "pc_236_15")


def test_what_a_lawyer_decides_or_facts_still_lack_is_planned_too() -> None:
    undecided = planned(VAN_NUYS, facts=saying(victimizations=(replace(TRAFFICKED, sought_services=Never.NEVER),)))
    unknown = planned(VAN_NUYS, facts=Facts())

    assert len(undecided.petitions) == len(unknown.petitions) == 1
    assert unknown.petitions[0].reliefs == ("pc_236_14", "pc_236_15")


def test_what_cannot_be_asked_for_is_left_out_with_its_reason() -> None:
    plan = planned(VAN_NUYS, LATE, facts=saying(VAN_NUYS_SAID, nexus("8MP05562", dt.date(2018, 9, 22))))

    (left,) = plan.left_out
    assert left.item.number == "8MP05562"
    assert "The act was not done while a victim of human trafficking" in left.why


def test_every_item_is_planned_or_left_out() -> None:
    plan = planned(ARREST, VAN_NUYS, COMPTON, ORANGE, LATE, NOWHERE)

    placed = [one.item.id for petition in plan.petitions for one in petition.items]
    assert len(placed) + len(plan.left_out) == 6


def test_the_attested_day_of_the_act_is_planned_and_a_stand_in_never_is() -> None:
    plan = planned(VAN_NUYS, COMPTON, facts=saying(VAN_NUYS_SAID))

    assert [one.offense_date for one in plan.petitions[0].items] == [dt.date(2014, 3, 9), None]


def test_nothing_to_ask_for_makes_an_empty_plan() -> None:
    plan = planned(LATE, facts=saying(nexus("8MP05562", dt.date(2018, 9, 22))))

    assert plan.petitions == plan.gaps == plan.cautions == ()
    assert len(plan.left_out) == 1


def test_the_same_input_gives_the_same_plan() -> None:
    assert planned(ORANGE, ARREST, VAN_NUYS) == planned(ORANGE, ARREST, VAN_NUYS)


def test_an_unknown_prosecutor_is_refused_without_naming_it() -> None:
    with pytest.raises(InputError, match="prosecutor that the law data does not know") as refused:
        planned(VAN_NUYS, facts=saying(nexus("9AR04417", None, prosecutor="nobody_at_all")))

    assert "nobody" not in refused.value.sentence


def test_an_item_that_was_not_screened_for_vacatur_is_left_out() -> None:
    record = sheet(VAN_NUYS)

    plan = make_plan(record, screen(record, FACTS, DAY, pack(), reliefs=("pc_1203_4",)), FACTS, pack())

    assert plan.petitions == ()
    assert "it was not screened for vacatur" in plan.left_out[0].why
