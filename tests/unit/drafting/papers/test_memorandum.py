from tests.unit.drafting.matters import FACTS, HURT, TRAFFICKED, but, papers, text
from vacatur.drafting.writers.words import facts_of
from vacatur.records.facts import Facts


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


def test_it_tells_no_account_of_its_own() -> None:
    keys = {fact.key.rpartition(".")[2] for fact in facts_of(papers()["memorandum"])}

    assert "account" not in keys


def test_it_explains_the_narrower_list_of_agencies() -> None:
    assert "does not name the agencies that supervised or held the petitioner" in words(
        but(victimizations=(HURT,)), "pc_236_15"
    )
