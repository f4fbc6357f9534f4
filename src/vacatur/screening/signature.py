"""What the outcome of an item can depend on, in short: items with equal signatures have equal outcomes.

Only for outcomes without words and for one and the same set of facts and day. Reasons name the item's own days and numbers,
so they are never shared. A property test compares shared outcomes with those worked out one by one.
"""

import datetime as dt
from bisect import bisect_right
from typing import Any, NamedTuple

from vacatur.nexus.window import membership
from vacatur.records.item import Item
from vacatur.screening.elements.probation import probation_of
from vacatur.screening.situation import Situation

Signature = tuple[Any, ...]


class TurnsOn(NamedTuple):
    """What the outcomes of a relief can turn on besides the charge and what became of it."""

    act: bool = False
    neighbors: bool = False
    probation: bool = False

    def joined(self, other: "TurnsOn") -> "TurnsOn":
        """What either turns on."""
        return TurnsOn(*(one or two for one, two in zip(self, other, strict=True)))


def signature_of(situation: Situation, turning_days: tuple[dt.date, ...], turns_on: TurnsOn) -> Signature:
    """The signature of an item about which no [[nexus]] entry says anything.

    `turning_days` are days, in order, on which the law changed for acts done before them. Members of an enumeration enter by
    identity: hashing them by name would take longer than everything else.
    """
    item, siblings = situation.item, situation.siblings
    return (
        item.code,
        situation.section,
        item.attempt,
        item.juvenile,
        id(item.kind),
        id(situation.level_that_counts),
        tuple(map(id, situation.kinds)),
        situation.combined,
        _act(situation, turning_days) if turns_on.act else None,
        _probation(situation) if turns_on.probation and situation.conviction is not None else None,
        tuple([_sibling(other, item) for other in siblings]) if siblings and turns_on.neighbors else None,
    )


def _act(situation: Situation, turning_days: tuple[dt.date, ...]) -> tuple[Any, ...]:
    """Where the act lies against each attested period, and after how many of the turning days."""
    act = situation.act
    return (
        None if act.day is None else bisect_right(turning_days, act.day),
        *[id(membership(period, act)) for period in situation.attested.facts.victimizations],
    )


def _probation(situation: Situation) -> tuple[Any, ...]:
    """The probation, its end only as far as it is still to come."""
    granted, ends, revoked, prison, prison_later = probation_of(situation)
    ahead = ends if ends is not None and ends > situation.attested.as_of else ends is None
    return (granted, ahead, revoked, prison, prison_later)


def _sibling(other: Item, item: Item) -> tuple[Any, ...]:
    return (
        other.code,
        other.charge,
        other.attempt,
        id(other.kind),
        id(other.conviction_level),
        tuple([id(disposition.kind) for disposition in other.dispositions]),
        other.case is not None and other.case == item.case,
    )
