"""FICTIONAL. The worked cases of the law data test every outcome; here stand details of the argument."""

from dataclasses import replace

from tests.unit.screening.asked import CONVICTED, DAY, FACTS, NUMBER, about, asked, ids, keys, reason, saying, sheet
from vacatur.law import Confidence, pack
from vacatur.law.pack import CALIFORNIA, Pack
from vacatur.records.facts import Status
from vacatur.screening.engine import screen
from vacatur.screening.finding import Outcome

BOOKING = "B7735310"
ARREST = f" | {BOOKING} | PC | 484(a) | | M | 2013-07-19 | | prosecutor_rejected |"
RUN = saying(about(number=BOOKING, limitations_run=True))


def test_one_petition_for_each_arrest_served_in_the_law_data_s_time() -> None:
    days = pack().parameter("pc_851_91/notice_days", DAY).number

    assert (
        f"{days} days before the hearing" in reason(asked("pc_851_91", ARREST, facts=RUN), "arrest.one_petition").text
    )


def test_evasion_is_asked_about_and_never_assumed() -> None:
    finding = asked("pc_851_91", ARREST, facts=RUN)

    assert finding.outcome is Outcome.AVAILABLE
    assert any("evade prosecution" in question for question in finding.questions)


def test_limitations_are_counsel_s_to_compute() -> None:
    finding = asked("pc_851_91", ARREST)

    assert finding.outcome is Outcome.NEEDS_FACTS
    assert keys(finding) == [f"nexus[{BOOKING}/1].limitations_run"]


def test_a_count_of_an_arrest_that_ended_in_a_conviction_elsewhere_is_not_sealed() -> None:
    same_arrest = ARREST.replace("2013-07-19", "2014-03-09")

    finding = asked("pc_851_91", same_arrest, CONVICTED, facts=RUN)

    assert finding.outcome is Outcome.NOT_APPLICABLE
    assert "arrest.convicted_of_another_count" in ids(finding)


def test_a_pattern_is_marked_as_remembered_and_changes_no_outcome() -> None:
    partner = ARREST.replace("484(a)", "273.5(a)")

    finding = asked("pc_851_91", partner, facts=RUN)

    assert finding.outcome is Outcome.AVAILABLE
    assert reason(finding, "arrest.no_pattern_seen").confidence == "M"


def test_offenses_without_limitations_are_remembered_and_so_a_lawyer_s() -> None:
    finding = asked("pc_851_91", ARREST.replace("484(a)", "424"), facts=RUN)

    assert finding.outcome is Outcome.LAWYER_DECIDES
    assert reason(finding, "arrest.no_limitations").confidence == "M"


def test_a_list_of_exclusions_that_nobody_read_never_bars() -> None:
    law = Pack(CALIFORNIA)
    listed = law.parameter_of("pc_851_91/excluded_sections")
    remembered = replace(listed.values[0], value=("PC 484",), confidence=Confidence.MEMORY)
    law._parameters["pc_851_91/excluded_sections"] = replace(listed, values=(remembered,))

    finding = screen(sheet(ARREST), RUN, DAY, law, reliefs=("pc_851_91",)).items[0].findings[0]

    assert finding.outcome is Outcome.LAWYER_DECIDES


def test_a_count_without_an_end_also_asks_whether_anything_is_pending() -> None:
    finding = asked("pc_851_91", CONVICTED.replace("convicted", ""), facts=replace(FACTS, status=Status()))

    assert finding.outcome is Outcome.NEEDS_FACTS
    assert {"status.charged", f"nexus[{NUMBER}/1].result"} <= set(keys(finding))
