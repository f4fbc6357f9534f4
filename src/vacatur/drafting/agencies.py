"""The agencies an order to seal and destroy names, with the clause that reaches each (subds. (k)(1), (r))."""

from collections.abc import Iterator
from dataclasses import dataclass

from vacatur.drafting.agency_names import agency_name, bound
from vacatur.drafting.authorities import cite
from vacatur.drafting.blocks import Cite, Inline, Text
from vacatur.drafting.captions import county_name
from vacatur.drafting.matter import TRAFFICKING, Matter, Row
from vacatur.drafting.sheet_events import Keeper, Kept, arrests_of, kept_of
from vacatur.drafting.wording import table
from vacatur.drafting.writers.words import printed as words_of
from vacatur.records.record import SentenceKind
from vacatur.records.source import Source

_OF_SENTENCE = {
    SentenceKind.PROBATION: Keeper.PROBATION,
    SentenceKind.JAIL: Keeper.JAIL,
    SentenceKind.PRISON: Keeper.PRISON,
}


@dataclass(frozen=True, slots=True)
class Ordered:
    """One agency of the order: its name, in what part it is named, the clause, and the rows."""

    name: Inline
    part: str
    clause: Cite
    rows: tuple[int, ...]


def ordered_agencies(matter: Matter) -> tuple[Ordered, ...]:
    """Every agency for every row. A row under section 236.15 alone reaches supervising agencies by subdivision (r) only."""
    names: dict[tuple[str, str, Cite], Inline] = {}
    found: dict[tuple[str, str, Cite], list[int]] = {}
    for row in matter.rows:
        wide = TRAFFICKING in row.planned.reliefs
        for name, part in dict.fromkeys(_of_row(matter, row)):
            key = (words_of(name), part, _clause(part, wide))
            names.setdefault(key, name)
            if row.number not in found.setdefault(key, []):
                found[key].append(row.number)
    order = {part: place for place, part in enumerate(table("agencies")["order"])}
    merged = [Ordered(names[key], key[1], key[2], tuple(rows)) for key, rows in found.items()]
    return tuple(sorted(merged, key=lambda one: order[one.part]))


def _of_row(matter: Matter, row: Row) -> Iterator[tuple[Inline, str]]:
    parts = table("agencies")["parts"]
    arresting, booking = dict(_arresting(matter, row)), dict(_booking(matter, row))
    if not arresting:
        yield Text(parts["arrest"]), "arrest"
    for printed, place in arresting.items():
        if bound(matter, printed):
            yield agency_name(matter, printed, place), "arrest"
    for printed, place in booking.items():
        if printed not in arresting and bound(matter, printed):
            yield agency_name(matter, printed, place), "booked"
    for part in ("jurisdiction", "took_part", "justice"):
        yield Text(parts[part]), part
    yield from ((name, "supervising") for name in _supervising(matter, row))
    yield Text(parts["records"]), "records"


def _clause(part: str, wide: bool) -> Cite:
    """The clause of subdivision (k) that reaches the part; under section 236.15 keepers of records come in by subdivision (r)."""
    return cite(table("agencies")["clauses"][part][0 if wide else 1])


def _arresting(matter: Matter, row: Row) -> Iterator[tuple[str, Source]]:
    """The short forms of those who made the arrests behind the item: the `ARR BY` lines, else the entry's own agency."""
    item = row.item
    if own := item.arresting_agency or (None if item.case else item.agency):
        yield own, item.source
    for event in arrests_of(matter, row):
        by = [(count.arresting_agency, count.source) for count in event.counts if count.arresting_agency]
        yield from by
        if event.agency and not by:
            yield event.agency, event.source


def _booking(matter: Matter, row: Row) -> Iterator[tuple[str, Source]]:
    """The agencies that booked an arrest which another one made."""
    for event in arrests_of(matter, row):
        if event.agency and any(count.arresting_agency for count in event.counts):
            yield event.agency, event.source


def _supervising(matter: Matter, row: Row) -> Iterator[Inline]:
    """Who held or supervised the petitioner: by the entries of the sheet, and by the sentence where no entry shows it."""
    kept = kept_of(matter, row)
    for one in kept:
        if one.printed is None:
            yield from _usual(matter, one.keeper)
        elif bound(matter, one.printed):
            yield agency_name(matter, one.printed, one.place)
    parts = (part.kind for part in (*(p for one in row.item.dispositions for p in one.sentence), *row.item.sentence))
    for kind in dict.fromkeys(parts):
        keeper = _OF_SENTENCE.get(kind)
        if keeper is not None and not _shown(kept, keeper):
            yield from _usual(matter, keeper)


def _usual(matter: Matter, keeper: Keeper) -> Iterator[Inline]:
    """The agency that usually keeps such records in this county; nothing where the sheet leaves open whose custody it was."""
    names = table("agencies")["supervising"]
    if keeper.value in names:
        yield Text(names[keeper.value].format(county=county_name(matter) or "The"))


def _shown(kept: tuple[Kept, ...], keeper: Keeper) -> bool:
    """Whether an entry of the sheet already gives the agency that the sentence points to."""
    start = table("agencies")["starts"][keeper.value]
    return any(one.keeper is keeper and (one.printed or "").upper().startswith(start) for one in kept)
