from dataclasses import replace

import pytest

from tests.unit.drafting.matters import HURT, TRAFFICKED, but, matter, papers, text
from vacatur.drafting.blocks import BulletList, Caption, Fact, Form, Paper, Table, Text
from vacatur.drafting.sealing import redacted, versions
from vacatur.drafting.wording import table
from vacatur.drafting.writers.words import all_inlines, missing_of

VIOLENCE = papers(but(victimizations=(HURT,)), "pc_236_15")
CLOSED = table("sealing")["papers"]


def test_a_petition_on_trafficking_alone_has_one_version_of_each_paper() -> None:
    found = papers()

    assert not [paper for paper in found.values() if paper.lodged]
    assert not [name for name in found if name.endswith("-public")]


@pytest.mark.parametrize("name", CLOSED)
def test_a_paper_to_be_sealed_is_lodged_whole_and_filed_redacted(name: str) -> None:
    whole, public = VIOLENCE[name], VIOLENCE[f"{name}-public"]

    assert (whole.public, whole.lodged, whole.filed, whole.served) == (False, True, True, True)
    assert (public.public, public.lodged, public.filed, public.served) == (True, False, True, True)
    assert whole.title.endswith("conditionally under seal")
    assert public.title.endswith("public redacted version")
    assert "LODGED CONDITIONALLY UNDER SEAL (Cal. Rules of Court, rule 2.551)" in text(whole)
    assert "PUBLIC VERSION" in text(public)


@pytest.mark.parametrize("name", CLOSED)
def test_the_public_version_holds_no_word_of_the_client_and_no_name_of_an_exhibit(name: str) -> None:
    said = [one.text for one in all_inlines(VIOLENCE[name]) if isinstance(one, Fact) and ends_in_closed(one.key)]
    open_words = text(VIOLENCE[f"{name}-public"])

    assert said
    assert [one for one in said if one in open_words] == []
    assert "(redacted: lodged conditionally under seal)" in open_words


def ends_in_closed(key: str) -> bool:
    return not {"account", "why_now", "why_confidential", "evidence"}.isdisjoint(key.split("."))


def test_the_rest_of_the_public_version_is_the_same() -> None:
    whole, public = VIOLENCE["petition"], VIOLENCE["petition-public"]

    assert [type(block) for block in whole.blocks] == [type(block) for block in public.blocks]
    assert "Item 2: case 5VY07111, count 1" in text(public)
    assert "O.B.C." in text(public)


def test_what_is_missing_in_the_whole_version_leaves_no_bracket_in_the_closed_places() -> None:
    found = papers(but(victimizations=(replace(HURT, why_confidential=None),)), "pc_236_15")

    assert "victimization.1.why_confidential" in {one.key for one in missing_of(found["confidentiality-request"])}
    assert missing_of(found["confidentiality-request-public"]) == ()


def test_both_sections_together_are_lodged_too() -> None:
    both = papers(but(victimizations=(TRAFFICKED, HURT)), "pc_236_14", "pc_236_15")

    assert both["petition"].lodged
    assert "He promised me work" not in text(both["petition-public"])


def test_other_papers_have_one_version() -> None:
    made = matter(but(victimizations=(HURT,)), "pc_236_15")

    assert versions(made, VIOLENCE["notice"]) == (VIOLENCE["notice"],)


def test_lists_and_tables_are_redacted_as_paragraphs_are() -> None:
    closed, opened = (Text("x "), Fact("nexus.1.1.account", "Mine.", "s"), Text(" y")), (Text("z"),)
    paper = Paper(
        "x", "X", "X", Form.PLEADING, (BulletList((closed, opened)), Table("t", ("h",), ((closed,), (opened,)), (1,)))
    )
    mark = (Text("x "), Text("(redacted: lodged conditionally under seal)"), Text(" y"))

    assert redacted(paper).blocks == (BulletList((mark, opened)), Table("t", ("h",), ((mark,), (opened,)), (1,)))
    assert not [block for block in redacted(paper).blocks if isinstance(block, Caption)]
