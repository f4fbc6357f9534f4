"""What the outcome of an item can depend on, in short: items with equal signatures have equal outcomes.

Only for outcomes without words and for one and the same set of facts and day. Reasons name the item's own days and numbers,
so they are never shared. A property test compares shared outcomes with those worked out one by one.
"""

import datetime as dt
from bisect import bisect_right
from collections.abc import Iterable
from typing import Any

from vacatur.nexus.act import ActDay
from vacatur.nexus.window import membership
from vacatur.records.item import Item
from vacatur.screening.attested import Attested
from vacatur.screening.elements.probation import probation_of
from vacatur.screening.situation import Situation, kinds_of

Signature = tuple[Any, ...]


def signature_of(situation: Situation, turning_days: tuple[dt.date, ...], probation: bool) -> Signature:
    """The signature of an item about which no [[nexus]] entry says anything.

    `turning_days` are days, in order, on which the law changed for acts done before them; `probation` says whether it matters.
    """
    item, attested, act = situation.item, situation.attested, situation.act
    return (
        item.code,
        situation.section,
        item.attempt,
        id(item.kind),
        item.juvenile,
        id(situation.level_that_counts),
        _words(situation.kinds),
        _places(act, attested),
        _age(act.day, turning_days),
        _probation(situation) if probation and situation.conviction is not None else None,
        tuple([_sibling(other, item) for other in situation.siblings]) if situation.siblings else (),
    )


def _words(kinds: Iterable[object]) -> tuple[int, ...]:
    """Members of an enumeration, by identity: hashing them by name would take longer than everything else."""
    return tuple([id(kind) for kind in kinds])


def _places(act: ActDay, attested: Attested) -> tuple[int, ...]:
    """Where the act lies against each attested period."""
    return tuple([id(membership(one, act)) for one in attested.facts.victimizations])


def _age(day: dt.date | None, turning_days: tuple[dt.date, ...]) -> int | None:
    """How many of the turning days the act was not before."""
    return None if day is None else bisect_right(turning_days, day)


def _probation(situation: Situation) -> tuple[Any, ...]:
    """The probation, its end only as far as it is still to come."""
    probation = probation_of(situation)
    ends = probation.ends
    ahead = ends if ends is not None and ends > situation.attested.as_of else ends is None
    return (probation.granted, ahead, probation.revoked, probation.prison, probation.prison_later)


def _sibling(other: Item, item: Item) -> tuple[Any, ...]:
    same_case = other.case is not None and other.case == item.case
    return (
        other.code,
        other.section,
        other.attempt,
        id(other.kind),
        id(other.conviction_level),
        _words(kinds_of(other)),
        same_case,
    )
