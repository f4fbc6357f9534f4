import pytest

from tests.unit.cli.conftest import Call
from vacatur.cli.law_pages import law_page, plain


@pytest.mark.parametrize(
    ("what", "says"),
    [
        ("pc_236_14", ["Vacatur for victims of human trafficking", "status", "draft", "none yet", "rely on", "argue:"]),
        ("pc_1473_7", ["not built: it is named, never screened"]),
        ("pc_236_14/response_days", ["from 2024-01-01: 45 (Pen. Code, § 236.14, subd. (c); C2)", "calendar days"]),
        ("pc_236_14/barring_entries", ["from 2025-01-01: 01, 02"]),
        ("pc_236_14/doj_confirms_sealing", [": yes ("]),
        ("seal-236.15", ["3 years after the day of the arrest; 1 year after the day of the order"]),
        ("notice-851.91", ["15 calendar days before the day of the hearing"]),
        ("PC 647(b)", ["Prostitution or solicitation", "cimt: A crime of moral turpitude. (Rohit v. Holder"]),
        ("PC 459/460(a)", ["First-degree burglary", "D (C1), by: occupied_residence_proved"]),
        ("PC 236", ["[felony]"]),
        ("pc_236_14(k)(2)", ["Pen. Code, § 236.14, subd. (k)(2)", "leginfo.legislature.ca.gov"]),
        ("roldan", ["never: cited from memory"]),
    ],
)
def test_one_piece_of_law_is_shown_with_its_citation_and_place(call: Call, what: str, says: list[str]) -> None:
    answer = call("law", "show", what)

    assert answer.code == 0
    assert "src/vacatur/law/ca/" in answer.out
    for text in says:
        assert text in answer.out


@pytest.mark.parametrize("what", ["nothing", "PC 9999", "pc_236_14/nothing", "PC"])
def test_what_there_is_not_is_refused_in_a_sentence(call: Call, what: str) -> None:
    assert f"There is nothing called '{what}'" in call("law", "show", what).sentence


@pytest.mark.parametrize("what", ["236.14", "PC 236.14", "pc 236.14", "1203.4", "PC 1203.4"])
def test_a_remedy_is_found_by_its_section(call: Call, what: str) -> None:
    assert f"(Pen. Code, § {what.rpartition(' ')[2]})" in call("law", "show", what).out


def test_what_is_near_is_named(call: Call) -> None:
    answer = call("law", "show", "PC 851")

    assert answer.code == 2
    assert "There is nothing called 'PC 851'" in answer.err
    assert "near it: pc_851_91 (Sealing of an arrest that did not end in a conviction)" in answer.err


def test_values_are_written_for_people() -> None:
    assert [plain(value) for value in (True, False, None, 45, ("a", "b"))] == ["yes", "no", "repealed", "45", "a, b"]


def test_the_page_holds_every_remedy_number_and_deadline() -> None:
    page = law_page()

    for text in (
        "`pc_236_14`",
        "`us_18_3771a`",
        "`pc_236_14/response_days`",
        "`prosecutor-response`",
        "any felony",
        "| 2027 | no |",
    ):
        assert text in page
