from dataclasses import replace

import pytest

from tests.unit.drafting.matters import NEXUS, TRAFFICKED, but, matter
from vacatur.drafting.blocks import Fact, Missing, Text
from vacatur.drafting.numbering import evidence, exhibits, is_declaration


def test_exhibits_are_numbered_in_the_order_the_petition_first_names_them() -> None:
    found = exhibits(matter())

    assert [(one.number, one.text) for one in found] == [
        (1, "Letter of the case manager"),
        (2, "Arrest report of 2014-03-09"),
    ]


def test_an_exhibit_named_twice_keeps_its_number_and_says_all_it_is_offered_for() -> None:
    found = exhibits(matter())

    assert found[0].shows == ("Period 1 (human trafficking)",)
    assert found[1].shows == ("Item 1", "Item 2", "Item 3")


def test_missing_evidence_has_a_slot_without_a_number() -> None:
    facts = but(victimizations=(replace(TRAFFICKED, evidence=()),))
    slot, report = exhibits(matter(facts))

    assert slot.number is None
    assert slot.name == (Missing("victimization.1.evidence", "evidence of period 1"),)
    assert report.number == 1


@pytest.mark.parametrize("text", ["Declaration of petitioner", "petitioner's declaration", " The declaration. "])
def test_the_declaration_is_a_paper_and_no_exhibit(text: str) -> None:
    assert is_declaration(text)


def test_another_persons_declaration_is_an_exhibit() -> None:
    assert not is_declaration("Declaration of the neighbor")


def test_evidence_is_named_in_a_sentence() -> None:
    made = matter()

    assert evidence(made, made.rows[0], exhibits(made)) == (Text("petitioner’s declaration and Exhibit 2"),)


def test_an_account_counts_as_evidence_even_where_the_list_does_not_name_it() -> None:
    made = matter(but(nexus=(replace(NEXUS[0], evidence=("A photograph",)), *NEXUS[1:])))

    assert evidence(made, made.rows[0], exhibits(made)) == (Text("petitioner’s declaration and Exhibit 2"),)


def test_evidence_nobody_named_is_a_bracket() -> None:
    made = matter(but(nexus=(replace(NEXUS[0], evidence=()), *NEXUS[1:])))

    assert isinstance(evidence(made, made.rows[0], exhibits(made))[0], Missing)


def test_an_exhibit_whose_name_speaks_of_a_visa_is_held() -> None:
    facts = but(victimizations=(replace(TRAFFICKED, evidence=("U visa certification", "A letter")),))
    visa, letter = exhibits(matter(facts))[:2]

    assert isinstance(visa.name[0], Missing)
    assert isinstance(letter.name[0], Fact)
    assert (visa.number, letter.number) == (1, 2)
