"""The prosecutors' clocks: each is served apart, and the time of each runs from its own receipt."""

import datetime as dt
from collections.abc import Iterator

from vacatur.law.deadlines import DueDay, written
from vacatur.law.pack import Pack
from vacatur.tracking.clock import Clock, ClockState, Kind, state_of
from vacatur.tracking.counting import counted, uncounted
from vacatur.tracking.events import Filed, Happened, Happening

RULES = {"pc_236_14": "prosecutor-response", "pc_236_15": "prosecutor-response-236.15"}


def responses(petition: Filed, as_of: dt.date, pack: Pack) -> Iterator[Clock]:
    """One clock for each prosecutor; none for a remedy whose law gives no time to respond."""
    rule = RULES.get(petition.relief)
    if rule is None or not any(petition.of(kind) for kind in Happening):
        return
    for who in petition.prosecutors:
        received = petition.first(Happening.RECEIVED, who)
        if received is None or received.day > as_of:
            yield _waiting(petition, who, rule, as_of, pack)
        else:
            due_day = counted(rule, {"received": received.day}, pack)
            yield (
                uncounted(Kind.RESPONSE, due_day, who, received.day, None, None, pack)
                if isinstance(due_day, str)
                else _running(petition, received, due_day, as_of, pack)
            )


def _waiting(petition: Filed, who: str, rule: str, as_of: dt.date, pack: Pack) -> Clock:
    """Nothing is counted from mailing: until receipt is proved there is no due day."""
    mailed = petition.first(Happening.MAILED, who)
    name, cite = _name(who, pack), pack.rule(rule).cite
    if mailed is None or mailed.day > as_of:
        words = pack.words("track.serve", who=name, cite=cite)
        return Clock(Kind.SERVICE, ClockState.WAITING, words, who=who, cite=cite)
    words = pack.words("track.waiting_for_receipt", who=name, cite=cite)
    return Clock(Kind.RESPONSE, ClockState.WAITING, words, who=who, started_by=mailed.day, cite=cite)


def _running(petition: Filed, received: Happened, due_day: DueDay, as_of: dt.date, pack: Pack) -> Clock:
    who = received.who or ""
    answers = [petition.first(kind, who) for kind in (Happening.OPPOSED, Happening.NOT_OPPOSED)]
    answer = min((one for one in answers if one), key=lambda one: one.day, default=None)
    state, late = state_of(due_day, answer.day if answer else None, as_of)
    return Clock(
        kind=Kind.RESPONSE,
        state=state,
        next_step=pack.words(
            _words(state, answer, late), who=_name(who, pack), day=written(due_day.day), cite=due_day.cite
        ),
        due=due_day,
        who=who,
        started_by=received.day,
        met_on=answer.day if answer and state is ClockState.MET else None,
        late=late,
        cite=due_day.cite,
    )


def _words(state: ClockState, answer: Happened | None, late: bool) -> str:
    if state is ClockState.RUNNING:
        return "track.response_running"
    if state is ClockState.MISSED or answer is None:
        return "track.unopposed"
    if answer.kind is Happening.NOT_OPPOSED:
        return "track.not_opposed"
    return "track.opposed_late" if late else "track.opposed"


def _name(who: str, pack: Pack) -> str:
    office = pack.prosecutor(who)
    return office.name if office else who
