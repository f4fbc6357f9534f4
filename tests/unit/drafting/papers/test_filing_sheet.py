import datetime as dt
from dataclasses import replace

import pytest

from tests.unit.drafting.matters import (
    FACTS,
    HURT,
    NEXUS,
    TRAFFICKED,
    but,
    changed,
    matter,
    papers,
    petition,
    plan,
    record,
    text,
)
from vacatur.drafting.draft import matter_of
from vacatur.drafting.papers.filing_sheet import filing_sheet
from vacatur.law import pack
from vacatur.planning.plan import LeftOut
from vacatur.records.facts import Facts


def words(facts: Facts = FACTS, **other: object) -> str:
    return text(papers(facts, **other)["filing-sheet"])


def test_it_stays_with_the_team() -> None:
    paper = papers()["filing-sheet"]

    assert (paper.public, paper.filed, paper.served) == (False, False, False)
    assert "not to be filed or served" in words()


def test_certified_copies_come_before_any_order_to_seal() -> None:
    assert "First: order certified copies, before any order to seal or destroy is signed or served." in words()


def test_the_fee_is_nothing_and_to_be_verified() -> None:
    assert "Fee: none (0). The section states no filing fee; verify with the clerk." in words()


def test_it_names_each_courthouse_and_each_agency() -> None:
    found = words()

    assert "Van Nuys (verify that it still hears the case)" in found
    assert "no case: ask the clerk of this county" in found
    assert "Los Angeles City Attorney" in found


def test_an_unsure_prosecutor_is_listed_as_unsure() -> None:
    made = plan()
    made = replace(made, petitions=(petition("pc_236_14", certain=False),))
    found = text(filing_sheet(matter_of(made, made.petitions[0], FACTS, record(), pack()), ()))

    assert "Whether the Los Angeles City Attorney prosecuted item 1, 2, and 3." in found
    assert "unsure: read the complaint; serve it all the same" in found


def test_certified_copies_of_each_order_are_asked_for_by_the_clause_that_gives_them() -> None:
    found = words()

    assert "certified copies of the order to vacate (Pen. Code, § 236.14, subd. (r))" in found
    assert "that the section gives petitioner (Pen. Code, § 236.14, subd. (k))" in found


def test_only_the_rows_that_are_open_are_said_to_be_unsure() -> None:
    made = plan()
    mine = petition("pc_236_14", certain=False)
    mine = replace(mine, service=(replace(mine.service[0], unsure=(2,)),))
    found = text(filing_sheet(matter_of(replace(made, petitions=(mine,)), mine, FACTS, record(), pack()), ()))

    assert "Whether the Los Angeles City Attorney prosecuted item 2." in found


@pytest.mark.parametrize(("cleared", "said"), [(True, "answered: counsel asks for the item"), (False, "open")])
def test_every_question_of_law_put_to_counsel_stands_there_in_full(cleared: bool, said: str) -> None:
    made = plan()
    (mine,) = made.petitions
    first, *others = mine.items
    mine = replace(mine, items=(replace(first, questions=("Is an attempt on the list?",), cleared=cleared), *others))
    found = text(filing_sheet(matter_of(replace(made, petitions=(mine,)), mine, FACTS, record(), pack()), ()))

    assert "Is an attempt on the list?" in found
    assert said in found
    assert "Questions of law for counsel" not in words()


def test_what_is_missing_is_counted_and_pointed_to() -> None:
    found = words(but(victimizations=(replace(TRAFFICKED, evidence=()),)))

    assert "One thing still missing: missing.json has the question" in found
    assert "One exhibit without a paper or witness yet" in found


def test_an_offense_that_may_need_no_intent_is_flagged() -> None:
    made = matter()
    row = made.rows[1]
    item = replace(row.item, code="VC", section="12500(a)")
    driving = replace(made, rows=(replace(row, planned=replace(row.planned, item=item)),))

    assert "the offense may need no intent" in text(filing_sheet(driving, ()))


def test_cautions_are_repeated_unless_only_the_immigration_attorney_may_release_them() -> None:
    found = words(cautions=("Two petitions overlap.", "Ask the immigration attorney first."))

    assert "Two petitions overlap." in found
    assert "immigration" not in found
    assert "One further caution of the plan in plan.json" in found


def test_items_that_no_petition_asks_for_are_told_with_their_reason() -> None:
    item = matter().rows[1].item

    assert "It is not the direct result." in words(left_out=(LeftOut(item, "It is not the direct result."),))
    assert "Not in this petition" not in words()


def test_another_language_asks_for_an_interpreter() -> None:
    spanish = words(but(petitioner=replace(FACTS.petitioner, language="Spanish")))

    coded = words(but(petitioner=replace(FACTS.petitioner, language="es")))
    assert "The client’s language is Spanish: read the papers back in it" in spanish
    assert "The client’s language is Spanish: read the papers back in it" in coded
    assert "interpreter" not in words()


def test_the_next_clocks_are_those_of_the_law_data() -> None:
    assert "its response is due 45 days later" in words()
    assert NEXUS[0].offense_date == dt.date(2013, 7, 19)


def test_papers_under_a_motion_to_seal_are_told_in_both_versions() -> None:
    found = text(papers(but(victimizations=(HURT,)), "pc_236_15")["filing-sheet"])

    assert "lodged under seal" in found
    assert "Verified petition, public redacted version" in found
    assert "serve both versions" in found


def test_a_juvenile_matter_names_its_forms_as_something_to_look_up() -> None:
    made = changed(1, juvenile=True)

    assert "JV-748 and JV-749 are known here from memory only" in text(filing_sheet(made, ()))
    assert "JV-748" not in words()
