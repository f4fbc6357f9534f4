"""What an arrest behind an item holds besides: supplemental arrests, and charges that no count of a court answers."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from vacatur.drafting.matter import Matter
from vacatur.drafting.sheet_events import arrests_of, cycles_of
from vacatur.records.answering import same_charge
from vacatur.records.items import items_of
from vacatur.records.record import Count, Event, EventKind
from vacatur.records.source import Source

Charge = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Further:
    """One line of it: `kind` is supplemental or charge, `rows` the items whose arrest it belongs to."""

    kind: str
    source: Source
    day: dt.date | None
    agency: str | None
    charges: tuple[Charge, ...]
    rows: tuple[int, ...]


def further_records(matter: Matter) -> tuple[Further, ...]:
    """Every line, in the order of the sheet. A charge that is an item of its own, in this petition or left out, is not among them."""
    items = {item.source for item in items_of(matter.record)}
    rows: dict[Source, list[int]] = {}
    events: dict[Source, Event] = {}
    filed: dict[Source, list[Count]] = {}
    for row in matter.rows:
        cycles = cycles_of(matter.record, row)
        courts = [
            count
            for cycle in cycles
            for event in cycle.events
            if event.kind is EventKind.COURT
            for count in event.counts
        ]
        for event in arrests_of(matter, row):
            events[event.source] = event
            rows.setdefault(event.source, []).append(row.number)
            filed.setdefault(event.source, []).extend(courts)
    return tuple(
        further
        for source, event in sorted(events.items())
        for further in _of(event, items, filed[source], tuple(rows[source]))
    )


def _of(event: Event, items: set[Source], filed: list[Count], rows: tuple[int, ...]) -> Iterator[Further]:
    own = [count for count in event.counts if count.source not in items]
    if event.kind is EventKind.SUPPLEMENTAL_ARREST:
        if event.source not in items and (own or not event.counts):
            charges = tuple(dict.fromkeys(charge for count in own if (charge := _charge(count))))
            yield Further("supplemental", event.source, event.date, event.agency, charges, rows)
        return
    for count in own:
        charge = _charge(count)
        if charge is not None and not any(same_charge(count, other) for other in filed):
            yield Further("charge", count.source, event.date, count.arresting_agency or event.agency, (charge,), rows)


def _charge(count: Count) -> Charge | None:
    return (count.code, count.section) if count.code and count.section else None
