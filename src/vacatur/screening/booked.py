"""The charges of each arrest, for counts whose arrest was on something else: relief from the conviction is not yet relief from it."""

import datetime as dt
from typing import NamedTuple

from vacatur.records.record import Count, EventKind, Level, Record

_ARRESTS = (EventKind.ARREST, EventKind.SUPPLEMENTAL_ARREST)


class Charge(NamedTuple):
    """One charge of an arrest, as far as it was read."""

    code: str
    section: str
    level: Level | None
    attempt: bool


Booked = dict[dt.date, tuple[Charge, ...]]


def booked_in(record: Record) -> Booked:
    """The charges of every arrest by its day."""
    found: Booked = {}
    for cycle in record.cycles:
        for event in cycle.events:
            if event.kind in _ARRESTS and event.date is not None:
                read = tuple(charge for count in event.counts if (charge := _charge(count)) is not None)
                found[event.date] = (*found.get(event.date, ()), *read)
    return found


def _charge(count: Count) -> Charge | None:
    if count.code is None or count.section is None:
        return None
    return Charge(count.code, count.section, count.charged_level, count.attempt)
