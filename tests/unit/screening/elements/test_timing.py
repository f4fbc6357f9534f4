"""FICTIONAL."""

import datetime as dt
from dataclasses import replace

from tests.unit.screening.asked import TRAFFICKED, asked, ids, keys, reason
from vacatur.records.facts import Facts, Never, Victimization
from vacatur.screening.finding import Finding, Outcome


def timed(*periods: Victimization, as_of: dt.date = dt.date(2026, 11, 24)) -> Finding:
    return asked("pc_236_14", facts=Facts(victimizations=periods), as_of=as_of)


def test_an_open_time_tells_both_days_and_asks_about_safety() -> None:
    finding = timed(TRAFFICKED)

    assert "March 1, 2016" in reason(finding, "timing.open").text
    assert [step.id for step in reason(finding, "timing.open").because] == ["timing.ceased", "timing.sought"]
    assert any("endanger" in question for question in finding.questions)
    assert "vacatur.never_expires" in ids(finding)


def test_a_time_not_open_yet_has_its_day() -> None:
    finding = timed(replace(TRAFFICKED, sought_services=dt.date(2026, 12, 1)))

    assert (finding.outcome, finding.day) == (Outcome.NOT_YET, dt.date(2026, 12, 1))
    assert "December 1, 2026" in reason(finding, "timing.not_open").text


def test_a_victimization_that_goes_on_has_no_day() -> None:
    finding = timed(replace(TRAFFICKED, end=None))

    assert (finding.outcome, finding.day) == (Outcome.NOT_YET, None)


def test_only_the_periods_without_an_answer_are_asked_about() -> None:
    first = replace(TRAFFICKED, sought_services=Never.NEVER)
    finding = timed(first, replace(TRAFFICKED, sought_services=None))

    assert "victimization[2].sought_services" in keys(finding)
    assert "victimization[1].sought_services" not in keys(finding)


def test_never_sought_is_for_a_lawyer_with_the_exact_question() -> None:
    finding = timed(replace(TRAFFICKED, sought_services=Never.NEVER))

    assert finding.outcome is Outcome.LAWYER_DECIDES
    assert any("Is its end enough, or must services be sought before filing?" in one for one in finding.questions)


def test_an_end_still_ahead_waits_without_a_day_when_services_are_not_known() -> None:
    finding = timed(replace(TRAFFICKED, sought_services=None), as_of=dt.date(2024, 6, 1))
    ahead = timed(replace(TRAFFICKED, end=dt.date(2024, 9, 1), sought_services=Never.NEVER), as_of=dt.date(2024, 6, 1))

    assert finding.outcome is Outcome.NEEDS_FACTS
    assert (ahead.outcome, ahead.day) == (Outcome.NOT_YET, None)
