"""A screening as JSON that other programs may rely on (docs/reference/screening.md). Keys may be added, none renamed."""

from typing import Any

from vacatur.records.item import Item
from vacatur.screening.finding import (
    Finding,
    ImmigrationFlag,
    ItemFindings,
    MissingFact,
    OpenQuestion,
    Reason,
    Screening,
)

SCHEMA = "vacatur.screening/1"


def screening_json(screening: Screening) -> dict[str, Any]:
    """The screening as plain data: dates as ISO text, a three-valued answer as true, false or null."""
    return {
        "schema": SCHEMA,
        "as_of": screening.as_of.isoformat(),
        "pack": screening.pack,
        "not_screened": list(screening.not_screened),
        "warnings": list(screening.warnings),
        "items": [_item_findings(one) for one in screening.items],
    }


def _item_findings(findings: ItemFindings) -> dict[str, Any]:
    return {
        **_item(findings.item),
        "flags": [_flag(flag) for flag in findings.flags],
        "findings": [_finding(finding) for finding in findings.findings],
    }


def _item(item: Item) -> dict[str, Any]:
    return {
        "id": item.id,
        "kind": item.kind.value,
        "number": item.number,
        "case": item.case,
        "count": item.count,
        "code": item.code,
        "section": item.section,
        "other_sections": list(item.other_sections),
        "description": item.description,
        "attempt": item.attempt,
        "date": None if item.date is None else item.date.isoformat(),
        "date_is": item.date_is.value,
        "level": None if item.level is None else item.level.value,
        "agency": item.agency,
        "juvenile": item.juvenile,
        "notes": list(item.notes),
        "source": {"page": item.source.page, "line": item.source.line},
    }


def _finding(finding: Finding) -> dict[str, Any]:
    return {
        "relief": finding.relief,
        "outcome": finding.outcome.value,
        "day": None if finding.day is None else finding.day.isoformat(),
        "status": finding.status,
        "reasons": [_reason(reason) for reason in finding.reasons],
        "questions": list(finding.questions),
        "to_decide": [_open(question) for question in finding.to_decide],
        "missing": [_missing(fact) for fact in finding.missing],
        "effect": finding.effect.text,
        "effect_code": finding.effect.code,
        "effect_cite": finding.effect.cite,
        "effect_confidence": finding.effect.confidence,
    }


def _reason(reason: Reason) -> dict[str, Any]:
    return {
        "id": reason.id,
        "text": reason.text,
        "cite": reason.cite,
        "holds": reason.holds,
        "confidence": reason.confidence,
        "because": [_reason(step) for step in reason.because],
    }


def _open(question: OpenQuestion) -> dict[str, Any]:
    return {"reason": question.reason, "question": question.text, "charge": question.charge}


def _missing(fact: MissingFact) -> dict[str, Any]:
    return {"key": fact.key, "question": fact.question, "item": fact.item}


def _flag(flag: ImmigrationFlag) -> dict[str, Any]:
    return {
        "ground": flag.ground,
        "text": flag.text,
        "source": flag.source,
        "confidence": flag.confidence,
        "after_vacatur": flag.after_vacatur,
    }
