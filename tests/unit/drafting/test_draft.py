from dataclasses import replace

import pytest

from tests.unit.drafting.matters import FACTS, but, plan, record
from vacatur.drafting import draft
from vacatur.drafting.blocks import Paper
from vacatur.drafting.writers.words import missing_of
from vacatur.kit.errors import InputError
from vacatur.law import pack
from vacatur.records.facts import Facts


def made(facts: Facts = FACTS, *, filing: bool = False) -> tuple[Paper, ...]:
    return draft(plan(), plan().petitions[0], facts, record(), pack(), filing)


def test_the_papers_come_in_the_order_they_are_filed() -> None:
    assert [paper.id for paper in made()] == [
        "notice",
        "petition",
        "declaration",
        "memorandum",
        "exhibit-index",
        "confidentiality-request",
        "identification",
        "order-to-vacate",
        "order-to-seal",
        "proof-of-service-los-angeles-city-attorney",
        "filing-sheet",
    ]


def test_only_the_identification_and_the_teams_sheet_are_not_public() -> None:
    assert [paper.id for paper in made() if not paper.public] == ["identification", "filing-sheet"]


def test_filing_mode_gives_papers_without_a_bracket_when_nothing_is_missing() -> None:
    assert [missing_of(paper) for paper in made(filing=True)] == [()] * 11


def test_filing_mode_refuses_when_anything_is_missing() -> None:
    with pytest.raises(InputError, match=r"counsel\.email: What is the attorney's e-mail address\?"):
        made(but(counsel=replace(FACTS.counsel, email=None)), filing=True)


def test_a_draft_shows_what_is_missing() -> None:
    papers = made(but(counsel=replace(FACTS.counsel, email=None)))

    assert {one.key for paper in papers for one in missing_of(paper)} == {"counsel.email"}


def test_the_same_input_gives_the_same_papers() -> None:
    assert made() == made()
