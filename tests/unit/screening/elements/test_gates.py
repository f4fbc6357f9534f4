"""FICTIONAL."""

from dataclasses import replace

import pytest

from tests.unit.screening.asked import CONVICTED, FACTS, FREE, NUMBER, asked, ids, keys
from vacatur.records.facts import Status
from vacatur.screening.finding import Outcome

UNDECIDED = f"{NUMBER} | | PC | 647(b) | | M | 2014-03-09 | 2014-04-02 | |"


@pytest.mark.parametrize("relief", ["pc_236_14", "pc_236_15", "pc_1203_4", "pc_851_91"])
def test_a_federal_charge_is_beyond_every_california_relief(relief: str) -> None:
    finding = asked(relief, CONVICTED.replace("PC | 647(b)", "US 18 | 371"))

    assert finding.outcome is Outcome.NOT_APPLICABLE
    assert ids(finding) == ["gate.federal"]


@pytest.mark.parametrize(
    ("relief", "end", "gate"),
    [
        ("pc_236_14", "vacated 2019-01-01", "gate.vacated"),
        ("pc_236_15", "vacated 2019-01-01", "gate.vacated"),
        ("pc_1203_4", "dismissed_1203_4 2019-01-01", "gate.dismissed_1203_4"),
        ("pc_851_91", "sealed 2019-01-01", "gate.sealed"),
    ],
)
def test_what_the_sheet_shows_as_granted_is_granted(relief: str, end: str, gate: str) -> None:
    finding = asked(relief, CONVICTED.replace("convicted", f"convicted; {end}"))

    assert finding.outcome is Outcome.ALREADY_GRANTED
    assert ids(finding) == [gate]
    assert finding.questions == finding.missing == ()


@pytest.mark.parametrize(
    ("charged", "outcome"),
    [(None, Outcome.NEEDS_FACTS), (True, Outcome.LAWYER_DECIDES), (False, Outcome.NEEDS_FACTS)],
)
def test_a_count_without_an_end_may_be_pending(charged: bool | None, outcome: Outcome) -> None:
    finding = asked("pc_236_14", UNDECIDED, facts=replace(FACTS, status=Status(charged=charged)))

    assert finding.outcome is outcome
    assert ("status.charged" in keys(finding)) is (charged is None)
    assert (f"nexus[{NUMBER}/1].result" in keys(finding)) is (charged is not True)


def test_a_count_with_an_end_is_not_asked_about() -> None:
    assert not any(id_.startswith("gate.") for id_ in ids(asked("pc_236_14", facts=replace(FACTS, status=FREE))))
