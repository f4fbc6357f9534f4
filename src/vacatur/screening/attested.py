"""What was attested about the petitioner, with what follows for every item alike worked out once."""

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from vacatur.records.facts import Facts, Never, Victimization, VictimizationKind

Kinds = frozenset[VictimizationKind]


@dataclass(frozen=True, slots=True)
class Period:
    """One attested period of victimization, with its place in FACTS.toml, from 1."""

    place: int
    victimization: Victimization


class Timing(StrEnum):
    """How the filing time stands (PC 236.14 and 236.15, subdivision (l))."""

    NO_PERIOD = "no_period"
    GOES_ON = "goes_on"
    NOT_OVER = "not_over"
    NOT_ASKED = "not_asked"
    NEVER_SOUGHT = "never_sought"
    NOT_OPEN = "not_open"
    OPEN = "open"
    OPEN_UNDATED = "open_undated"


@dataclass(frozen=True, slots=True)
class Opening:
    """When filing opens: the later of the end of the victimization (`ceased`) and the seeking of services (`sought`).

    Where the victimization has ended on a day that is not known, `ceased` and `opened` are `None`: it opened, nobody can say when.
    """

    timing: Timing
    ceased: dt.date | None = None
    sought: dt.date | None = None
    opened: dt.date | None = None


class Attested:
    """The facts of one matter on the day asked about."""

    __slots__ = ("_openings", "_periods", "as_of", "facts")

    def __init__(self, facts: Facts, as_of: dt.date) -> None:
        self.facts = facts
        self.as_of = as_of
        self._periods: dict[Kinds, tuple[Period, ...]] = {}
        self._openings: dict[Kinds, Opening] = {}

    def periods(self, kinds: Kinds) -> tuple[Period, ...]:
        """The attested periods of these kinds."""
        found = self._periods.get(kinds)
        if found is None:
            numbered = enumerate(self.facts.victimizations, start=1)
            found = tuple(Period(place, one) for place, one in numbered if one.kind in kinds)
            self._periods[kinds] = found
        return found

    def opening(self, kinds: Kinds) -> Opening:
        """When filing opens for these kinds. All periods must have ended; she ceased to be a victim when the last one did."""
        found = self._openings.get(kinds)
        if found is None:
            found = self._openings[kinds] = _opening([one.victimization for one in self.periods(kinds)], self.as_of)
        return found


def _opening(periods: list[Victimization], as_of: dt.date) -> Opening:
    if not periods:
        return Opening(Timing.NO_PERIOD)
    if any(period.end is None and period.ended is None for period in periods):
        return Opening(Timing.GOES_ON)
    known = [period.end for period in periods if period.end is not None]
    undated = len(known) < len(periods)
    ceased, sought = max(known, default=as_of), _sought(periods)
    if isinstance(sought, dt.date):
        opened = max(ceased, sought)
        if as_of < opened:
            return Opening(Timing.NOT_OPEN, ceased, sought, opened)
        return Opening(Timing.OPEN_UNDATED, None, sought) if undated else Opening(Timing.OPEN, ceased, sought, opened)
    if as_of < ceased:
        return Opening(Timing.NOT_OVER, ceased)
    return Opening(Timing.NOT_ASKED if sought is None else Timing.NEVER_SOUGHT, None if undated else ceased)


def _sought(periods: list[Victimization]) -> dt.date | Never | None:
    """The latest day services were sought; never only if never for every period."""
    said = [period.sought_services for period in periods]
    days = [day for day in said if isinstance(day, dt.date)]
    if days:
        return max(days)
    return None if None in said else Never.NEVER
