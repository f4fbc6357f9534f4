"""Probation as the sheet and the facts tell it: granted, over, revoked, and when it would end."""

import datetime as dt
from collections.abc import Iterable
from typing import NamedTuple

from vacatur.kit.tri import Tri
from vacatur.records.item import Item
from vacatur.records.record import Disposition, DispositionKind, SentenceKind, SentencePart
from vacatur.screening.elements.terms import after
from vacatur.screening.situation import Situation, conviction_of

_PROBATION, _PRISON = SentenceKind.PROBATION, SentenceKind.PRISON
_CHANGED = (DispositionKind.PROBATION_REVOKED, DispositionKind.SENTENCE_MODIFIED)


class Probation(NamedTuple):
    """`granted` is not known when the sheet prints no sentence for the conviction or its neighbors in the case.

    `ends` is the conviction's date and the term on the sheet; `None` when either is missing, or the term was changed later.
    `prison` is a prison term that was not suspended; `prison_later` one that followed a change.
    """

    granted: Tri
    ends: dt.date | None
    revoked: bool
    prison: bool
    prison_later: bool


def probation_of(situation: Situation) -> Probation:
    """What the sheet shows. A sentence is often printed once for all counts of a case, so a neighbor's stands in."""
    parts = _sentence(situation)
    term, prison = _term(parts), _prison(parts)
    if len(situation.kinds) == 1:
        later: list[Disposition] = []
    else:
        later = [one for one in situation.item.dispositions if one.kind in _CHANGED]
    revoked = bool(later) and DispositionKind.PROBATION_REVOKED in situation.kinds
    known = term is not None or revoked or situation.nexus.probation_outcome is not None
    granted = True if known else False if parts else None
    ends = None if term is None or later else _end(situation, term)
    return Probation(granted, ends, revoked, prison, bool(later) and any(_prison(one.sentence) for one in later))


def _sentence(situation: Situation) -> tuple[SentencePart, ...]:
    conviction = situation.conviction
    if conviction is not None and conviction.sentence:
        return conviction.sentence
    if situation.item.sentence:
        return situation.item.sentence
    return next((parts for other in situation.same_case if (parts := _convicted_sentence(other))), ())


def _convicted_sentence(item: Item) -> tuple[SentencePart, ...]:
    conviction = conviction_of(item)
    return () if conviction is None else conviction.sentence or item.sentence


def _term(parts: Iterable[SentencePart]) -> SentencePart | None:
    for part in parts:
        if part.kind is _PROBATION:
            return part
    return None


def _prison(parts: Iterable[SentencePart]) -> bool:
    return any(part.kind is _PRISON and not part.suspended for part in parts)


def _end(situation: Situation, term: SentencePart) -> dt.date | None:
    start = situation.conviction.date if situation.conviction else None
    start = start or situation.item.court_date
    if start is None or (term.years is None and term.months is None and term.days is None):
        return None
    return after(start, term.years or 0, term.months or 0, term.days or 0)
