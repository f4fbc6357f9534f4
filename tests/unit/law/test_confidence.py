import pytest

from vacatur.law.confidence import Confidence


@pytest.mark.parametrize(("mark", "may"), [("C2", True), ("C1", True), ("inf", False), ("M", False)])
def test_only_what_was_read_may_decide(mark: str, may: bool) -> None:
    assert Confidence(mark).may_decide is may
