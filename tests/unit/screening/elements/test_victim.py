"""FICTIONAL."""

import datetime as dt
from dataclasses import replace

import pytest

from tests.unit.screening.asked import CONVICTED, FACTS, FREE, NUMBER, TRAFFICKED, about, asked, keys, reason, saying
from vacatur.records.facts import Facts, Victimization, VictimizationKind
from vacatur.screening.finding import Outcome

HURT = replace(TRAFFICKED, kind=VictimizationKind.SEXUAL_VIOLENCE)


def test_every_period_of_the_kind_is_told_with_where_the_act_stands() -> None:
    earlier = replace(TRAFFICKED, start=dt.date(2006, 1, 1), end=dt.date(2007, 1, 1))
    finding = asked("pc_236_14", facts=Facts(victimizations=(earlier, TRAFFICKED), status=FREE))

    steps = reason(finding, "victim.at_the_time_pc_236_14").because
    assert [step.id for step in steps] == ["window.inside_by_arrest", "window.stand_in_after"]
    assert "January 1, 2006 to January 1, 2007" in steps[1].text


@pytest.mark.parametrize(("told", "relief"), [(TRAFFICKED, "pc_236_15"), (HURT, "pc_236_14")])
def test_a_period_of_another_kind_says_what_was_told_and_asks_whether_there_was_this_one_too(
    told: Victimization, relief: str
) -> None:
    finding = asked(relief, facts=Facts(victimizations=(told,), status=FREE))

    assert finding.outcome is Outcome.NEEDS_FACTS
    assert keys(finding)[:1] == ["status.other_victimization"]
    assert told.kind.replace("_", " ") in reason(finding, f"victim.kind_not_asked_{relief}").text


def test_once_it_was_asked_and_there_was_none_the_section_does_not_apply() -> None:
    none = replace(FREE, other_victimization=False)
    finding = asked("pc_236_15", facts=Facts(victimizations=(TRAFFICKED,), status=none))

    assert finding.outcome is Outcome.NOT_APPLICABLE


def test_a_period_that_goes_on_is_written_to_the_present() -> None:
    finding = asked("pc_236_14", facts=Facts(victimizations=(replace(TRAFFICKED, end=None),)))

    assert "to the present" in reason(finding, "window.inside_by_arrest").text


def test_a_stand_in_asks_to_confirm_the_day_without_waiting_for_it() -> None:
    finding = asked("pc_236_14")

    assert finding.outcome is Outcome.AVAILABLE
    assert f"nexus[{NUMBER}/1].offense_date" in keys(finding)
    assert any("stands in for the day of the act" in question for question in finding.questions)


def test_the_day_of_the_act_asks_nothing_more() -> None:
    finding = asked("pc_236_14", facts=saying(about(offense_date=dt.date(2014, 3, 9), direct_result=True)))

    assert keys(finding) == []


def test_the_day_and_the_beginning_are_asked_for_where_each_is_missing() -> None:
    unknown = replace(TRAFFICKED, start=None)
    late = CONVICTED.replace("2014-03-09 | 2014-04-02", "2015-07-09 | 2015-08-02")
    finding = asked("pc_236_14", late, facts=Facts(victimizations=(TRAFFICKED, unknown)))

    assert finding.outcome is Outcome.NEEDS_FACTS
    assert {f"nexus[{NUMBER}/1].offense_date", "victimization[2].from"} <= set(keys(finding))


def test_what_the_client_says_of_direct_result_is_never_a_finding() -> None:
    said = asked("pc_236_14", facts=saying(about(direct_result=True)))

    assert reason(said, "direct_result.said").holds is None
    assert any("clearly and convincingly" in question for question in said.questions)


def test_not_asked_is_asked_and_no_closes_the_relief() -> None:
    silent = asked("pc_236_14")
    denied = asked("pc_236_14", facts=saying(about(direct_result=False)))

    assert f"nexus[{NUMBER}/1].direct_result" in keys(silent)
    assert silent.outcome is Outcome.AVAILABLE
    assert denied.outcome is Outcome.NOT_APPLICABLE
    assert FACTS.nexus == ()
