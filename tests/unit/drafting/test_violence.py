from dataclasses import replace

import pytest

from tests.unit.drafting.matters import NEXUS, matter
from vacatur.drafting.blocks import Missing
from vacatur.drafting.matter import Matter
from vacatur.drafting.violence import rows_to_explain
from vacatur.records.facts import Enhancement, EnhancementStatus, Nexus
from vacatur.records.record import Level


def charged(section: str, level: Level | None = Level.FELONY, told: Nexus = NEXUS[1]) -> Matter:
    """The matter with its conviction on another section."""
    made = matter()
    arrest, count, _ = made.rows
    item = replace(count.item, section=section, level=level, conviction_level=level)
    row = replace(count, planned=replace(count.planned, item=item), told=told)
    return replace(made, rows=(arrest, row))


def test_misdemeanors_need_no_word() -> None:
    assert list(rows_to_explain(matter())) == []
    assert list(rows_to_explain(charged("459", Level.MISDEMEANOR))) == []


def test_a_section_that_is_not_on_the_list_needs_no_word() -> None:
    assert list(rows_to_explain(charged("487(a)"))) == []


def test_a_section_that_is_listed_for_some_forms_waits_for_counsel() -> None:
    ((row, bracket),) = rows_to_explain(charged("460(a)"))

    assert row.number == 2
    assert isinstance(bracket, Missing)
    assert bracket.label == "why item 2 is not a violent felony"
    assert bracket.key == "nexus.5VY07111.1.occupied_residence_proved"


def test_a_section_that_leaves_its_subdivision_open_waits_for_the_section() -> None:
    told = replace(NEXUS[1], occupied_residence_proved=False)
    found = [bracket.key for _, bracket in rows_to_explain(charged("286", told=told)) if bracket]

    assert found == ["nexus.5VY07111.1.section"]


def test_facts_that_take_it_off_the_list_are_enough() -> None:
    told = replace(NEXUS[1], occupied_residence_proved=False, enhancements=(), gang_felony=False, life_term=False)

    assert [bracket for _, bracket in rows_to_explain(charged("460(a)", told=told))] == [None]


def test_a_fact_that_puts_it_on_the_list_is_never_explained_away() -> None:
    told = replace(NEXUS[1], occupied_residence_proved=True, enhancements=())

    assert [type(bracket) for _, bracket in rows_to_explain(charged("460(a)", told=told))] == [Missing]


@pytest.mark.parametrize("status", [EnhancementStatus.FOUND_TRUE])
def test_a_violent_section_always_waits_for_counsel(status: EnhancementStatus) -> None:
    told = replace(NEXUS[1], enhancements=(Enhancement("12022.7", status),), occupied_residence_proved=False)

    assert [type(bracket) for _, bracket in rows_to_explain(charged("211", told=told))] == [Missing]
