"""The agencies an order to seal and destroy names, with the clause that reaches each (subds. (k)(1), (r))."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from vacatur.drafting.authorities import cite
from vacatur.drafting.blocks import Cite
from vacatur.drafting.captions import county_name
from vacatur.drafting.matter import TRAFFICKING, Matter, Row
from vacatur.drafting.rows import agency_name
from vacatur.drafting.wording import table
from vacatur.records.record import SentenceKind


@dataclass(frozen=True, slots=True)
class Ordered:
    """One agency of the order: its name, in what part it is named, the clause, and the rows."""

    name: str
    part: str
    clause: Cite
    rows: tuple[int, ...]


def ordered_agencies(matter: Matter) -> tuple[Ordered, ...]:
    """Every agency for every row. A row under section 236.15 alone reaches supervising agencies by subdivision (r) only."""
    found: dict[tuple[str, str, Cite], list[int]] = {}
    for row in matter.rows:
        wide = TRAFFICKING in row.planned.reliefs
        for name, part, clause in _of_row(matter, row, wide):
            found.setdefault((name, part, clause), []).append(row.number)
    order = {part: place for place, part in enumerate(table("agencies")["order"])}
    merged = [Ordered(name, part, clause, tuple(rows)) for (name, part, clause), rows in found.items()]
    return tuple(sorted(merged, key=lambda one: order[one.part]))


def _of_row(matter: Matter, row: Row, wide: bool) -> Iterator[tuple[str, str, Cite]]:
    words = table("agencies")
    if (arresting := _arresting(matter, row)) is not None:
        yield arresting, "arrest", _clause("arrest", wide)
    for part in ("jurisdiction", "took_part", "justice"):
        yield words["parts"][part], part, _clause(part, wide)
    for name in _supervising(matter, row):
        yield name, "supervising", _clause("records", wide)
    yield words["parts"]["records"], "records", _clause("records", wide)


def _clause(part: str, wide: bool) -> Cite:
    """The clause of subdivision (k) that reaches the part; under section 236.15 keepers of records come in by subdivision (r)."""
    return cite(table("agencies")["clauses"][part][0 if wide else 1])


def _arresting(matter: Matter, row: Row) -> str | None:
    """The agency that made the arrest; a federal one is left out, because a state court's order does not bind it."""
    printed = row.item.arresting_agency or (None if row.item.case else row.item.agency)
    known = matter.pack.agency(printed) if printed else None
    if known is not None and not known.bound:
        return None
    return agency_name(matter, printed) if printed else str(table("agencies")["parts"]["arrest"])


def _supervising(matter: Matter, row: Row) -> Iterable[str]:
    """The probation department, the sheriff and the prison department, as the sentence on the sheet shows that they had records."""
    names = table("agencies")["supervising"]
    kinds = {part.kind for one in row.item.dispositions for part in one.sentence} | {
        part.kind for part in row.item.sentence
    }
    for kind in (SentenceKind.PROBATION, SentenceKind.JAIL, SentenceKind.PRISON):
        if kind in kinds:
            yield names[kind.value].format(county=county_name(matter) or "The")
