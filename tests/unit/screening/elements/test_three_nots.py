"""FICTIONAL."""

import datetime as dt
from dataclasses import replace

import pytest

from tests.unit.screening.asked import CONVICTED, FACTS, FREE, asked, keys, reason
from vacatur.records.facts import Status
from vacatur.screening.finding import Finding, Outcome

RECENT = CONVICTED.replace("2014-03-09 | 2014-04-02", "2025-03-09 | 2025-04-02")


def standing(status: Status, row: str = CONVICTED) -> Finding:
    return asked("pc_1203_4", row, facts=replace(FACTS, status=status))


def test_all_three_must_be_no() -> None:
    assert standing(FREE).outcome is Outcome.AVAILABLE
    assert reason(standing(FREE), "status.free").holds is True


@pytest.mark.parametrize("name", ["serving_sentence", "on_probation", "charged"])
def test_each_yes_waits(name: str) -> None:
    finding = standing(replace(FREE, **{name: True}))

    assert (finding.outcome, finding.day) == (Outcome.NOT_YET, None)
    assert reason(finding, f"status.{name}_yes").holds is False


@pytest.mark.parametrize("name", ["serving_sentence", "on_probation", "charged"])
def test_each_unknown_is_asked_for(name: str) -> None:
    finding = standing(replace(FREE, **{name: None}))

    assert finding.outcome is Outcome.NEEDS_FACTS
    assert f"status.{name}" in keys(finding)


def test_on_probation_for_this_offense_has_the_day_its_term_ends() -> None:
    finding = standing(replace(FREE, on_probation=True), RECENT)

    assert (finding.outcome, finding.day) == (Outcome.NOT_YET, dt.date(2028, 4, 2))


@pytest.mark.parametrize("other", ["serving_sentence", "charged"])
def test_another_obstacle_beside_probation_takes_the_day_away(other: str) -> None:
    finding = standing(replace(FREE, **{"on_probation": True, other: True}), RECENT)

    assert (finding.outcome, finding.day) == (Outcome.NOT_YET, None)


def test_a_yes_beside_an_unknown_waits_and_still_asks() -> None:
    finding = standing(Status(charged=True, on_probation=False))

    assert finding.outcome is Outcome.NOT_YET
    assert "status.serving_sentence" in keys(finding)
