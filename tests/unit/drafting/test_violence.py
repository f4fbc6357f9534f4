from dataclasses import replace

from tests.unit.drafting.matters import FACTS, plan, record, text
from vacatur.drafting.blocks import Paper
from vacatur.drafting.draft import matter_of, papers_of
from vacatur.drafting.matter import Matter
from vacatur.drafting.violence import open_rows, rows_to_explain
from vacatur.drafting.writers.words import printed
from vacatur.law import pack
from vacatur.planning.violence import PLAIN, Standing, Violence


def standing(violence: Violence) -> Matter:
    """The matter whose second row stands so."""
    made = plan()
    petition = made.petitions[0]
    first, second, third = petition.items
    petition = replace(petition, items=(first, replace(second, violence=violence), third))
    return matter_of(replace(made, petitions=(petition,)), petition, FACTS, record(), pack())


def papers(violence: Violence) -> dict[str, Paper]:
    return {paper.id: paper for paper in papers_of(standing(violence))}


def said(violence: Violence) -> list[str]:
    return ["".join(printed(one) for one in words) for _, words in rows_to_explain(standing(violence))]


def test_a_plain_row_needs_no_word() -> None:
    assert said(PLAIN) == []
    assert open_rows(standing(PLAIN)) == ()


def test_facts_that_take_a_row_off_the_list_are_stated() -> None:
    assert said(Violence(Standing.SHOWN)) == [
        "Item 2: no enhancement or fact that would bring this offense within the list was charged and proved."
    ]


def test_what_counsel_concluded_is_counsel_s_contention_and_not_sworn() -> None:
    (words,) = said(Violence(Standing.CONTENDED, law=True))
    petition = text(papers(Violence(Standing.CONTENDED, law=True))["petition"])

    assert "Counsel contends that it does not; petitioner does not swear to it." in words
    assert words in petition
    assert "Counsel contends that each offense in the table is a nonviolent offense" in petition
    assert "what it says that counsel contends, is the argument of my attorney" in petition


def test_the_charge_the_arrest_was_booked_on_is_pleaded_apart() -> None:
    (words,) = said(Violence(Standing.CONTENDED, booked="PC 211"))

    assert words.startswith("Item 2: the arrest was booked on Penal Code section 211 too")
    assert "Counsel contends that it does" in words


def test_a_fact_that_nobody_gave_is_a_bracket_in_every_paper_that_says_nonviolent() -> None:
    violence = Violence(Standing.OPEN, "occupied_residence_proved")
    (bracket,) = open_rows(standing(violence))
    made = papers(violence)

    assert bracket.key == "nexus.5VY07111.1.occupied_residence_proved"
    assert said(violence) == []
    for paper in ("petition", "memorandum", "order-to-vacate"):
        assert "[why item 2 is not a violent felony]" in text(made[paper])


def test_a_question_that_waits_for_counsel_is_a_bracket() -> None:
    (bracket,) = open_rows(standing(Violence(Standing.COUNSEL, law=True)))

    assert bracket.key == "nexus.5VY07111.1.counsel_cleared"
    assert bracket.label == "counsel’s answer: whether item 2 is a nonviolent offense"
