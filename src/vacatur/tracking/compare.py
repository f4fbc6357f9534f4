"""`compare`: what a later sheet shows that an earlier one did not. After an order it is the proof that a record is gone.

Robust to a second reading: pages, lines, spaces and scanning differences that change no fact are no change. What is gone is
told apart from what may only be unread: an item whose number still stands among the later sheet's unread lines is doubtful.
"""

from collections.abc import Iterable

from vacatur.records.item import Item
from vacatur.records.items import items_of
from vacatur.records.record import Record
from vacatur.tracking.changes import changes
from vacatur.tracking.comparison import Changed, Comparison, Gone
from vacatur.tracking.pairing import filed_since, pair


def compare(old: Record, new: Record) -> Comparison:
    """Compare two readings of one person's record, the earlier one first."""
    pairs, only_old, only_new = pair(items_of(old), items_of(new))
    told = [(before, after, changes(before, after)) for before, after in pairs]
    return Comparison(
        gone=tuple(_gone(item, new, only_new) for item in only_old),
        new=tuple(only_new),
        changed=tuple(Changed(before, after, what) for before, after, what in told if what),
        same=tuple(after for _, after, what in told if not what),
        cautions=tuple(_cautions(old, new)),
    )


def _gone(item: Item, new: Record, only_new: list[Item]) -> Gone:
    became = filed_since(item, only_new)
    if became:
        return Gone(item, "Charges were filed from this arrest since the earlier sheet.", became)
    unread = " ".join(line.text for line in new.unread)
    if any(number in unread for number in item.numbers or ((item.number,) if item.number else ())):
        return Gone(item, "Its number still stands among the later sheet's unread lines: look at the page.")
    return Gone(item)


def _cautions(old: Record, new: Record) -> Iterable[str]:
    if old.person.cii and new.person.cii and old.person.cii != new.person.cii:
        known = {*old.person.other_cii, *new.person.other_cii}
        if not {old.person.cii, new.person.cii} & known:
            yield "The two sheets carry different CII numbers: make sure that they are of one person."
    for which, record in (("earlier", old), ("later", new)):
        if record.unread:
            yield f"{len(record.unread)} lines of the {which} sheet were not understood: an item may stand there."
    if not new.cycles and old.cycles:
        yield "The later sheet holds no cycles at all: make sure that it is whole before relying on this."
