"""FICTIONAL."""

from dataclasses import replace

import pytest

from tests.unit.planning.planned import DAY, VAN_NUYS, sheet
from vacatur.law import pack
from vacatur.planning.pleading import pleading_of
from vacatur.records.facts import Facts
from vacatur.screening.engine import screen
from vacatur.screening.finding import Effect, Finding, ItemFindings, MissingFact, OpenQuestion, Outcome

ITEM = screen(sheet(VAN_NUYS), None, DAY, pack()).items[0].item
FACT = MissingFact("victimization", "Was the petitioner a victim?")


def findings(fourteen: Outcome, fifteen: Outcome) -> ItemFindings:
    made = [
        Finding(relief, outcome, None, (), (), Effect("no", ""), (FACT,))
        for relief, outcome in (("pc_236_14", fourteen), ("pc_236_15", fifteen), ("pc_1203_4", Outcome.AVAILABLE))
    ]
    return ItemFindings(ITEM, tuple(made))


@pytest.mark.parametrize("outcome", [Outcome.AVAILABLE, Outcome.LAWYER_DECIDES, Outcome.NEEDS_FACTS])
def test_what_is_or_may_become_open_is_pleaded(outcome: Outcome) -> None:
    pleading = pleading_of(findings(outcome, Outcome.NOT_APPLICABLE))

    assert pleading is not None
    assert pleading.reliefs == ("pc_236_14",)
    assert pleading.missing == (FACT,)


@pytest.mark.parametrize("outcome", [Outcome.NOT_YET, Outcome.BARRED, Outcome.ALREADY_GRANTED, Outcome.NOT_APPLICABLE])
def test_what_is_closed_is_not(outcome: Outcome) -> None:
    assert pleading_of(findings(outcome, outcome)) is None


def test_both_are_pleaded_and_a_fact_that_both_lack_is_asked_once() -> None:
    pleading = pleading_of(findings(Outcome.NEEDS_FACTS, Outcome.NEEDS_FACTS))

    assert pleading is not None
    assert pleading.reliefs == ("pc_236_14", "pc_236_15")
    assert pleading.missing == (FACT,)


def test_without_any_fact_both_sections_stay_open() -> None:
    found = screen(sheet(VAN_NUYS), Facts(), DAY, pack()).items[0]

    pleading = pleading_of(found)

    assert pleading is not None
    assert [fact.key for fact in pleading.missing if fact.key == "victimization"] == ["victimization"]


def test_the_questions_left_to_counsel_of_both_sections_are_put_once() -> None:
    question = OpenQuestion("violent.unsettled", "Is it?")
    both = findings(Outcome.LAWYER_DECIDES, Outcome.LAWYER_DECIDES)
    asked = replace(both, findings=tuple(replace(one, to_decide=(question,)) for one in both.findings))

    pleading = pleading_of(asked)

    assert pleading is not None
    assert pleading.questions == (question,)
    assert pleading.undecided


def test_a_section_of_whose_kind_nothing_is_told_is_not_pleaded_until_a_period_is() -> None:
    asking = MissingFact("status.other_victimization", "Was there violence too?")
    found = findings(Outcome.AVAILABLE, Outcome.NEEDS_FACTS)
    fourteen, fifteen, other = found.findings

    pleading = pleading_of(replace(found, findings=(fourteen, replace(fifteen, missing=(asking,)), other)))

    assert pleading is not None
    assert pleading.reliefs == ("pc_236_14",)
