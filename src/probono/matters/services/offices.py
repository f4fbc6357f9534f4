"""Offices in the facts of a matter: the agencies its sheet names, whom the petitions are served on, and what is kept of each."""

import datetime as dt
from collections.abc import Mapping
from typing import Any

import vacatur
from probono.matters.models import RecordVersion
from probono.matters.services.facts_document import facts_of
from probono.matters.services.library import law, screen
from probono.matters.services.record import record_of
from vacatur.drafting.agency_keys import printed_agencies
from vacatur.records.items import items_of


def agencies_of(version: RecordVersion) -> dict[str, str]:
    """Every agency of the sheet but its courts, in its short form, by its mark."""
    return printed_agencies(record_of(version))


def served_offices(version: RecordVersion, document: Mapping[str, Any], as_of: dt.date) -> list[str]:
    """The ids of the prosecutors' offices that the petitions of a day would be served on, in their order."""
    record = record_of(version)
    facts = facts_of(document, {}, items_of(record))
    plan = vacatur.plan(record, screen(record, facts, as_of), facts, law())
    return list(dict.fromkeys(one.prosecutor for petition in plan.petitions for one in petition.service))


def entry(document: Mapping[str, Any], table: str, key: str, value: str) -> dict[str, Any]:
    """What is kept of one office; nothing when nothing is."""
    return next((dict(each) for each in document.get(table, []) if each.get(key) == value), {})


def with_entry(document: dict[str, Any], table: str, key: str, value: str, part: dict[str, Any]) -> dict[str, Any]:
    """The document with this office's entry changed; an entry that says nothing is taken out."""
    kept = [each for each in document.get(table, []) if each.get(key) != value]
    said = {name: each for name, each in part.items() if name not in (key, "source")}
    return document | {table: [*kept, {key: value, **part}] if said else kept}
