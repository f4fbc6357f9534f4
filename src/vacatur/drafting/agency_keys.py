"""The key of an agency that the sheet prints in a short form, and the place on the sheet a key stands for."""

import re
from collections.abc import Iterator

from vacatur.records.record import EventKind, Record
from vacatur.records.source import Source

SUPERVISION = re.compile(r"^(PROBATION|PAROLE)\s*[:;].*?\b((?:CA|US)[A-Z]{2} [A-Z][A-Z .&]*?)(?=\s*(?:#|$|\d))")
"""The supervision block before the first entry of a sheet: whose, and by which agency."""


def agency_key(printed: str) -> str:
    """The key of an agency in the papers: "agency.cahp_east_los_angeles.name"."""
    return f"agency.{re.sub(r'[^a-z0-9]+', '_', printed.lower()).strip('_')}.name"


def agency_of_key(record: Record, key: str) -> tuple[str, Source | None] | None:
    """The short form behind a key, and the entry of the sheet that has it; the supervision block has no place of its own."""
    return next(((printed, place) for printed, place in _printed(record) if agency_key(printed) == key), None)


def printed_agencies(record: Record) -> dict[str, str]:
    """Every agency of the sheet but its courts, in its short form, by what tells it in its key ("cahp_east_los_angeles")."""
    return {agency_key(printed).split(".")[1]: printed for printed, _place in _printed(record, courts=False)}


def _printed(record: Record, *, courts: bool = True) -> Iterator[tuple[str, Source | None]]:
    for cycle in record.cycles:
        for event in cycle.events:
            if event.agency and (courts or event.kind is not EventKind.COURT):
                yield event.agency, event.source
            yield from ((count.arresting_agency, count.source) for count in event.counts if count.arresting_agency)
    for text in record.person.supervision:
        if found := SUPERVISION.match(text):
            yield found[2], None
