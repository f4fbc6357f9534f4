"""FICTIONAL."""

import datetime as dt

import pytest

from tests.unit.screening.asked import CONVICTED, DAY, sheet
from vacatur.law import LawError, pack
from vacatur.records.items import items_of
from vacatur.screening.elements.violent_bar import ViolentBar

BAR = ViolentBar(pack(), "pc_236_14", DAY)


def test_a_charge_is_looked_up_once() -> None:
    assert BAR.listed("PC", "211", False) is BAR.listed("PC", "211", False)


def test_it_knows_the_entry_and_the_deciding_facts() -> None:
    robbery, assault, theft = (BAR.listed("PC", text, False) for text in ("211", "245(a)(1)", "484(a)"))

    assert robbery.rule is not None
    assert robbery.rule.entry == "09"
    assert (assault.rule, assault.facts) == (None, frozenset({"enhancements"}))
    assert (theft.rule, theft.facts) == (None, frozenset())


def test_misdemeanors_and_infractions_are_never_violent_felonies() -> None:
    assert BAR.never_at("M")
    assert BAR.never_at("I")
    assert not BAR.never_at("F")


def test_an_entry_added_in_2025_was_added_after_an_act_of_2024() -> None:
    added = BAR.listed("PC", "261(a)(3)", False).rule
    old = BAR.listed("PC", "211", False).rule
    assert added is not None
    assert old is not None

    assert BAR.added_after(added, dt.date(2024, 12, 31))
    assert not BAR.added_after(added, dt.date(2025, 1, 1))
    assert not BAR.added_after(added, None)
    assert not BAR.added_after(old, dt.date(1990, 1, 1))


@pytest.mark.parametrize(
    ("section", "code", "known"),
    [("12022.7(a)", "PC", True), ("12022.53", "PC", True), ("12022.1", "PC", False), ("12022.7", "HS", False)],
)
def test_it_knows_an_enhancement_printed_as_a_count(section: str, code: str, known: bool) -> None:
    item = items_of(sheet(CONVICTED.replace("PC | 647(b)", f"{code} | {section}")))[0]

    assert BAR.is_enhancement(item) is known
    assert BAR.is_enhancement(item) is known


def test_before_the_list_was_read_nothing_can_be_said() -> None:
    with pytest.raises(LawError, match="no value before"):
        ViolentBar(pack(), "pc_236_14", dt.date(2020, 1, 1))
