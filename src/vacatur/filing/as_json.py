"""Plan, questions and manifest as JSON files of the packet: sorted never, indented always, the same bytes for the same input."""

import json
from collections.abc import Iterable
from dataclasses import asdict
from datetime import date
from enum import Enum
from typing import Any

from vacatur.filing.missing import Asked
from vacatur.planning.plan import Petition, Plan, PlannedItem
from vacatur.records.item import Item

PLAN_SCHEMA = "vacatur.plan/1"
MISSING_SCHEMA = "vacatur.missing/1"


def as_bytes(data: Any) -> bytes:
    """JSON text in UTF-8 with a final newline."""
    return (json.dumps(data, indent=2, ensure_ascii=False, default=_plain) + "\n").encode()


def plan_json(plan: Plan) -> dict[str, Any]:
    """The plan: what is asked, of which court, and what is left out and why."""
    return {
        "schema": PLAN_SCHEMA,
        "as_of": plan.as_of.isoformat(),
        "petitions": [
            {
                "id": petition.id,
                "county": petition.county,
                "court": petition.court,
                "reliefs": list(petition.reliefs),
                "items": [_planned(planned) for planned in petition.items],
                "service": [asdict(served) for served in petition.service],
            }
            for petition in plan.petitions
        ],
        "gaps": [asdict(gap) for gap in plan.gaps],
        "left_out": [{**_item(left.item), "why": left.why} for left in plan.left_out],
        "cautions": list(plan.cautions),
    }


def missing_json(asked: Iterable[Asked], petitions: Iterable[Petition] = ()) -> dict[str, Any]:
    """What is missing, each with its question: the petition it is about, and what the question needs (its kind). A
    `public_key` names it as a refusal and the terminal do, without a number of the sheet.

    `for_counsel` are the questions of law put to counsel for an item, those already answered too.
    """
    return {
        "schema": MISSING_SCHEMA,
        "missing": [
            {
                "key": one.question.key,
                "public_key": one.public_key,
                "where": one.question.where,
                "label": one.question.label,
                "question": one.question.ask,
                "kind": one.question.kind,
                "item": one.question.row,
                "petition": one.petition,
                "papers": list(one.question.papers),
            }
            for one in asked
        ],
        "for_counsel": [
            {"question": question, "cleared": planned.cleared, "item": planned.row, "petition": petition.id}
            for petition in petitions
            for planned in petition.items
            for question in planned.questions
        ],
    }


def _planned(planned: PlannedItem) -> dict[str, Any]:
    return {
        "row": planned.row,
        **_item(planned.item),
        "reliefs": list(planned.reliefs),
        "offense_date": planned.offense_date,
        "prosecutors": list(planned.prosecutors),
        "questions": list(planned.questions),
        "counsel_cleared": planned.cleared,
        "nonviolent": planned.violence.standing,
    }


def _item(item: Item) -> dict[str, Any]:
    kept = ("id", "kind", "case", "number", "count", "code", "section", "date", "date_is")
    return {name: getattr(item, name) for name in kept}


def _plain(value: object) -> object:
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Enum):
        return value.value
    raise TypeError(f"no JSON form for {type(value).__name__}")
