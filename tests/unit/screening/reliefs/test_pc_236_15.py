"""FICTIONAL. The worked cases of the law data test every outcome; here stand the differences from section 236.14."""

from dataclasses import replace

from tests.unit.screening.asked import FREE, TRAFFICKED, asked, ids
from vacatur.records.facts import Facts, Never, VictimizationKind
from vacatur.screening.finding import Finding

ABUSED = replace(TRAFFICKED, kind=VictimizationKind.INTIMATE_PARTNER_VIOLENCE)


def found(**changes: object) -> Finding:
    facts = Facts(victimizations=(replace(ABUSED, **changes),), status=FREE)  # type: ignore[arg-type]
    return asked("pc_236_15", facts=facts)


def test_neither_kind_of_violence_is_defined_so_the_facts_are_pleaded() -> None:
    finding = found()

    assert "vacatur.harm_not_defined" in ids(finding)
    assert any("by which analogy" in question for question in finding.questions)


def test_the_time_must_be_reasonable_and_nothing_says_that_it_never_expires() -> None:
    finding = found()

    assert "vacatur.reasonable_time" in ids(finding)
    assert "Why is the time since March 1, 2016 reasonable?" in finding.questions
    assert "vacatur.never_expires" not in ids(finding)


def test_the_reasonable_time_is_not_asked_about_before_it_runs() -> None:
    assert "vacatur.reasonable_time" not in ids(found(sought_services=Never.NEVER))


def test_counsel_cannot_simply_appear_alone() -> None:
    assert "vacatur.in_person" in ids(found())


def test_every_step_of_its_own_cites_section_236_15() -> None:
    own = [reason for reason in found().reasons if reason.cite]

    assert own
    assert all(reason.cite is not None and reason.cite.startswith("Pen. Code, § 236.15") for reason in own)
