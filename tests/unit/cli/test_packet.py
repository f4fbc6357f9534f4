"""FICTIONAL: the sheet and the facts are the demo's."""

import json
from pathlib import Path

import pytest

from tests.unit.cli.conftest import AS_OF, FACTS, SHEET, Call


def test_a_draft_packet_is_written_and_told(call: Call, tmp_path: Path) -> None:
    out = tmp_path / "packet"

    answer = call("packet", SHEET, "--facts", FACTS, "--as-of", AS_OF, "--out", out)

    assert (answer.code, answer.err) == (0, "")
    assert answer.out.startswith(f"Draft packet in {out}: ")
    written = {path.name for path in out.rglob("*") if path.is_file()}
    assert "missing.json" in written
    assert any(name.endswith(".pdf") for name in written)
    assert any(name.endswith(".docx") for name in written)


def test_filing_with_something_missing_is_refused_with_the_list_and_writes_nothing(call: Call, tmp_path: Path) -> None:
    facts = tmp_path / "FACTS.toml"
    facts.write_text('# FICTIONAL\n[[victimization]]\nkind = "trafficking"\nfrom = 2012-01-01\nto = 2015-06-30\n')
    out = tmp_path / "packet"

    answer = call("packet", SHEET, "--facts", facts, "--as-of", AS_OF, "--out", out, "--filing")

    first, *missing = answer.err.splitlines()
    assert (answer.code, answer.out) == (2, "")
    assert first.endswith(".")
    assert missing
    assert all(line.startswith("- ") for line in missing)
    assert not out.exists()


def test_a_draft_a_refusal_and_missing_json_tell_one_list(call: Call, tmp_path: Path) -> None:
    facts = tmp_path / "FACTS.toml"
    facts.write_text('# FICTIONAL\n[[victimization]]\nkind = "trafficking"\nfrom = 2012-01-01\nto = 2015-06-30\n')
    out = tmp_path / "packet"

    draft = call("packet", SHEET, "--facts", facts, "--as-of", AS_OF, "--out", out)
    refused = call("packet", SHEET, "--facts", facts, "--as-of", AS_OF, "--out", tmp_path / "other", "--filing")
    listed = json.loads((out / "missing.json").read_text("utf-8"))["missing"]
    lines = [f"- {one['public_key']}: {one['question']}" for one in listed]

    assert refused.err.splitlines()[1:] == lines
    told = " ".join(draft.out.partition("Still missing:")[2].split())
    assert told == " ".join(lines)


@pytest.mark.parametrize("what", ["folder", "file"])
def test_an_output_that_is_in_use_is_refused_and_left_alone(call: Call, tmp_path: Path, what: str) -> None:
    out = tmp_path / "packet"
    kept = out / "mine.txt" if what == "folder" else out
    kept.parent.mkdir(exist_ok=True)
    kept.write_text("kept")

    assert call("packet", SHEET, "--facts", FACTS, "--as-of", AS_OF, "--out", out).sentence
    assert kept.read_text() == "kept"


def test_a_sheet_that_cannot_be_used_writes_nothing(call: Call, tmp_path: Path, bad_sheet: Path) -> None:
    out = tmp_path / "packet"

    assert call("packet", bad_sheet, "--facts", FACTS, "--as-of", AS_OF, "--out", out).sentence
    assert not out.exists()


def test_nothing_is_left_beside_the_packet(call: Call, tmp_path: Path) -> None:
    out = tmp_path / "here" / "packet"
    out.parent.mkdir()

    call("packet", SHEET, "--facts", FACTS, "--as-of", AS_OF, "--out", out)

    assert [path.name for path in out.parent.iterdir()] == ["packet"]
