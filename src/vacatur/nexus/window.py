"""Was the act done within a period of victimization? Yes, no, or not known, and why."""

import datetime as dt
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
    ON_FIRST_DAY = "on_first_day"
    BEFORE = "before"
    AFTER = "after"
    AFTER_LAST_KNOWN = "after_last_known"
    STAND_IN_AFTER = "stand_in_after"
    COURT_STANDS_IN = "court_stands_in"
    NO_START = "no_start"
    NO_DAY = "no_day"


_HOLDS: dict[Where, Tri] = {
    Where.INSIDE: True,
    Where.INSIDE_BY_ARREST: True,
    Where.ON_FIRST_DAY: None,
    Where.BEFORE: False,
    Where.AFTER: False,
    Where.AFTER_LAST_KNOWN: None,
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


_BY_ACT, _BY_COURT = DateIs.OFFENSE, DateIs.COURT
(
    _INSIDE,
    _INSIDE_BY_ARREST,
    _ON_FIRST_DAY,
    _BEFORE,
    _AFTER,
    _AFTER_LAST_KNOWN,
    _STAND_IN_AFTER,
    _COURT_STANDS_IN,
    _NO_START,
    _NO_DAY,
) = (Membership(_HOLDS[where], where) for where in Where)


def membership(victimization: Victimization, act: ActDay) -> Membership:
    """Both ends of the period count as inside; a period without an end goes on, unless it ended on a day that is not known:
    then nothing is known of the days after the last one on which it is known to have gone on.

    With the day of the act known the answer is plain. Otherwise the act is on the stand-in day or earlier, and no number
    of days between an act and an arrest is assumed:

    - stand-in before the period begins: no, the act was earlier still;
    - arrest inside the period: yes by the stand-in, marked, because an arrest commonly follows the act at once; the day of
      the act is still to be confirmed (`INSIDE_BY_ARREST`);
    - arrest on the first day of the period: not known, any earlier day would be outside (`ON_FIRST_DAY`);
    - arrest after the period ends: not known, the act may have been inside (`STAND_IN_AFTER`);
    - only a court date, on or after the period begins: not known, a court date says too little (`COURT_STANDS_IN`).
    """
    day, start = act.day, victimization.start
    if day is None:
        return _NO_DAY
    if start is not None and day < start:
        return _BEFORE
    if act.date_is is _BY_ACT:
        return _of_act(victimization, day)
    if start is None:
        return _NO_START
    if act.date_is is _BY_COURT:
        return _COURT_STANDS_IN
    if _after(victimization, day):
        return _STAND_IN_AFTER
    return _ON_FIRST_DAY if day == start else _INSIDE_BY_ARREST


def _of_act(victimization: Victimization, day: dt.date) -> Membership:
    if _after(victimization, day):
        return _AFTER_LAST_KNOWN if victimization.ended else _AFTER
    return _NO_START if victimization.start is None else _INSIDE


def _after(victimization: Victimization, day: dt.date) -> bool:
    last = victimization.last_known or victimization.end
    return last is not None and day > last
