"""One worksheet per item: what is attested for the nexus, what is missing, and the weak points to answer.

For the team alone, never filed. It repeats what was attested and finds nothing new.
"""

from dataclasses import dataclass
from enum import StrEnum

from vacatur.nexus.act import ActDay, act_day
from vacatur.nexus.window import Membership, Where, membership
from vacatur.records.facts import Facts, Nexus, Victimization
from vacatur.records.item import Item


class WeakPoint(StrEnum):
    """What opposing counsel would ask first."""

    NO_ACT_DAY = "no_act_day"
    ACT_OUTSIDE = "act_outside"
    NO_DIRECT_RESULT_ASKED = "direct_result_not_asked"
    NO_DIRECT_RESULT = "no_direct_result"
    NO_ACCOUNT = "no_account"
    NO_EVIDENCE = "no_evidence"
    NOT_APPROVED = "account_not_approved"


@dataclass(frozen=True, slots=True)
class Worksheet:
    """What stands for one item. `windows` pairs each period attested with where the act lies against it."""

    item: Item
    act: ActDay
    windows: tuple[tuple[Victimization, Membership], ...]
    account: str | None
    evidence: tuple[str, ...]
    direct_result: bool | None
    weak_points: tuple[WeakPoint, ...]


def worksheet(item: Item, nexus: Nexus | None, facts: Facts) -> Worksheet:
    """The worksheet of one item, with its weak points in the order a reader asks."""
    act = act_day(item, nexus)
    windows = tuple((period, membership(period, act)) for period in facts.victimizations)
    own = nexus or Nexus(number=item.number or "")
    return Worksheet(
        item=item,
        act=act,
        windows=windows,
        account=own.account,
        evidence=own.evidence,
        direct_result=own.direct_result,
        weak_points=tuple(_weak_points(own, act, [found for _, found in windows])),
    )


def _weak_points(nexus: Nexus, act: ActDay, windows: list[Membership]) -> list[WeakPoint]:
    outside = bool(windows) and all(found.where in (Where.BEFORE, Where.AFTER) for found in windows)
    tests = {
        WeakPoint.NO_ACT_DAY: not act.exact,
        WeakPoint.ACT_OUTSIDE: outside,
        WeakPoint.NO_DIRECT_RESULT_ASKED: nexus.direct_result is None,
        WeakPoint.NO_DIRECT_RESULT: nexus.direct_result is False,
        WeakPoint.NO_ACCOUNT: not nexus.account,
        WeakPoint.NO_EVIDENCE: not nexus.evidence,
        WeakPoint.NOT_APPROVED: bool(nexus.account) and nexus.attested.approved is not True,
    }
    return [point for point, weak in tests.items() if weak]
