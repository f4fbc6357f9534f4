"""FICTIONAL."""

import datetime as dt

import pytest

from tests.unit.screening.asked import DAY, FACTS, NUMBER, about, saying, sheet
from vacatur.records.facts import Facts, ProbationOutcome
from vacatur.records.items import items_of
from vacatur.screening.docket import situations
from vacatur.screening.elements.probation import Probation, probation_of


def found(sentence: str, disposition: str = "convicted", *more: str, facts: Facts = FACTS) -> Probation:
    row = f"{NUMBER} | | PC | 484(a) | M | M | 2014-03-09 | 2014-04-02 | {disposition} | {sentence}"
    return probation_of(situations(items_of(sheet(row, *more)), facts, DAY)[0])


def test_probation_ends_when_its_term_has_run_from_the_conviction() -> None:
    probation = found("24 months probation, 5 days jail, fine")

    assert probation == Probation(True, dt.date(2016, 4, 2), False, False, False)


@pytest.mark.parametrize(
    ("sentence", "ends"),
    [
        ("3 years probation", dt.date(2017, 4, 2)),
        ("180 days probation", dt.date(2014, 9, 29)),
        ("probation", None),
    ],
)
def test_the_term_may_be_in_years_or_days_or_not_told(sentence: str, ends: dt.date | None) -> None:
    assert found(sentence).ends == ends


def test_a_sentence_without_probation_is_none_and_no_sentence_is_not_known() -> None:
    assert found("30 days jail").granted is False
    assert found("").granted is None


def test_a_prison_term_counts_unless_it_was_suspended() -> None:
    assert found("2 years prison").prison
    assert not found("2 years prison suspended, 3 years probation").prison


def test_a_change_later_takes_the_end_away() -> None:
    modified = found("24 months probation", "convicted; sentence_modified 2015-01-01")
    revoked = found("24 months probation", "convicted; probation_revoked 2015-01-01")

    assert (modified.ends, modified.revoked) == (None, False)
    assert (revoked.ends, revoked.revoked) == (None, True)


def test_a_revocation_or_an_attested_outcome_shows_that_probation_was_granted() -> None:
    said = saying(about(probation_outcome=ProbationOutcome.FULFILLED))

    assert found("", "convicted; probation_revoked 2015-01-01").granted is True
    assert found("", facts=said).granted is True


def test_a_sentence_on_a_neighbor_of_the_case_stands_in() -> None:
    neighbor = f"{NUMBER} | | PC | 148.9(a) | M | M | 2014-03-09 | 2014-04-02 | convicted | 24 months probation"
    stranger = neighbor.replace(NUMBER, "5DV03001").replace("2014-03-09", "2014-03-10")
    dismissed = f"{NUMBER} | | PC | 148.9(a) | | M | 2014-03-09 | 2014-04-02 | dismissed |"

    assert found("", "convicted", dismissed, neighbor).ends == dt.date(2016, 4, 2)
    assert found("", "convicted", stranger).granted is None
    assert found("", "convicted", dismissed).granted is None
