import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import jsonschema
import pytest

from tests.unit.drafting.matters import FACTS, NEXUS, but, matter, papers, plan
from tests.unit.planning.planned import LATE, NOWHERE, ORANGE, VAN_NUYS, nexus, planned, saying
from vacatur.drafting.asking import questions
from vacatur.filing.as_json import as_bytes, missing_json, plan_json
from vacatur.filing.missing import asked_of
from vacatur.planning.plan import Gap, LeftOut
from vacatur.records.facts import Facts

REFERENCE = Path(__file__).parents[3] / "docs" / "reference"
PLAN, MISSING = (json.loads((REFERENCE / f"{name}.schema.json").read_text("utf-8")) for name in ("plan", "missing"))


def checked(data: object, schema: dict[str, object]) -> None:
    jsonschema.validate(data, schema, format_checker=jsonschema.FormatChecker())


def test_a_plan_has_the_shape_that_other_programs_rely_on() -> None:
    full = planned(VAN_NUYS, ORANGE, NOWHERE, LATE, facts=saying(nexus("8MP05562", date(2018, 9, 22))))
    data = json.loads(as_bytes(plan_json(full)))

    checked(data, PLAN)
    assert data["gaps"]
    assert data["left_out"]
    assert next(iter(data)) == "schema"


@pytest.mark.parametrize("lost", ["petitions", "gaps", "cautions"])
def test_the_schema_refuses_a_plan_that_lacks_a_part(lost: str) -> None:
    data = json.loads(as_bytes(plan_json(plan())))
    del data[lost]

    with pytest.raises(jsonschema.ValidationError):
        checked(data, PLAN)


def test_the_schema_refuses_an_item_left_out_without_its_reason() -> None:
    data = json.loads(as_bytes(plan_json(plan(left_out=(LeftOut(plan().petitions[0].items[0].item, "because"),)))))
    del data["left_out"][0]["why"]

    with pytest.raises(jsonschema.ValidationError):
        checked(data, PLAN)


def test_what_is_missing_has_the_shape_that_other_programs_rely_on() -> None:
    asked = questions(papers(Facts()).values(), matter(Facts()))
    data = json.loads(as_bytes(missing_json(asked_of([("los_angeles-1", asked), ("orange", asked)]))))

    checked(data, MISSING)
    assert {None, "los_angeles-1", "orange"} == {one["petition"] for one in data["missing"]}


def test_the_schema_refuses_a_kind_of_another_name() -> None:
    asked = questions(papers(Facts()).values(), matter(Facts()))
    data = missing_json(asked_of([("los_angeles-1", asked)]))
    data["missing"][0]["kind"] = "wish"

    with pytest.raises(jsonschema.ValidationError):
        checked(data, MISSING)


def test_the_plan_tells_petitions_items_service_and_what_is_left_out() -> None:
    item = plan().petitions[0].items[0].item
    full = plan(gaps=(Gap("a.b", "?", ("petition",), 1),), left_out=(LeftOut(item, "because"),), cautions=("care",))
    data = json.loads(as_bytes(plan_json(full)))

    (petition,) = data["petitions"]
    assert data["schema"] == "vacatur.plan/1"
    assert petition["items"][1] == {
        "row": 2,
        "id": full.petitions[0].items[1].item.id,
        "kind": "count",
        "case": "5VY07111",
        "number": "5VY07111",
        "count": 1,
        "code": "PC",
        "section": "647(b)",
        "date": "2014-03-09",
        "date_is": "arrest",
        "reliefs": ["pc_236_14"],
        "offense_date": "2014-03-09",
        "prosecutors": ["los_angeles_city_attorney"],
        "questions": [],
        "counsel_cleared": False,
        "nonviolent": "plain",
    }
    assert petition["service"][0]["rows"] == [1, 2, 3]
    assert data["gaps"] == [{"key": "a.b", "question": "?", "blocks": ["petition"], "row": 1, "petition": None}]
    assert data["left_out"][0]["why"] == "because"
    assert data["cautions"] == ["care"]


def test_what_is_missing_is_told_with_its_question_and_its_place_in_the_facts() -> None:
    facts = but(FACTS, nexus=(NEXUS[0], replace(NEXUS[1], offense_date=None), NEXUS[2]))
    asked = questions(papers(facts).values(), matter(facts))
    data = json.loads(as_bytes(missing_json(asked_of([("los_angeles-1", asked)]))))

    (only,) = data["missing"]
    assert only["question"] == "On which day was the act of item 2 done?"
    assert only["where"] == '[[nexus]] number = "5VY07111", count = 1: offense_date'
    assert (only["kind"], only["item"], only["petition"]) == ("fact", 2, "los_angeles-1")
    assert "petition" in only["papers"]


@pytest.mark.parametrize("cleared", [True, False])
def test_a_question_of_law_is_told_whether_counsel_has_answered_it_or_not(cleared: bool) -> None:
    (petition,) = plan().petitions
    first, *others = petition.items
    put = replace(petition, items=(replace(first, questions=("Is it?",), cleared=cleared), *others))

    assert missing_json((), (put,))["for_counsel"] == [
        {"question": "Is it?", "cleared": cleared, "item": 1, "petition": "los_angeles-1"}
    ]


def test_nothing_missing_is_an_empty_list() -> None:
    assert missing_json(()) == {"schema": "vacatur.missing/1", "missing": [], "for_counsel": []}


def test_json_ends_with_a_newline_and_keeps_its_letters() -> None:
    assert as_bytes({"a": "ñ"}) == '{\n  "a": "ñ"\n}\n'.encode()


def test_a_value_without_a_json_form_is_an_error() -> None:
    with pytest.raises(TypeError, match="no JSON form for object"):
        as_bytes({"a": object()})
