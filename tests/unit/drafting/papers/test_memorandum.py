from dataclasses import replace

from tests.unit.drafting.matters import FACTS, HURT, NEXUS, TRAFFICKED, but, changed, mixed, papers, text
from vacatur.drafting.papers.memorandum import memorandum
from vacatur.drafting.writers.words import missing_of
from vacatur.records.facts import Facts
from vacatur.records.record import Disposition, DispositionKind
from vacatur.records.source import Source


def words(facts: Facts = FACTS, *reliefs: str) -> str:
    return text(papers(facts, *reliefs)["memorandum"])


def test_it_says_that_no_published_decision_was_found() -> None:
    assert "No published decision construing Penal Code section 236.14, subdivision (a) was found." in words()
    assert "No published decision construing Penal Code section 236.15, subdivision (a) was found." in words(
        but(victimizations=(HURT,)), "pc_236_15"
    )


def test_it_names_the_standard_of_proof() -> None:
    assert "by clear and convincing evidence" in words()


def test_it_argues_section_1161_only_where_a_commercial_sex_act_is_charged_under_236_14() -> None:
    assert "Evid. Code, § 1161" in words()
    assert "Evid. Code, § 1161" not in words(but(victimizations=(HURT,)), "pc_236_15")


def test_expert_evidence_fits_the_ground() -> None:
    both = words(but(victimizations=(TRAFFICKED, HURT)), "pc_236_14", "pc_236_15")
    violence = words(but(victimizations=(HURT,)), "pc_236_15")

    assert "§ 1107.5" in words()
    assert "§ 1107.)" not in words()
    assert "§ 1107.)" in violence
    assert "§ 1107.5" not in violence
    assert "§ 1107.5; Evid. Code, § 1107.)" in both


def test_each_item_is_argued_from_what_was_attested_and_from_nothing_else() -> None:
    found = words()

    assert "Item 2: case 5VY07111, count 1, Penal Code section 647, subdivision (b)" in found
    assert "That day lies in the time from January 1, 2012 to June 30, 2015" in found
    assert "“He drove me there. I did what he had told me to do.”" in found
    assert "The evidence is petitioner’s declaration and Exhibit 2." in found
    assert "petitioner lacked the intent required for Penal Code section 647, subdivision (b)" in found


def test_an_account_that_nobody_gave_is_a_bracket_in_the_argument() -> None:
    untold = replace(NEXUS[1], account=None, direct_result=None)
    paper = papers(but(nexus=(NEXUS[0], untold, NEXUS[2])))["memorandum"]

    assert {one.key for one in missing_of(paper)} == {"nexus.5VY07111.1.account", "nexus.5VY07111.1.direct_result"}
    assert "It is still to be said [whether item 2 was the direct result of the victimization]." in text(paper)


def test_section_236_15_alone_states_its_own_standard() -> None:
    found = words(but(victimizations=(HURT,)), "pc_236_15")

    assert "by clear and convincing evidence" in found
    assert "The same relief" not in found
    assert "Of arrests the section says besides that the court expunges them." in found
    assert "236.14" not in found


def test_each_ground_is_told_of_its_own_items() -> None:
    found = text(memorandum(mixed()))

    assert (
        "Those of items 1 and 2 were the direct result of petitioner’s having been a victim of human trafficking"
        in found
    )
    assert "and those of item 3 of petitioner’s having been a victim of intimate partner violence" in found


def test_a_deferred_plea_and_a_juvenile_matter_are_argued() -> None:
    deferred = (Disposition(DispositionKind.DIVERTED, "DEFERRED ENTRY OF JUDGMENT", Source(1, 9)),)

    assert "A plea left standing would keep on record" in text(memorandum(changed(1, dispositions=deferred)))
    assert "a rebuttable presumption arises" in text(memorandum(changed(1, juvenile=True)))


def test_it_explains_the_narrower_list_of_agencies() -> None:
    assert "does not name the agencies that supervised or held the petitioner" in words(
        but(victimizations=(HURT,)), "pc_236_15"
    )
