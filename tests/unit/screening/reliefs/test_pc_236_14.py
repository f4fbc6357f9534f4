"""FICTIONAL. The worked cases of the law data test every outcome; here stand the order of the argument and what is never said."""

from tests.unit.screening.asked import CONVICTED, about, asked, ids, saying
from vacatur.screening.finding import Outcome

TOP = [
    "violent.nonviolent",
    "victim.at_the_time_pc_236_14",
    "direct_result.said",
    "vacatur.intent",
    "vacatur.documents_help",
    "vacatur.interest_of_justice",
    "timing.open",
    "vacatur.never_expires",
]


def test_the_argument_can_be_read_from_beginning_to_end() -> None:
    finding = asked("pc_236_14", facts=saying(about(direct_result=True)))

    assert [reason.id for reason in finding.reasons] == TOP
    assert all(reason.cite and reason.cite.startswith("Pen. Code, § 236.14") for reason in finding.reasons)


def test_it_is_never_more_than_available_and_what_is_the_court_s_stays_a_question() -> None:
    finding = asked("pc_236_14", facts=saying(about(direct_result=True)))

    open_steps = {reason.id for reason in finding.reasons if reason.holds is None}
    assert finding.outcome is Outcome.AVAILABLE
    assert {"direct_result.said", "vacatur.intent", "vacatur.interest_of_justice"} <= open_steps
    assert len(finding.questions) >= 4


def test_a_juvenile_matter_speaks_of_the_presumption() -> None:
    assert "vacatur.juvenile" not in ids(asked("pc_236_14", CONVICTED))
