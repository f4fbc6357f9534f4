"""How a count of a filed case ended, as far as the sheet says it. No disposition is not a dismissal."""

import re

from vacatur.records.facts import CountResult
from vacatur.records.item import Item, ItemKind
from vacatur.records.items import combined
from vacatur.records.record import Disposition, DispositionKind

_CONVICTED = frozenset((DispositionKind.CONVICTED, DispositionKind.DISMISSED_1203_4))
_SUSTAINED = re.compile(r"^PET\w*\W+SUST")
_WITHOUT_CONVICTION = {
    DispositionKind.ACQUITTED: CountResult.ACQUITTED,
    DispositionKind.DISMISSED: CountResult.DISMISSED,
    DispositionKind.PROSECUTOR_REJECTED: CountResult.DISMISSED,
    DispositionKind.RELEASED: CountResult.DISMISSED,
}


def how_it_ended(item: Item) -> CountResult | None:
    """What the sheet shows, `None` where it is silent: an arrest without a case, a count without a disposition, or one that
    was only deferred or diverted. A dismissal under section 1203.4 shows that there was a conviction.
    """
    if item.kind is ItemKind.ARREST:
        return None
    if any(_convicting(item, one) for one in item.dispositions):
        return CountResult.ADJUDGED if item.juvenile else CountResult.CONVICTED
    ends = (_WITHOUT_CONVICTION.get(one.kind) for one in item.dispositions if not combined(one))
    return next((end for end in ends if end is not None), None)


def sustained(said: Disposition) -> bool:
    """Whether a juvenile court found the petition true."""
    return _SUSTAINED.search(said.text) is not None


def _convicting(item: Item, said: Disposition) -> bool:
    return said.kind in _CONVICTED or (item.juvenile and sustained(said))
