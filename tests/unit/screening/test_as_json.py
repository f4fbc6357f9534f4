"""FICTIONAL."""

import json
from pathlib import Path

import jsonschema
import pytest

from tests.unit.screening.asked import CONVICTED, DAY, FACTS, NUMBER, about, saying, sheet
from vacatur.law import pack
from vacatur.records.facts import Facts
from vacatur.screening.as_json import screening_json
from vacatur.screening.engine import screen

SCHEMA = json.loads(Path("docs/reference/screening.schema.json").read_text(encoding="utf-8"))
ARREST = " | B7735310 | PC | 653.22(a) | | M | 2013-07-19 | | prosecutor_rejected |"
UNREADABLE = f"{NUMBER} | | | | | | | | |"


@pytest.mark.parametrize("facts", [FACTS, Facts(), None, saying(about(direct_result=True))])
def test_it_fits_the_schema_and_is_json(facts: Facts | None) -> None:
    data = screening_json(screen(sheet(CONVICTED, UNREADABLE, ARREST), facts, DAY, pack()))

    jsonschema.validate(data, SCHEMA, format_checker=jsonschema.FormatChecker())
    assert json.loads(json.dumps(data)) == data


def test_it_has_the_promised_keys() -> None:
    data = screening_json(screen(sheet(CONVICTED), FACTS, DAY, pack()))
    item = data["items"][0]
    finding = item["findings"][0]
    reason = finding["reasons"][0]

    assert {"schema", "as_of", "pack", "not_screened", "items"} <= data.keys()
    assert {"id", "kind", "case", "code", "section", "date", "date_is", "level", "findings"} <= item.keys()
    assert {"relief", "outcome", "day", "reasons", "questions", "effect"} <= finding.keys()
    assert {"text", "cite", "holds", "because"} <= reason.keys()


def test_it_keeps_what_is_not_known_as_null() -> None:
    item = screening_json(screen(sheet(UNREADABLE), None, DAY, pack()))["items"][0]

    assert item["date"] is item["level"] is item["section"] is None


def test_it_tells_the_item_and_the_tree_of_reasons() -> None:
    item = screening_json(screen(sheet(CONVICTED), FACTS, DAY, pack()))["items"][0]
    nonviolent = item["findings"][0]["reasons"][0]

    assert (item["case"], item["section"], item["date"], item["date_is"]) == (NUMBER, "647(b)", "2014-03-09", "arrest")
    assert nonviolent["id"] == "violent.nonviolent"
    assert nonviolent["holds"] is True
    assert nonviolent["because"][0]["cite"] == "Pen. Code, § 667.5, subd. (c)"
    assert item["flags"][0]["after_vacatur"] is None


def test_the_schema_refuses_an_outcome_of_another_name() -> None:
    data = screening_json(screen(sheet(CONVICTED), FACTS, DAY, pack()))
    data["items"][0]["findings"][0]["outcome"] = "granted"

    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(data, SCHEMA)


def test_the_schema_refuses_a_day_for_anything_but_not_yet() -> None:
    data = screening_json(screen(sheet(CONVICTED), FACTS, DAY, pack()))
    data["items"][0]["findings"][0]["day"] = "2027-01-01"

    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(data, SCHEMA)
