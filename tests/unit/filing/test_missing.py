import json
from dataclasses import replace
from pathlib import Path

import pytest

from tests.unit.drafting.matters import FACTS, NEXUS, but, plan
from tests.unit.filing.packets import make
from vacatur.drafting.asking import Question
from vacatur.filing.missing import IncompleteError, asked_of, refuse_incomplete

PHONE = Question("counsel.phone", "[counsel] phone", "l", "Which number?", "fact", None, ("notice",))
DAY = Question("nexus.5VY07111.1.offense_date", "w", "l", "On which day?", "fact", 2, ("petition",))


def test_one_petition_needs_no_name_in_its_keys() -> None:
    first, second = asked_of([("los_angeles", (PHONE, DAY))])

    assert (first.petition, first.public_key, first.line) == (
        "los_angeles",
        "counsel.phone",
        "counsel.phone: Which number?",
    )
    assert (second.petition, second.public_key) == ("los_angeles", "nexus (item 2) offense_date")


def test_what_several_petitions_need_alike_is_asked_once_and_an_item_of_each() -> None:
    asked = asked_of([("los_angeles", (PHONE, DAY)), ("orange", (replace(PHONE, papers=("petition",)), DAY))])

    assert [(one.petition, one.public_key) for one in asked] == [
        (None, "counsel.phone"),
        ("los_angeles", "los_angeles/nexus (item 2) offense_date"),
        ("orange", "orange/nexus (item 2) offense_date"),
    ]
    assert asked[0].question.papers == ("notice", "petition")


def test_nothing_asked_is_nothing_missing() -> None:
    assert asked_of([]) == ()


def test_where_nothing_is_missing_nothing_is_refused() -> None:
    refuse_incomplete(())


def test_a_refusal_has_the_keys_the_questions_and_the_order_of_missing_json(tmp_path: Path) -> None:
    facts = but(counsel=replace(FACTS.counsel, phone=None), nexus=(NEXUS[0], replace(NEXUS[1], account=None), NEXUS[2]))
    one = plan()
    orange = replace(one.petitions[0], id="orange", county="orange", items=one.petitions[0].items[1:])
    both = replace(one, petitions=(*one.petitions, orange))
    make(tmp_path / "draft", facts, the_plan=both)
    listed = json.loads((tmp_path / "draft" / "missing.json").read_text("utf-8"))["missing"]

    with pytest.raises(IncompleteError) as refused:
        make(tmp_path / "packet", facts, the_plan=both, filing=True)

    assert len(listed) > 2
    assert [one.question.key for one in refused.value.asked] == [each["key"] for each in listed]
    assert [f"{each['public_key']}: {each['question']}" for each in listed] == list(refused.value.details)
    assert str(len(listed)) in refused.value.sentence
