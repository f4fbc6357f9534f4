"""A Record as JSON that other programs may rely on (docs/reference/record.md). Keys may be added, none renamed."""

from typing import Any

from vacatur.kit.days import iso
from vacatur.records.person import Person
from vacatur.records.record import Count, Cycle, Disposition, Event, Record, SentencePart
from vacatur.records.source import Source

SCHEMA = "vacatur.record/1"


def record_json(record: Record) -> dict[str, Any]:
    """The record as plain data. What was set apart shows only its kind and place, never its text."""
    return {
        "schema": SCHEMA,
        "file": record.file,
        "pages": record.pages,
        "person": _person(record.person),
        "cycles": [_cycle(cycle) for cycle in record.cycles],
        "unread": [{"page": u.page, "line": u.line, "text": u.text, "block": u.block} for u in record.unread],
        "set_apart": [{"kind": s.kind.value, "page": s.page, "line": s.line} for s in record.set_apart],
        "warnings": list(record.warnings),
        "banners": list(record.banners),
    }


def _person(person: Person) -> dict[str, Any]:
    return {
        "cii": person.cii,
        "other_cii": list(person.other_cii),
        "names": [{"code": name.code, "name": name.name} for name in person.names],
        "monikers": list(person.monikers),
        "birth_dates": [iso(day) for day in person.birth_dates],
        "sex": person.sex,
        "race": person.race,
        "height": person.height,
        "weight": person.weight,
        "eye": person.eye,
        "hair": person.hair,
        "birth_place": person.birth_place,
        "citizenship": person.citizenship,
        "occupations": list(person.occupations),
        "numbers": [{"tag": tag, "value": value} for tag, value in person.numbers],
        "supervision": list(person.supervision),
    }


def _cycle(cycle: Cycle) -> dict[str, Any]:
    return {"events": [_event(event) for event in cycle.events], "source": _source(cycle.source)}


def _event(event: Event) -> dict[str, Any]:
    return {
        "kind": event.kind.value,
        "header": event.header,
        "date": iso(event.date),
        "date_raw": event.date_raw,
        "agency": event.agency,
        "name_code": event.name_code,
        "birth_date": iso(event.birth_date),
        "number": event.number,
        "number_kind": event.number_kind.value if event.number_kind else None,
        "other_numbers": list(event.other_numbers),
        "flags": list(event.flags),
        "comments": list(event.comments),
        "sentence": [_sentence(part) for part in event.sentence],
        "source": _source(event.source),
        "counts": [_count(count) for count in event.counts],
    }


def _count(count: Count) -> dict[str, Any]:
    return {
        "number": count.number,
        "code": count.code,
        "section": count.section,
        "other_sections": list(count.other_sections),
        "description": count.description,
        "flags": list(count.flags),
        "charged_level": count.charged_level.value if count.charged_level else None,
        "attempt": count.attempt,
        "case": count.case,
        "arresting_agency": count.arresting_agency,
        "comments": list(count.comments),
        "dispositions": [_disposition(disposition) for disposition in count.dispositions],
        "source": _source(count.source),
    }


def _disposition(disposition: Disposition) -> dict[str, Any]:
    return {
        "kind": disposition.kind.value,
        "date": iso(disposition.date),
        "date_raw": disposition.date_raw,
        "text": disposition.text,
        "level": disposition.level.value if disposition.level else None,
        "source": _source(disposition.source),
        "sentence": [_sentence(part) for part in disposition.sentence],
        "comments": list(disposition.comments),
    }


def _sentence(part: SentencePart) -> dict[str, Any]:
    return {
        "kind": part.kind.value,
        "years": part.years,
        "months": part.months,
        "days": part.days,
        "suspended": part.suspended,
        "concurrent": part.concurrent,
        "consecutive": part.consecutive,
        "text": part.text,
    }


def _source(source: Source) -> dict[str, int]:
    return {"page": source.page, "line": source.line}
