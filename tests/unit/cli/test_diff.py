"""FICTIONAL: the sheet is the demo's."""

from pathlib import Path

from tests.unit.cli.conftest import SHEET, Call


def test_a_sheet_compared_with_itself_shows_no_change(call: Call) -> None:
    answer = call("diff", SHEET, SHEET)

    assert (answer.code, answer.err) == (0, "")
    assert answer.out.strip()


def test_a_case_that_is_gone_is_named(call: Call, tmp_path: Path) -> None:
    lines = SHEET.read_text("utf-8").splitlines()
    start = next(place for place, line in enumerate(lines) if "2018" in line)
    later = tmp_path / "later.txt"
    later.write_text("\n".join(lines[:start]) + "\n")

    same, answer = call("diff", SHEET, SHEET), call("diff", SHEET, later)

    assert answer.code == 0
    assert answer.out != same.out
    assert "8MP05562" in answer.out


def test_a_sheet_that_cannot_be_used_is_one_sentence_on_either_side(call: Call, bad_sheet: Path) -> None:
    assert call("diff", bad_sheet, SHEET).sentence
    assert call("diff", SHEET, bad_sheet).sentence
