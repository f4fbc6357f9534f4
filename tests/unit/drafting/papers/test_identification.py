from dataclasses import replace

from tests.unit.drafting.matters import FACTS, FULL_NAME, but, papers, text
from vacatur.drafting.blocks import Form
from vacatur.drafting.writers.words import missing_of


def test_it_holds_what_no_public_paper_may_hold() -> None:
    words = text(papers()["identification"])

    for one in (
        FULL_NAME,
        "Ofi Canto",
        "February 29, 1988",
        "A99077001",
        "999077001",
        "3381207",
        "3894410",
        "5VY07111",
    ):
        assert one in words


def test_it_is_a_plain_page_that_is_filed_and_served_and_never_public() -> None:
    paper = papers()["identification"]

    assert (paper.form, paper.public, paper.filed, paper.served) == (Form.PLAIN, False, True, True)


def test_the_petitioner_adopts_her_initials_as_her_signature_under_penalty_of_perjury() -> None:
    words = text(papers()["identification"])

    assert "I sign the petition and my declaration by the initials O.B.C." in words
    assert "under penalty of perjury under the laws of the State of California" in words


def test_a_name_or_birth_date_that_nobody_gave_is_a_bracket_even_where_the_sheet_has_one() -> None:
    facts = but(petitioner=replace(FACTS.petitioner, name=None, birth_date=None))

    assert {one.key for one in missing_of(papers(facts)["identification"])} == {
        "petitioner.name",
        "petitioner.birth_date",
    }
