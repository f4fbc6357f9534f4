from dataclasses import replace

from tests.unit.drafting.matters import NEXUS, TRAFFICKED, but, papers, text
from vacatur.drafting.blocks import Table


def test_every_exhibit_has_its_number_and_what_it_is_offered_for() -> None:
    (table,) = [block for block in papers()["exhibit-index"].blocks if isinstance(block, Table)]

    rows = [["".join(one.text for one in cell) for cell in row] for row in table.rows]  # type: ignore[union-attr]
    assert rows == [
        ["1", "Letter of the case manager", "Period 1 (human trafficking)"],
        ["2", "Arrest report of March 9, 2014", "Item 1, Item 2, and Item 3"],
    ]


def test_missing_evidence_has_a_visible_slot() -> None:
    words = text(papers(but(victimizations=(replace(TRAFFICKED, evidence=()),)))["exhibit-index"])

    assert "To come" in words
    assert "[evidence of period 1]" in words


def test_a_petition_on_the_declaration_alone_says_so() -> None:
    only = ("Declaration of petitioner",)
    facts = but(
        victimizations=(replace(TRAFFICKED, evidence=only),), nexus=tuple(replace(one, evidence=only) for one in NEXUS)
    )
    paper = papers(facts)["exhibit-index"]

    assert "no exhibit besides the declaration" in text(paper)
    assert not [block for block in paper.blocks if isinstance(block, Table)]
