"""FICTIONAL: the sheet and the facts are the demo's."""

import json
from pathlib import Path

import pytest

from tests.unit.cli.conftest import AS_OF, FACTS, SHEET, Call

BAD_FACTS = {
    "an unknown key": "# FICTIONAL\n[status]\nnoncitizne = true\n",
    "an unknown table": "# FICTIONAL\n[stauts]\nnoncitizen = true\n",
    "a wrong kind of value": '# FICTIONAL\n[status]\nnoncitizen = "maybe"\n',
    "no TOML": "# FICTIONAL\nstatus = = true\n",
    "a day that lies ahead": '# FICTIONAL\n[[victimization]]\nkind = "trafficking"\nfrom = 2030-01-01\n',
    "an end before its beginning": '# FICTIONAL\n[[victimization]]\nkind = "trafficking"\nfrom = 2015-01-01\nto = 2012-01-01\n',
    "the same item told twice": (
        '# FICTIONAL\n[[nexus]]\nnumber = "5VY02034"\ncount = 1\noffense_date = 2014-03-09\n'
        '[[nexus]]\nnumber = "5VY02034"\ncount = 1\noffense_date = 2014-03-10\n'
    ),
}


def test_it_shows_outcomes_with_reasons_and_citations(call: Call) -> None:
    answer = call("screen", SHEET, "--facts", FACTS, "--as-of", AS_OF)

    assert (answer.code, answer.err) == (0, "")
    assert answer.out.startswith(f"As of {AS_OF}, law pack ")
    assert "pc_236_14  Vacatur for victims of human trafficking: available" in answer.out
    assert "Pen. Code, § 236.14" in answer.out


def test_the_short_form_has_outcomes_and_no_reasons(call: Call) -> None:
    answer = call("screen", SHEET, "--facts", FACTS, "--as-of", AS_OF, "--short")

    assert answer.code == 0
    assert "pc_236_14" in answer.out
    assert "[yes]" not in answer.out


def test_json_has_the_promised_keys(call: Call) -> None:
    screening = json.loads(call("screen", SHEET, "--facts", FACTS, "--as-of", AS_OF, "--json").out)

    assert {"schema", "as_of", "pack", "not_screened", "items"} <= screening.keys()
    assert screening["as_of"] == AS_OF
    for item in screening["items"]:
        assert {"id", "kind", "case", "code", "section", "date", "date_is", "level", "findings"} <= item.keys()
        for finding in item["findings"]:
            assert {"relief", "outcome", "day", "reasons", "questions", "effect"} <= finding.keys()


def test_the_readme_case_is_available_under_236_14(call: Call) -> None:
    screening = json.loads(call("screen", SHEET, "--facts", FACTS, "--as-of", AS_OF, "--json").out)

    item = next(item for item in screening["items"] if item["case"] == "5VY02034" and item["section"] == "647(b)")
    outcomes = {finding["relief"]: finding["outcome"] for finding in item["findings"]}
    assert outcomes["pc_236_14"] == "available"


def test_without_facts_it_asks_for_them_and_decides_nothing_on_vacatur(call: Call) -> None:
    screening = json.loads(call("screen", SHEET, "--as-of", AS_OF, "--json").out)

    outcomes = {f["outcome"] for item in screening["items"] for f in item["findings"] if f["relief"] == "pc_236_14"}
    assert "needs_facts" in outcomes
    assert "available" not in outcomes


def test_a_day_in_the_future_is_one_sentence(call: Call) -> None:
    assert "future" in call("screen", SHEET, "--as-of", "2026-06-02").sentence


def test_a_day_that_is_none_is_one_sentence(call: Call) -> None:
    assert "--as-of takes a day" in call("screen", SHEET, "--as-of", "June 1").sentence


@pytest.mark.parametrize("mistake", BAD_FACTS)
def test_facts_with_a_mistake_are_one_sentence(call: Call, tmp_path: Path, mistake: str) -> None:
    facts = tmp_path / "FACTS.toml"
    facts.write_text(BAD_FACTS[mistake])

    assert call("screen", SHEET, "--facts", facts, "--as-of", AS_OF).sentence


def test_facts_that_are_not_there_are_one_sentence(call: Call, tmp_path: Path) -> None:
    assert call("screen", SHEET, "--facts", tmp_path / "gone.toml", "--as-of", AS_OF).sentence


def test_a_sheet_that_cannot_be_used_is_one_sentence(call: Call, bad_sheet: Path) -> None:
    assert call("screen", bad_sheet, "--as-of", AS_OF).sentence
