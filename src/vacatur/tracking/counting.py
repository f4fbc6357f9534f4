"""Counting in a tracker: one day that cannot be counted must not hide the other clocks."""

import datetime as dt
from collections.abc import Mapping

from vacatur.law.deadlines import DueDay, due
from vacatur.law.errors import LawError
from vacatur.law.pack import Pack
from vacatur.tracking.clock import Clock, ClockState, Kind


def counted(rule: str, events: Mapping[str, dt.date], pack: Pack) -> DueDay | str:
    """The due day; or why the law data does not reach that far, in a sentence."""
    try:
        return due(rule, events, pack)
    except LawError as error:
        return error.sentence


def uncounted(
    kind: Kind,
    why: str,
    who: str | None,
    started_by: dt.date,
    arrest: dt.date | None,
    met_on: dt.date | None,
    pack: Pack,
) -> Clock:
    """A clock without a day: it waits for the law data, unless what it waits for was done."""
    return Clock(
        kind=kind,
        state=ClockState.MET if met_on else ClockState.WAITING,
        next_step=pack.words("track.uncounted", why=why),
        who=who,
        arrest=arrest,
        started_by=started_by,
        met_on=met_on,
    )
