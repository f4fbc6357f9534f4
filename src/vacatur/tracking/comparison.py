"""What a comparison of two readings found, and how it is told: in plain text, without a name in it."""

from collections.abc import Iterator
from dataclasses import dataclass

from vacatur.records.item import Item, ItemKind
from vacatur.tracking.changes import Change


@dataclass(frozen=True, slots=True)
class Gone:
    """An item only the earlier sheet has. `doubtful` says why it may still be there; `filed_as` are the counts an arrest became."""

    item: Item
    doubtful: str | None = None
    filed_as: tuple[Item, ...] = ()


@dataclass(frozen=True, slots=True)
class Changed:
    """An item both sheets have, differently."""

    old: Item
    new: Item
    changes: tuple[Change, ...]


@dataclass(frozen=True, slots=True)
class Comparison:
    """What vanished, appeared, changed and stayed between two readings. `cautions` are what to know before relying on it."""

    gone: tuple[Gone, ...]
    new: tuple[Item, ...]
    changed: tuple[Changed, ...]
    same: tuple[Item, ...]
    cautions: tuple[str, ...] = ()

    def lines(self) -> list[str]:
        """Line after line: cautions, then what is gone, new, changed, and what stayed."""
        return list(_lines(self))


def title(item: Item) -> str:
    """An item in one line, without a name: "5VY02034, count 1: PC 647(b), CASC MC VAN NUYS, 2014-04-02"."""
    where = item.case or item.number or "no number"
    if item.kind is ItemKind.COUNT or item.count > 1:
        where += f", count {item.count}"
    charge = " ".join(filter(None, (item.code, item.section))) or item.description or "no charge read"
    day = item.date.isoformat() if item.date else "no day read"
    kind = "arrest " if item.kind is ItemKind.ARREST else ""
    return f"{kind}{where}: {', '.join(filter(None, (charge, item.agency, day)))}"


def _lines(comparison: Comparison) -> Iterator[str]:
    for caution in comparison.cautions:
        yield f"Caution: {caution}"
    if comparison.cautions:
        yield ""
    yield f"Gone from the later sheet: {len(comparison.gone)}"
    for gone in comparison.gone:
        yield from _gone(gone)
    yield f"New on the later sheet: {len(comparison.new)}"
    for item in comparison.new:
        yield f"  + {title(item)}"
    yield f"Changed: {len(comparison.changed)}"
    for changed in comparison.changed:
        yield from _changed(changed)
    yield f"The same on both: {len(comparison.same)}"
    for item in comparison.same:
        yield f"  = {title(item)}"


def _gone(gone: Gone) -> Iterator[str]:
    yield f"  - {title(gone.item)}"
    if gone.doubtful:
        yield f"      {gone.doubtful}"
    for item in gone.filed_as:
        yield f"      now {title(item)}"


def _changed(changed: Changed) -> Iterator[str]:
    yield f"  * {title(changed.new)}"
    for change in changed.changes:
        if change.before is None:
            yield f"      {change.what}: added {change.after}"
        elif change.after is None:
            yield f"      {change.what}: no longer there: {change.before}"
        else:
            yield f"      {change.what}: {change.before} -> {change.after}"
