"""Probation as the sheet and the facts tell it: granted, over, revoked, and when it would end."""

import datetime as dt
from dataclasses import dataclass

from vacatur.kit.tri import Tri
from vacatur.records.item import Item
from vacatur.records.record import DispositionKind, SentenceKind, SentencePart
from vacatur.screening.elements.terms import after
from vacatur.screening.situation import Situation, conviction_of

_CHANGED = (DispositionKind.PROBATION_REVOKED, DispositionKind.SENTENCE_MODIFIED)


@dataclass(frozen=True, slots=True)
class Probation:
    """`granted` is not known when the sheet prints no sentence for the conviction or its neighbors in the case.

    `ends` is the conviction's date and the term on the sheet; `None` when either is missing, or the term was changed later.
    `prison` is a prison term that was not suspended; `prison_later` one that followed a revocation.
    """

    granted: Tri
    ends: dt.date | None
    revoked: bool
    prison: bool
    prison_later: bool


def probation_of(situation: Situation) -> Probation:
    """What the sheet shows. A sentence is often printed once for all counts of a case, so a neighbor's stands in."""
    parts = _sentence(situation)
    later = [one for one in situation.item.dispositions if one.kind in _CHANGED]
    revoked = any(one.kind is DispositionKind.PROBATION_REVOKED for one in later)
    term = next((part for part in parts if part.kind is SentenceKind.PROBATION), None)
    known = term is not None or revoked or situation.nexus.probation_outcome is not None
    return Probation(
        granted=True if known else (False if parts else None),
        ends=None if term is None or later else _end(situation, term),
        revoked=revoked,
        prison=_prison(parts),
        prison_later=any(_prison(one.sentence) for one in later),
    )


def _sentence(situation: Situation) -> tuple[SentencePart, ...]:
    if situation.conviction is not None and situation.conviction.sentence:
        return situation.conviction.sentence
    return situation.item.sentence or next(filter(None, map(_convicted_sentence, situation.same_case)), ())


def _convicted_sentence(item: Item) -> tuple[SentencePart, ...]:
    conviction = conviction_of(item)
    return () if conviction is None else conviction.sentence or item.sentence


def _prison(parts: tuple[SentencePart, ...]) -> bool:
    return any(part.kind is SentenceKind.PRISON and not part.suspended for part in parts)


def _end(situation: Situation, term: SentencePart) -> dt.date | None:
    start = situation.conviction.date if situation.conviction else None
    start = start or situation.item.court_date
    if start is None or (term.years, term.months, term.days) == (None, None, None):
        return None
    return after(start, term.years or 0, term.months or 0, term.days or 0)
