"""FICTIONAL."""

import pytest

from tests.unit.screening.asked import CONVICTED, asked, ids
from vacatur.screening.finding import Outcome


@pytest.mark.parametrize("kind", ["dismissed_1203_4", "sealed", "reduced"])
def test_earlier_relief_is_no_bar_and_counsel_is_asked(kind: str) -> None:
    finding = asked("pc_236_14", CONVICTED.replace("convicted", f"convicted; {kind} 2019-01-01"))

    assert finding.outcome is Outcome.AVAILABLE
    assert f"earlier.{kind}" in ids(finding)


def test_without_earlier_relief_nothing_is_noted() -> None:
    assert not any(id_.startswith("earlier.") for id_ in ids(asked("pc_236_14")))
