"""Was the act done within a period of victimization? Yes, no, or not known, and why."""

from dataclasses import dataclass
from enum import StrEnum

from vacatur.kit.tri import Tri
from vacatur.nexus.act import ActDay
from vacatur.records.facts import Victimization
from vacatur.records.item import DateIs


class Where(StrEnum):
    """Where the act stands against one period. Each word is a reason a lawyer can read."""

    INSIDE = "inside"
    INSIDE_BY_ARREST = "inside_by_arrest"
    BEFORE = "before"
    AFTER = "after"
    STAND_IN_AFTER = "stand_in_after"
    COURT_STANDS_IN = "court_stands_in"
    NO_START = "no_start"
    NO_DAY = "no_day"


_HOLDS: dict[Where, Tri] = {
    Where.INSIDE: True,
    Where.INSIDE_BY_ARREST: True,
    Where.BEFORE: False,
    Where.AFTER: False,
    Where.STAND_IN_AFTER: None,
    Where.COURT_STANDS_IN: None,
    Where.NO_START: None,
    Where.NO_DAY: None,
}


@dataclass(frozen=True, slots=True)
class Membership:
    """Whether the act lies in the period, and which case it is."""

    holds: Tri
    where: Where


_INSIDE, _INSIDE_BY_ARREST, _BEFORE, _AFTER, _STAND_IN_AFTER, _COURT_STANDS_IN, _NO_START, _NO_DAY = (
    Membership(_HOLDS[where], where) for where in Where
)


def membership(victimization: Victimization, act: ActDay) -> Membership:
    """Both ends of the period count as inside; a period without an end goes on.

    With the day of the act known the answer is plain. Otherwise the act is on the stand-in day or earlier, and no number
    of days between an act and an arrest is assumed:

    - stand-in before the period begins: no, the act was earlier still;
    - arrest inside the period: yes by the stand-in, marked, because an arrest commonly follows the act at once; the day of
      the act is still to be confirmed (`INSIDE_BY_ARREST`);
    - arrest after the period ends: not known, the act may have been inside (`STAND_IN_AFTER`);
    - only a court date, on or after the period begins: not known, a court date says too little (`COURT_STANDS_IN`).
    """
    day, start, end = act.day, victimization.start, victimization.end
    if day is None:
        return _NO_DAY
    if start is not None and day < start:
        return _BEFORE
    after = end is not None and day > end
    if act.date_is is DateIs.OFFENSE:
        return _AFTER if after else _NO_START if start is None else _INSIDE
    if start is None:
        return _NO_START
    if act.date_is is DateIs.COURT:
        return _COURT_STANDS_IN
    return _STAND_IN_AFTER if after else _INSIDE_BY_ARREST
