import json
from pathlib import Path

import jsonschema

from vacatur.reading import read_text
from vacatur.records.as_json import SCHEMA, record_json

SHEET = """ATTN:FICTIONAL
CII/A99000001
DOB/19800101 SEX/F RAC/WHITE
NAM/01 FICTIONAL,ONE
SOC/777777777
* * * *
ARR/DET/CITE:         NAM:01  DOB:19800101
20010105  CAPD LOS ANGELES
CNT:01     #1111111
   -WARRANT
  647(B) PC-PROSTITUTION                 TOC:M
   COM: ADR-77777 SECRET ST
- - - -
COURT:                NAM:01
20010201  CASC LOS ANGELES METRO
CNT:01     #1CR00001
  647(B) PC-PROSTITUTION                 TOC:M
*DISPO:CONVICTED
   CONV STATUS:MISDEMEANOR
   SEN: 012 MONTHS PROBATION SS
WHAT IS THIS
"""
ROOT = Path(__file__).parents[3]


def test_the_promised_keys_are_there_with_the_promised_words() -> None:
    data = record_json(read_text(SHEET, "sheet.txt"))

    assert (data["schema"], data["file"]) == (SCHEMA, "sheet.txt") == ("vacatur.record/1", "sheet.txt")
    assert data["person"]["names"] == [{"code": "01", "name": "FICTIONAL,ONE"}]
    assert data["person"]["birth_dates"] == ["1980-01-01"]
    arrest, court = data["cycles"][0]["events"]
    assert (arrest["kind"], arrest["date"], arrest["date_raw"], arrest["number_kind"]) == (
        "arrest",
        "2001-01-05",
        "20010105",
        "booking",
    )
    assert arrest["counts"][0]["flags"] == ["WARRANT"]
    count = court["counts"][0]
    assert (count["number"], count["code"], count["section"], count["charged_level"]) == (1, "PC", "647(b)", "M")
    assert count["source"] == {"page": 1, "line": 16}
    (disposition,) = count["dispositions"]
    assert (disposition["kind"], disposition["date"], disposition["level"]) == ("convicted", "2001-02-01", "M")
    assert disposition["sentence"][0] == {
        "kind": "probation",
        "years": None,
        "months": 12,
        "days": None,
        "suspended": True,
        "concurrent": False,
        "consecutive": False,
        "text": "012 MONTHS PROBATION SS",
    }
    assert data["unread"] == [{"page": 1, "line": 21, "text": "WHAT IS THIS", "block": 1}]


def test_what_was_set_apart_shows_its_kind_and_place_only() -> None:
    data = record_json(read_text(SHEET))

    assert data["set_apart"] == [{"kind": "ssn", "page": 1, "line": 5}, {"kind": "address", "page": 1, "line": 12}]
    assert "77777" not in json.dumps(data)


def test_it_keeps_the_schema() -> None:
    schema = json.loads((ROOT / "docs/reference/record.schema.json").read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)

    jsonschema.Draft202012Validator(schema).validate(record_json(read_text(SHEET)))
