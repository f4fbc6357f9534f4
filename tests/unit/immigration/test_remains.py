"""FICTIONAL."""

import pytest

from vacatur.immigration.remains import remains
from vacatur.law import pack
from vacatur.law.offenses import Ground


@pytest.mark.parametrize(
    ("ground", "cite"),
    [
        (Ground.PROSTITUTION, "§ 1182(a)(2)(D)"),
        (Ground.CONTROLLED_SUBSTANCE, "§ 1182(a)(2)(C)"),
        (Ground.TRAFFICKING, "§ 1182(a)(2)(H)"),
        (Ground.PROTECTION_ORDER, "§ 1227(a)(2)(E)(ii)"),
    ],
)
def test_grounds_that_conduct_alone_can_meet_stay(ground: Ground, cite: str) -> None:
    assert cite in (remains(ground, pack()) or "")


def test_grounds_that_need_a_conviction_do_not() -> None:
    assert remains(Ground.CIMT, pack()) is None
    assert remains(Ground.AGGRAVATED_FELONY, pack()) is None
