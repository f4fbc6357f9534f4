"""FICTIONAL."""

import datetime as dt
from dataclasses import replace

import pytest

from tests.unit.planning.planned import ARREST, DAY, FACTS, VAN_NUYS, saying, sheet
from vacatur.law import pack
from vacatur.planning.left_out import item_words, left_out
from vacatur.records.facts import Nexus
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


def test_a_violent_felony_is_told_with_the_remedies_that_may_remain() -> None:
    why = left_out(screen(sheet(ROBBERY), FACTS, DAY, pack()).items[0], pack()).why

    assert "What may remain for it: Pen. Code, § 1203.4 (needs facts)" in why
    assert "Pen. Code, § 1473.7 (not screened)" in why


def test_an_arrest_for_one_is_told_with_those_for_arrests_only() -> None:
    arrest = ARREST.replace("653.22(a) | | M", "211 | | F")
    why = left_out(screen(sheet(arrest), FACTS, DAY, pack()).items[0], pack()).why

    assert "What may remain for it: Pen. Code, § 851.91 (needs facts)." in why
    assert "1473.7" not in why


def test_what_is_left_out_for_another_reason_names_no_remedies() -> None:
    late = VAN_NUYS.replace("2014-03-09", "2018-03-09").replace("2014-04-02", "2018-04-02")
    said = saying(Nexus("9AR04417", 1, offense_date=dt.date(2018, 3, 9)))
    why = left_out(screen(sheet(late), said, DAY, pack()).items[0], pack()).why

    assert "The act was not done while a victim of human trafficking" in why
    assert "Whether there was intimate partner violence or sexual violence too, nobody has said" in why
    assert "remain" not in why


def test_what_closes_nothing_in_a_violent_arrest_leaves_the_sentence_out() -> None:
    sealed = ROBBERY.replace("| convicted", "| dismissed")
    found = screen(sheet(sealed), FACTS, DAY, pack(), reliefs=("pc_236_14",)).items[0]

    assert "remain" not in left_out(found, pack()).why
