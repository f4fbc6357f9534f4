"""Every sheet of the corpus reads as its expected file says, and its JSON keeps the promised shape."""

import importlib.util
import json
from pathlib import Path
from types import ModuleType

import jsonschema
import pytest

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
SHEETS = sorted(HERE.glob("*.txt"))


def load_candidate() -> ModuleType:
    spec = importlib.util.spec_from_file_location("reader_candidate", HERE / "candidate.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


CANDIDATE = load_candidate()


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda sheet: sheet.stem)
def test_a_sheet_reads_as_its_expected_file_says(sheet: Path) -> None:
    expected = json.loads(sheet.with_suffix(".json").read_text(encoding="utf-8"))

    assert CANDIDATE.read(sheet) == expected


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda sheet: sheet.stem)
def test_a_sheet_s_json_keeps_the_promised_shape(sheet: Path) -> None:
    schema = json.loads((ROOT / "docs/reference/record.schema.json").read_text(encoding="utf-8"))

    jsonschema.Draft202012Validator(schema).validate(CANDIDATE.read(sheet)["record"])


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda sheet: sheet.stem)
def test_a_sheet_says_that_its_person_is_fictional(sheet: Path) -> None:
    assert "FICTIONAL" in sheet.read_text(encoding="utf-8").upper()


def test_every_expected_file_has_its_sheet() -> None:
    assert {path.stem for path in HERE.glob("*.json")} == {sheet.stem for sheet in SHEETS}
