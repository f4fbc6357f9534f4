"""Reading the whole chain and saying what was done to it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from probono.audit.chain import START, mac_of
from probono.audit.heads import Head, read_heads
from probono.audit.models import Entry


@dataclass(frozen=True, slots=True)
class Tampering:
    """One thing that is wrong: `altered`, `removed`, `tail cut`, `cut and re-appended`, `forged head` or `clock`, and where."""

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


def verify() -> Verified:
    """Checks every row against the one before it, and the rows against the signed heads."""
    heads = read_heads()
    asked = {head.seq: head for head in heads if head.genuine}
    seen: dict[int, str] = {}
    wrong: list[Tampering] = []
    count = newest = 0
    for entry, found in _walked(Entry.objects.order_by("seq").iterator(chunk_size=2000)):
        wrong += found
        count, newest = count + 1, entry.seq
        if entry.seq in asked:
            seen[entry.seq] = entry.mac
    wrong += _against(heads, seen, newest)
    return Verified(count, len(heads), tuple(wrong))


def _walked(entries: Iterable[Entry]) -> Iterator[tuple[Entry, list[Tampering]]]:
    """Each row with what is wrong at it. A gap in the numbers or a broken link is something removed; a wrong code is an edit."""
    seq, mac, at = 0, START, None
    for entry in entries:
        wrong = []
        genuine = mac_of(entry) == entry.mac
        if entry.seq != seq + 1:
            wrong.append(Tampering("removed", f"rows {seq + 1} to {entry.seq - 1} are gone"))
        elif genuine and entry.prev != mac:
            wrong.append(Tampering("altered", f"row {seq} is not the one row {entry.seq} was written after"))
        if not genuine:
            wrong.append(Tampering("altered", f"row {entry.seq} was changed after it was written"))
        if at is not None and entry.at < at:
            wrong.append(Tampering("clock", f"row {entry.seq} is earlier than the row before it"))
        yield entry, wrong
        seq, mac, at = entry.seq, entry.mac, entry.at


def _against(heads: list[Head], seen: dict[int, str], newest: int) -> Iterator[Tampering]:
    for head in heads:
        if not head.genuine:
            yield Tampering("forged head", f"line {head.line} of the sink was not written by this site")
    genuine = [head for head in heads if head.genuine]
    cut = [head for head in genuine if head.seq > newest]
    if cut:
        yield Tampering("tail cut", f"rows {newest + 1} to {cut[-1].seq} are gone")
    for head in genuine:
        if head.seq in seen and seen[head.seq] != head.mac:
            yield Tampering("cut and re-appended", f"row {head.seq} is not the one that was there at {head.at}")
