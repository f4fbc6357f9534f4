"""FICTIONAL: the sheet is the demo's."""

import json
from pathlib import Path

import pytest

from demo.pdf import text_pdf
from tests.unit.cli.conftest import SHEET, Call

MEGABYTE = 1024 * 1024


def test_one_file_prints_a_page_for_people(call: Call) -> None:
    answer = call("read", SHEET)

    assert answer.code == 0
    assert answer.err == ""
    assert "case 5VY02034" in answer.out
    assert "1. PC 647(b)" in answer.out


def test_one_file_prints_its_record_as_json(call: Call) -> None:
    record = json.loads(call("read", SHEET, "--json").out)

    assert record["schema"]
    assert record["file"] == "sheet.txt"
    assert {"person", "cycles", "unread", "warnings"} <= record.keys()
    numbers = [event["number"] for cycle in record["cycles"] for event in cycle["events"]]
    assert "5VY02034" in numbers


def test_a_pdf_with_the_same_lines_reads_as_the_text_does(call: Call, tmp_path: Path) -> None:
    pages = [page.splitlines() for page in SHEET.read_text("utf-8").split("\f")]
    pdf = tmp_path / "sheet.pdf"
    pdf.write_bytes(text_pdf(pages))

    from_pdf, from_text = (json.loads(call("read", path, "--json").out) for path in (pdf, SHEET))

    def charges(record: dict[str, object]) -> list[tuple[object, object]]:
        cycles = record["cycles"]
        assert isinstance(cycles, list)
        return [(c["code"], c["section"]) for cycle in cycles for event in cycle["events"] for c in event["counts"]]

    assert charges(from_pdf) == charges(from_text)


def test_several_files_print_one_object_a_line_and_the_good_ones_survive_a_bad_one(call: Call, tmp_path: Path) -> None:
    empty = tmp_path / "empty.txt"
    empty.touch()

    answer = call("read", SHEET, empty, SHEET)

    lines = [json.loads(line) for line in answer.out.splitlines()]
    assert answer.code == 2
    assert [line["file"] for line in lines] == [str(SHEET), str(empty), str(SHEET)]
    assert [("error" in line, "cycles" in line) for line in lines] == [(False, True), (True, False), (False, True)]
    assert answer.err.count("\n") == 1


def test_several_good_files_are_exit_0(call: Call) -> None:
    answer = call("read", SHEET, SHEET)

    assert (answer.code, answer.err) == (0, "")
    assert len(answer.out.splitlines()) == 2


def test_a_failure_of_ours_on_one_file_does_not_stop_the_others(
    call: Call, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    import vacatur.reading

    read_file = vacatur.reading.read_file

    def fail_on_other(path: Path, **more: object) -> object:
        if path != SHEET:
            raise ZeroDivisionError("a name that must not be shown")
        return read_file(path)

    monkeypatch.setattr(vacatur.reading, "read_file", fail_on_other)

    answer = call("read", tmp_path / "other.txt", SHEET)

    first, second = map(json.loads, answer.out.splitlines())
    assert answer.code == 2
    assert "ZeroDivisionError" in first["error"]
    assert "must not be shown" not in answer.out + answer.err
    assert "cycles" in second


def test_a_file_that_cannot_be_used_is_one_sentence(call: Call, bad_sheet: Path) -> None:
    assert call("read", bad_sheet).sentence
    assert call("read", bad_sheet, "--json").sentence


def test_a_file_that_is_not_there_is_one_sentence(call: Call, tmp_path: Path) -> None:
    assert "no such file" in call("read", tmp_path / "gone.txt").sentence


def test_a_folder_is_one_sentence(call: Call, tmp_path: Path) -> None:
    assert call("read", tmp_path).sentence


def test_sixty_megabytes_are_refused_before_they_are_read(
    call: Call, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    huge = tmp_path / "huge.txt"
    with huge.open("wb") as sparse:
        sparse.truncate(60 * MEGABYTE)
    monkeypatch.setattr(Path, "read_bytes", lambda self: pytest.fail("the file was read"))

    assert "50 MB" in call("read", huge).sentence
