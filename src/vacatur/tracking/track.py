"""`track`: the clocks of a petition on a day, and the next steps in words."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from vacatur.law.pack import Pack
from vacatur.law.pack import pack as the_pack
from vacatur.tracking.clock import Clock, ClockState, Kind
from vacatur.tracking.events import Filed, Happened, Happening, check_order
from vacatur.tracking.response import responses
from vacatur.tracking.sealing import clearance

__all__ = ["Clock", "ClockState", "Tracking", "track"]


@dataclass(frozen=True, slots=True)
class Tracking:
    """Where petitions stand on a day: every clock, the most pressing first, and the steps that follow from them.

    `unopposed` petitions have been received by every prosecutor, and each has let its time pass or said that it does not oppose.
    `to_name` are the kinds of agency an order must name, in words, for each petition granted.
    """

    as_of: dt.date
    pack: str
    clocks: tuple[Clock, ...]
    next_steps: tuple[str, ...]
    unopposed: tuple[str, ...] = ()
    to_name: tuple[str, ...] = ()


def track(petitions: Filed | Iterable[Filed], as_of: dt.date, pack: Pack | None = None) -> Tracking:
    """The clocks of one petition or several. InputError where the events contradict each other or a day cannot be counted."""
    law = pack or the_pack()
    filed = (petitions,) if isinstance(petitions, Filed) else tuple(petitions)
    for petition in filed:
        check_order(petition)
    found = [(petition, clock) for petition in filed for clock in _clocks(petition, as_of, law)]
    found.sort(key=lambda pair: _urgency(pair[1]))
    steps = [clock.next_step for _, clock in found if not _settled(clock)]
    steps += [step for petition in filed for step in _hearing(petition, as_of, law)]
    return Tracking(
        as_of=as_of,
        pack=law.version,
        clocks=tuple(clock for _, clock in found),
        next_steps=tuple(dict.fromkeys(steps)),
        unopposed=tuple(petition.number for petition in filed if _unopposed(petition, as_of, law)),
        to_name=tuple(dict.fromkeys(line for petition in filed for line in _to_name(petition, as_of, law))),
    )


def _clocks(petition: Filed, as_of: dt.date, pack: Pack) -> Iterable[Clock]:
    if not _decided(petition, as_of):
        yield from responses(petition, as_of, pack)
    yield from clearance(petition, as_of, pack)


def _decided(petition: Filed, as_of: dt.date) -> bool:
    """Once the court has ruled, nobody waits for a response any more."""
    return any(one.day <= as_of for kind in (Happening.GRANTED, Happening.DENIED) for one in petition.of(kind))


def _urgency(clock: Clock) -> tuple[bool, bool, dt.date]:
    return (clock.state is ClockState.MET, clock.due is None, clock.due.conservative_day if clock.due else dt.date.max)


def _settled(clock: Clock) -> bool:
    return clock.state is ClockState.MET and clock.kind is not Kind.RESPONSE


def _unopposed(petition: Filed, as_of: dt.date, pack: Pack) -> bool:
    clocks = list(responses(petition, as_of, pack))
    opposed = any(one.day <= as_of for one in petition.of(Happening.OPPOSED))
    answered = all(clock.state in (ClockState.MISSED, ClockState.MET) for clock in clocks)
    return bool(clocks) and answered and not opposed and not _decided(petition, as_of)


def _hearing(petition: Filed, as_of: dt.date, pack: Pack) -> Iterable[str]:
    hearings = [one for one in petition.of(Happening.HEARING_SET) if one.day >= as_of]
    if not _decided(petition, as_of):
        yield from (pack.words("track.hearing", day=one.day.isoformat()) for one in hearings[-1:])
    denied: Happened | None = petition.first(Happening.DENIED)
    if denied and denied.day <= as_of and not petition.of(Happening.GRANTED):
        yield pack.words("track.denied", cite=pack.citation(f"{petition.relief}(s)"))


def _to_name(petition: Filed, as_of: dt.date, pack: Pack) -> Iterable[str]:
    for order in petition.of(Happening.GRANTED)[:1]:
        if order.day <= as_of and petition.relief in ("pc_236_14", "pc_236_15"):
            value = pack.parameter(f"{petition.relief}/agencies_ordered", order.day)
            yield from (pack.words(f"track.names_{kind}", cite=value.cite) for kind in value.texts)
