from dataclasses import replace

from tests.unit.drafting.matters import FACTS, HURT, TRAFFICKED, but, papers, text
from vacatur.drafting.blocks import Paper
from vacatur.drafting.writers.words import missing_of
from vacatur.records.facts import Facts


def made(facts: Facts = FACTS, *reliefs: str) -> Paper:
    return papers(facts, *reliefs)["confidentiality-request"]


def test_trafficking_rests_on_the_section_and_the_standard() -> None:
    words = text(made())

    assert "(Pen. Code, § 236.14, subd. (q); Cal. Stds. Jud. Admin., std. 4.15(b))" in words
    assert "Motion to seal" not in words
    assert "designated confidential" in words


def test_violence_is_a_motion_to_seal_with_the_findings_and_a_showing_of_facts() -> None:
    words = text(made(but(victimizations=(HURT,)), "pc_236_15"))

    assert "MOTION TO SEAL" in words
    assert "overriding interest" in words
    assert "no less restrictive means" in words
    assert "He looks for me, and he knows my case number." in words
    assert "std. 4.15" not in words


def test_a_showing_that_nobody_made_is_a_bracket() -> None:
    paper = made(but(victimizations=(replace(HURT, why_confidential=None),)), "pc_236_15")

    assert [one.key for one in missing_of(paper)] == ["victimization.1.why_confidential"]


def test_both_grounds_ask_for_both() -> None:
    words = text(made(but(victimizations=(TRAFFICKED, HURT)), "pc_236_14", "pc_236_15"))

    assert "designated confidential" in words
    assert "Motion to seal" in words
