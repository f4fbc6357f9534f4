"""Reading the whole chain and saying what was done to it."""

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from probono.audit.chain import START, mac_of
from probono.audit.heads import Head, read_heads
from probono.audit.models import Entry

A_PAGE = 2000
"""Rows read at a time."""


@dataclass(frozen=True, slots=True)
class Tampering:
    """One thing that is wrong, and where.

    `kind` is `altered`, `removed`, `tail cut`, `cut and re-appended`, `forged head`, `no head` or `clock`.
    """

    kind: str
    where: str

    def __str__(self) -> str:
        return f"{self.kind}: {self.where}"


@dataclass(frozen=True, slots=True)
class Verified:
    """How many rows and heads were read, and what is wrong with them."""

    rows: int
    heads: int
    wrong: tuple[Tampering, ...]


@dataclass(frozen=True, slots=True)
class _Row:
    """A row as it lies there; `entry` is missing where its columns cannot even be read."""

    seq: int
    entry: Entry | None


def verify(sink: Path | None = None) -> Verified:
    """Checks every row against the one before it, and the rows against the signed heads (of a copy of the sink, if named)."""
    heads = read_heads(sink)
    asked = {head.seq for head in heads if head.genuine}
    seen: dict[int, str] = {}
    wrong: list[Tampering] = []
    count = newest = 0
    for row, found in _walked(_rows()):
        wrong += found
        count, newest = count + 1, row.seq
        if row.seq in asked:
            seen[row.seq] = row.entry.mac if row.entry else ""
    if count and not heads:
        wrong.append(Tampering("no head", "the sink holds no signed head, so a cut tail would not be seen"))
    wrong += _against(heads, seen, newest)
    return Verified(count, len(heads), tuple(wrong))


def _rows() -> Iterator[_Row]:
    """Every row in order, page by page, so that the whole log never lies in memory."""
    last: int | None = None
    while True:
        page = Entry.objects.order_by("seq") if last is None else Entry.objects.filter(seq__gt=last).order_by("seq")
        rows = _read(page.values_list("seq", flat=True)[:A_PAGE])
        if not rows:
            return
        yield from rows
        last = rows[-1].seq


def _read(seqs: Iterable[int]) -> list[_Row]:
    numbers = list(seqs)
    try:
        return [_Row(entry.seq, entry) for entry in Entry.objects.filter(seq__in=numbers).order_by("seq")]
    except (ValueError, TypeError, OverflowError):  # SQLite keeps what is no day or no id in a column for one
        return [_Row(seq, _alone(seq)) for seq in numbers]


def _alone(seq: int) -> Entry | None:
    try:
        return Entry.objects.filter(seq=seq).first()
    except (ValueError, TypeError, OverflowError):
        return None


def _walked(rows: Iterable[_Row]) -> Iterator[tuple[_Row, list[Tampering]]]:
    """Each row with what is wrong at it. A gap in the numbers or a broken link is something removed; a wrong code is an edit."""
    seq, mac = 0, START
    at: dt.datetime | None = None
    for row in rows:
        wrong = []
        genuine = _genuine(row.entry)
        if row.seq != seq + 1:
            wrong.append(_gap(seq + 1, row.seq))
        elif genuine and row.entry and row.entry.prev != mac:
            wrong.append(Tampering("altered", f"row {seq} is not the one row {row.seq} was written after"))
        if not genuine:
            wrong.append(Tampering("altered", f"row {row.seq} was changed after it was written"))
        now = row.entry.at if row.entry else None
        if at is not None and now is not None and now < at:
            wrong.append(Tampering("clock", f"row {row.seq} is earlier than the row before it"))
        yield row, wrong
        seq, mac, at = row.seq, row.entry.mac if row.entry else "", now or at


def _gap(first: int, next_: int) -> Tampering:
    if next_ < first:
        return Tampering("altered", f"row {next_} has a number that was never given")
    return Tampering("removed", f"rows {first} to {next_ - 1} are gone")


def _genuine(entry: Entry | None) -> bool:
    try:
        return entry is not None and mac_of(entry) == entry.mac
    except (AttributeError, TypeError, ValueError, OverflowError):  # a column that holds what the site never writes
        return False


def _against(heads: list[Head], seen: dict[int, str], newest: int) -> Iterator[Tampering]:
    for head in heads:
        if not head.genuine:
            yield Tampering("forged head", f"line {head.line} of the sink was not written by this site")
    genuine = [head for head in heads if head.genuine]
    top = max((head.seq for head in genuine), default=0)
    if top > newest:
        yield Tampering("tail cut", f"rows {newest + 1} to {top} are gone")
    for head in genuine:
        if head.seq in seen and seen[head.seq] != head.mac:
            yield Tampering("cut and re-appended", f"row {head.seq} is not the one that was there at {head.at}")
