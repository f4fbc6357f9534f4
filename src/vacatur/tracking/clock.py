"""One clock: an event and a dated rule give a due day, whom it binds, and what to do next."""

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from vacatur.law.deadlines import DueDay


class ClockState(StrEnum):
    """Waiting: what it runs from is not known yet. Running. Met: done, in time or late. Missed: its day has passed without it."""

    WAITING = "waiting"
    RUNNING = "running"
    MET = "met"
    MISSED = "missed"


class Kind(StrEnum):
    """What a clock waits for."""

    SERVICE = "service"
    RESPONSE = "response"
    SEALING = "sealing"
    DESTRUCTION = "destruction"
    DOJ_CONFIRMATION = "doj_confirmation"


@dataclass(frozen=True, slots=True)
class Clock:
    """One clock. `due` is `None` while it waits, and where the law gives no day; `who` is the prosecutor or agency by its id.

    `next_step` is a sentence for the person who has to act; `late` marks what was done after its day.
    """

    kind: Kind
    state: ClockState
    next_step: str
    due: DueDay | None = None
    who: str | None = None
    arrest: dt.date | None = None
    started_by: dt.date | None = None
    met_on: dt.date | None = None
    late: bool = False
    cite: str | None = None


def state_of(due: DueDay, met_on: dt.date | None, as_of: dt.date) -> tuple[ClockState, bool]:
    """The state of a clock that runs, and whether what met it came late."""
    if met_on is not None and met_on <= as_of:
        return ClockState.MET, met_on > due.day
    return (ClockState.MISSED if as_of > due.day else ClockState.RUNNING), False
