"""The papers of everybody in the fictional docket: no blank, no name, no word that is held, and a filing only when nothing is missing."""

import datetime as dt
from functools import cache

import pytest

from demo.docket import DemoPerson, people
from vacatur.drafting import draft
from vacatur.drafting.asking import questions
from vacatur.drafting.blocks import Fact, Missing, Paper, Text
from vacatur.drafting.draft import matter_of, papers_of
from vacatur.drafting.matter import Matter
from vacatur.drafting.release import speaks_of_held_words
from vacatur.drafting.writers.words import all_inlines, inlines_of, printed
from vacatur.kit.errors import InputError
from vacatur.law import pack
from vacatur.planning import make_plan
from vacatur.reading import read_text
from vacatur.reading.facts import facts_from_text
from vacatur.screening.engine import screen

DAY = dt.date(2026, 11, 24)
PEOPLE = {person.slug: person for person in people()}
Drafted = tuple[tuple[Matter, tuple[Paper, ...]], ...]


@cache
def drafted(slug: str) -> Drafted:
    """Every petition of one person, with its papers."""
    person: DemoPerson = PEOPLE[slug]
    record = read_text(person.sheet_text, file="sheet.txt")
    facts = facts_from_text(person.facts_toml, as_of=DAY)
    plan = make_plan(record, screen(record, facts, DAY, pack()), facts, pack())
    matters = [matter_of(plan, petition, facts, record, pack()) for petition in plan.petitions]
    return tuple((matter, papers_of(matter)) for matter in matters)


def words(paper: Paper) -> str:
    return "\n".join("".join(map(printed, run)) for block in paper.blocks for run in inlines_of(block))


def test_nearly_everybody_has_a_petition() -> None:
    assert sum(bool(drafted(slug)) for slug in PEOPLE) >= len(PEOPLE) - 3


@pytest.mark.parametrize("slug", PEOPLE)
def test_nothing_is_blank(slug: str) -> None:
    found = [one for _, papers in drafted(slug) for paper in papers for one in all_inlines(paper)]
    texts = [one.text if isinstance(one, Text | Fact) else "x" for one in found]

    # A signature of whoever serves has no name yet: that is a typed blank, and an empty label is a further line.
    assert [
        one for one, text in zip(found, texts, strict=True) if isinstance(one, Fact | Missing) and not text.strip()
    ] == []
    assert [text for text in texts if "  " in text or "{" in text or "}" in text] == []


@pytest.mark.parametrize("slug", PEOPLE)
def test_no_sentence_lacks_a_word(slug: str) -> None:
    lines = [line for _, papers in drafted(slug) for paper in papers for line in words(paper).splitlines()]
    broken = [line for line in lines if " ," in line or " ." in line or "()" in line or "(.)" in line or "of ." in line]

    assert broken == []


@pytest.mark.parametrize("slug", PEOPLE)
def test_no_public_paper_names_the_client(slug: str) -> None:
    found = {
        paper.id: matter.suppressed.found_in(words(paper))
        for matter, papers in drafted(slug)
        for paper in papers
        if paper.public or paper.lodged
    }

    assert found == dict.fromkeys(found, ())


@pytest.mark.parametrize("slug", PEOPLE)
def test_no_paper_holds_a_word_that_was_not_released(slug: str) -> None:
    held = [paper.id for _, papers in drafted(slug) for paper in papers if speaks_of_held_words(words(paper))]

    assert held == []


@pytest.mark.parametrize("slug", PEOPLE)
def test_a_packet_can_be_filed_exactly_when_nothing_is_missing(slug: str) -> None:
    for matter, papers in drafted(slug):
        again = (matter.plan, matter.petition, matter.facts, matter.record, matter.pack)
        if not questions(papers, matter):
            assert draft(*again, True) == papers
            continue
        with pytest.raises(InputError, match="cannot be filed yet") as refused:
            draft(*again, True)
        assert matter.suppressed.found_in(refused.value.sentence) == ()


def test_the_readmes_client_can_be_filed() -> None:
    ((matter, papers),) = drafted("marisol-aranda-vega")

    assert questions(papers, matter) == ()
