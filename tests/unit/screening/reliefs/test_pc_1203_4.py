"""FICTIONAL. The worked cases of the law data test every outcome; here stand details of the argument."""

import datetime as dt
from dataclasses import replace

from tests.unit.screening.asked import CONVICTED, DAY, FACTS, NUMBER, about, asked, ids, keys, reason, saying, sheet
from vacatur.law import Confidence, pack
from vacatur.law.pack import CALIFORNIA, Pack
from vacatur.records.facts import ProbationOutcome, Status
from vacatur.screening.engine import screen
from vacatur.screening.finding import Outcome


def test_the_notice_is_the_law_data_s_number() -> None:
    days = pack().parameter("pc_1203_4/notice_days", DAY).number

    assert f"{days} days' notice" in reason(asked("pc_1203_4"), "probation.notice").text


def test_it_warns_that_vacatur_comes_first() -> None:
    assert "probation.vacatur_first" in ids(asked("pc_1203_4"))


def test_its_effect_for_immigration_is_none() -> None:
    assert asked("pc_1203_4").effect.code == "no"


def test_an_attested_end_wins_over_the_sheet() -> None:
    said = saying(about(probation_ended=dt.date(2015, 1, 1), probation_outcome=ProbationOutcome.DISCHARGED_EARLY))

    finding = asked("pc_1203_4", facts=said)

    assert "January 1, 2015" in reason(finding, "probation.ended_by_fact").text
    assert "probation.ends_by_sheet" not in ids(finding)


def test_a_list_that_nobody_read_never_bars() -> None:
    law = Pack(CALIFORNIA)
    listed = law.parameter_of("pc_1203_4/excluded_sections")
    remembered = replace(listed.values[0], value=("PC 647(b)",), confidence=Confidence.MEMORY)
    law._parameters["pc_1203_4/excluded_sections"] = replace(listed, values=(remembered,))

    finding = screen(sheet(CONVICTED), FACTS, DAY, law, reliefs=("pc_1203_4",)).items[0].findings[0]

    assert finding.outcome is Outcome.LAWYER_DECIDES
    assert any("not read in a source" in question for question in finding.questions)


DRUNK = CONVICTED.replace("PC | 647(b)", "VC | 23152(a)")


def test_an_offense_of_section_12810_is_discretionary_however_probation_ended() -> None:
    fulfilled = saying(about(probation_outcome=ProbationOutcome.FULFILLED))

    finding = asked("pc_1203_4", DRUNK, facts=fulfilled)

    assert finding.outcome is Outcome.AVAILABLE
    assert "probation.fulfilled" not in ids(finding)
    assert "12810" in (reason(finding, "probation.listed_in_12810").cite or "")
    assert "What shows that relief is in the interest of justice?" in finding.questions


def test_a_list_from_memory_only_asks_whether_it_is_discretionary() -> None:
    law = Pack(CALIFORNIA)
    listed = law.parameter_of("pc_1203_4/discretionary_sections")
    remembered = replace(listed.values[0], confidence=Confidence.MEMORY)
    law._parameters["pc_1203_4/discretionary_sections"] = replace(listed, values=(remembered,))

    finding = screen(sheet(DRUNK), FACTS, DAY, law, reliefs=("pc_1203_4",)).items[0].findings[0]

    assert reason(finding, "probation.perhaps_discretionary").confidence == "M"
    assert "probation.outcome_not_asked" in ids(finding)


def test_everything_that_is_unknown_is_asked_for_at_once() -> None:
    unknown = f"{NUMBER} | | PC | 484(a) | | | 2014-03-09 | 2014-04-02 | convicted |"

    finding = asked("pc_1203_4", unknown, facts=replace(FACTS, status=Status()))

    assert finding.outcome is Outcome.NEEDS_FACTS
    assert {
        f"nexus[{NUMBER}/1].probation_outcome",
        f"nexus[{NUMBER}/1].probation_ended",
        f"nexus[{NUMBER}/1].conviction_level",
        "status.on_probation",
    } <= set(keys(finding))
