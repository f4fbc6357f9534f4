"""Which entries of the sheet stand behind an item: its arrests, and who held or supervised the petitioner because of it."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from vacatur.drafting.agency_keys import SUPERVISION
from vacatur.drafting.matter import Matter, Row
from vacatur.nexus.match import fold
from vacatur.records.record import Cycle, DispositionKind, Event, EventKind, Record
from vacatur.records.source import Source

ARRESTS = frozenset((EventKind.ARREST, EventKind.SUPPLEMENTAL_ARREST))
_SUFFIX = 2
"""Most letters by which a case number printed in full is longer than the same number in another entry."""


class Keeper(StrEnum):
    """In which way an agency came to keep records: the names of [supervising] in agencies.toml."""

    PROBATION = "probation"
    JAIL = "jail"
    PRISON = "prison"
    PAROLE = "parole"
    YOUTH = "youth"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Kept:
    """One entry of the sheet by which an agency keeps records of an item; `printed` is `None` where it names no agency.
    `numbers` are those under which it keeps them, without those of a court's case.
    """

    keeper: Keeper
    printed: str | None
    place: Source | None
    numbers: tuple[str, ...] = ()


def arrests_of(matter: Matter, row: Row) -> tuple[Event, ...]:
    """The arrest entries of the cycles in which the item, or another entry of its case, stands."""
    return tuple(event for cycle in cycles_of(matter.record, row) for event in cycle.events if event.kind in ARRESTS)


def cycles_of(record: Record, row: Row) -> tuple[Cycle, ...]:
    """The cycle of the item, and every other one with an entry of its case."""
    return tuple(cycle for cycle in record.cycles if any(_stands_in(event, row) for event in cycle.events))


def kept_of(matter: Matter, row: Row) -> tuple[Kept, ...]:
    """Custody, probation and parole of an item.

    An entry that names a case belongs to that case alone. One that names none belongs to its cycle; where its cycle has
    neither court nor arrest, it may belong to any item that was not a mere arrest.
    """
    found = [kept for event in _supervised(matter.record, row) for kept in _kept(event)]
    return tuple(dict.fromkeys((*found, *_blocks(matter.record, row))))


def _supervised(record: Record, row: Row) -> Iterator[Event]:
    cases = {fold(event.number) for event in _all(record, EventKind.COURT) if event.number}
    mine = _numbers(row)
    own = {id(cycle) for cycle in cycles_of(record, row)}
    for cycle in record.cycles:
        lone = not any(event.kind in ARRESTS or event.kind is EventKind.COURT for event in cycle.events)
        for event in cycle.events:
            if _keeper(event) is None:
                continue
            named = [fold(number) for number in event.other_numbers if " " not in number]
            linked = [number for number in named if any(_same(number, case) for case in cases)]
            if linked:
                if any(_same(number, case) for number in linked for case in mine):
                    yield event
            elif id(cycle) in own or (lone and row.kind != "arrest"):
                yield event


def _blocks(record: Record, row: Row) -> Iterator[Kept]:
    """The supervision block before the first entry: by its number it belongs to one cycle, else to every item but a mere arrest."""
    for text in record.person.supervision:
        found = SUPERVISION.match(text)
        number = fold(text.rpartition("#")[2].partition(" ")[0])
        homes = [
            cycle for cycle in record.cycles for event in cycle.events if number and fold(event.number or "") == number
        ]
        own = {id(cycle) for cycle in cycles_of(record, row)}
        if row.kind != "arrest" and (not homes or any(id(cycle) in own for cycle in homes)):
            keeper = Keeper.PAROLE if text.upper().startswith("PAROLE") else Keeper.PROBATION
            yield Kept(keeper, found[2] if found else None, None, (number,) if number else ())


def _kept(event: Event) -> Iterator[Kept]:
    keeper = _keeper(event)
    if keeper is not None:
        yield Kept(keeper, event.agency, event.source, (event.number,) if event.number else ())
    if any(one.kind is DispositionKind.PAROLED for count in event.counts for one in count.dispositions):
        yield Kept(Keeper.PAROLE, None, event.source)


def _keeper(event: Event) -> Keeper | None:
    if event.kind is EventKind.PROBATION:
        return Keeper.PROBATION
    if event.kind is EventKind.CUSTODY:
        word = event.header.partition(":")[2]
        return {"JAIL": Keeper.JAIL, "CDC": Keeper.PRISON, "CDCR": Keeper.PRISON, "CYA": Keeper.YOUTH}.get(
            word, Keeper.OTHER
        )
    return Keeper.PAROLE if event.kind is EventKind.OTHER and event.header == "PAROLE" else None


def _stands_in(event: Event, row: Row) -> bool:
    item = row.item
    if event.source == item.source or any(count.source == item.source for count in event.counts):
        return True
    return event.kind is EventKind.COURT and item.case is not None and fold(event.number or "") == fold(item.case)


def _numbers(row: Row) -> set[str]:
    return {fold(number) for number in (row.item.case, row.item.number, *row.item.numbers) if number}


def _same(one: str, other: str) -> bool:
    short, long = sorted((one, other), key=len)
    return long.startswith(short) and len(long) - len(short) <= _SUFFIX


def _all(record: Record, kind: EventKind) -> Iterator[Event]:
    return (event for cycle in record.cycles for event in cycle.events if event.kind is kind)
