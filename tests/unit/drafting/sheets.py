"""FICTIONAL. The record of the papers' tests with further entries in its second cycle, the one of case 5VY07111."""

import datetime as dt
from dataclasses import replace

from tests.unit.drafting.matters import FACTS, NEXUS, but, plan, record
from vacatur.drafting.draft import matter_of
from vacatur.drafting.matter import Matter
from vacatur.law import pack
from vacatur.nexus.match import match
from vacatur.planning.plan import PlannedItem
from vacatur.records.facts import AgencyName, Facts
from vacatur.records.items import items_of
from vacatur.records.record import Count, Cycle, Disposition, DispositionKind, Event, EventKind, NumberKind, Record
from vacatur.records.source import Source


def event(kind: EventKind, agency: str | None, header: str, *counts: Count, **other: object) -> Event:
    """One entry of a sheet; each header takes a line of its own."""
    line = 40 + sum(map(ord, f"{kind}{agency}{header}")) % 900
    return Event(kind, Source(1, line), agency=agency, header=header, counts=counts, **other)  # type: ignore[arg-type]


def custody(word: str, agency: str | None, **other: object) -> Event:
    """`CUSTODY:JAIL` and its like."""
    return event(EventKind.CUSTODY, agency, f"CUSTODY:{word}", number_kind=NumberKind.INMATE, **other)


def probation(agency: str | None, **other: object) -> Event:
    """`PROBATION:`."""
    return event(EventKind.PROBATION, agency, "PROBATION", **other)


def parole(agency: str | None = "CAPA LOS ANGELES", **other: object) -> Event:
    """`PAROLE:`."""
    return event(EventKind.OTHER, agency, "PAROLE", **other)


def count(agency: str | None, *sections: str, kind: EventKind = EventKind.ARREST, **other: object) -> Event:
    """A further arrest with its charges, each on a line of its own; the prosecutor combined them with others, so that none
    is an item of its own.
    """
    combined = Disposition(DispositionKind.PROSECUTOR_REJECTED, "PROS REJ-COMB W/OTHER CNTS", Source(2, 5))
    counts = tuple(
        Count(number, Source(2, 10 * number), "PC", section, dispositions=(combined,))
        for number, section in enumerate(sections, start=1)
    )
    return event(kind, agency, "ARR", *counts, date=dt.date(2014, 3, 11), number="5505540", **other)


def with_events(
    *events: Event,
    arrested_by: str | None = None,
    booked_by: str | None = None,
    lone: tuple[Event, ...] = (),
    supervision: tuple[str, ...] = (),
    agencies: tuple[AgencyName, ...] = (),
    reliefs: tuple[str, ...] = ("pc_236_14",),
) -> Matter:
    """The matter of the changed sheet. `lone` are entries in a cycle of their own."""
    made = record()
    first, second = made.cycles
    arrest, court = second.events
    if arrested_by:
        named = tuple(replace(one, arresting_agency=arrested_by) for one in arrest.counts)
        arrest = replace(arrest, agency=booked_by or arrest.agency, counts=named)
    cycles = (first, replace(second, events=(arrest, court, *events)))
    cycles += (Cycle(lone, Source(9, 1)),) if lone else ()
    changed = replace(made, cycles=cycles, person=replace(made.person, supervision=supervision))
    return _matter(changed, but(FACTS, agencies=agencies), reliefs)


def _matter(changed: Record, facts: Facts, reliefs: tuple[str, ...]) -> Matter:
    made = plan(*reliefs)
    told = match(items_of(changed), replace(facts, nexus=NEXUS))
    mine = [item for item in items_of(changed) if item.id in told]
    items = tuple(
        PlannedItem(row, item, reliefs, told[item.id].offense_date, ("los_angeles_city_attorney",))
        for row, item in enumerate(mine, start=1)
    )
    petition = replace(made.petitions[0], items=items)
    return matter_of(replace(made, petitions=(petition,)), petition, facts, changed, pack())
