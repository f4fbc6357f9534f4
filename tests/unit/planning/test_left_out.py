"""FICTIONAL."""

from dataclasses import replace

import pytest

from tests.unit.planning.planned import ARREST, DAY, FACTS, VAN_NUYS, sheet
from vacatur.law import pack
from vacatur.planning.left_out import item_words, left_out
from vacatur.records.items import items_of
from vacatur.screening.engine import screen
from vacatur.screening.finding import Effect, Finding, ItemFindings, Outcome, Reason

ROBBERY = VAN_NUYS.replace("647(b) | M | M", "211 | F | F")


def test_the_first_step_that_closes_each_section_is_the_reason() -> None:
    found = screen(sheet(ROBBERY), FACTS, DAY, pack()).items[0]

    why = left_out(found, pack()).why

    assert why.startswith("PC 211, case 9AR04417, count 1: Pen. Code, § 236.14: The offense is on the list")
    assert "Pen. Code, § 236.15:" in why
    assert why.endswith(".")
    assert ".." not in why


def test_a_closed_finding_without_a_failed_step_gives_its_first_reason() -> None:
    item = items_of(sheet(VAN_NUYS))[0]
    reason = Reason("gate.sealed", "The record was sealed.", None, None)
    finding = Finding("pc_236_14", Outcome.NOT_APPLICABLE, None, (reason,), (), Effect("no", ""))

    assert "The record was sealed" in left_out(ItemFindings(item, (finding,)), pack()).why


@pytest.mark.parametrize(
    ("row", "words"),
    [
        (VAN_NUYS, "PC 647(b), case 9AR04417, count 1"),
        (ARREST, "PC 653.22(a), arrest B7735310, count 1"),
    ],
)
def test_an_item_is_named_as_a_person_would(row: str, words: str) -> None:
    assert item_words(items_of(sheet(row))[0]) == words


def test_an_item_of_which_little_was_read_is_named_all_the_same() -> None:
    item = replace(items_of(sheet(ARREST))[0], number=None, code=None)

    assert item_words(item) == "charge not read, arrest without a number, count 1"
