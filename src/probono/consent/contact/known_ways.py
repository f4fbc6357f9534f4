"""What is known of the ways to reach a client: whether one is confirmed as safe now, and of which kind."""

import datetime as dt
from enum import StrEnum
from typing import TYPE_CHECKING

from probono.consent.contact import selectors
from probono.consent.contact.models import ContactRoute

if TYPE_CHECKING:
    from uuid import UUID


class State(StrEnum):
    """What is known of a way."""

    WAITING = "waiting"
    MISSED = "missed"
    UNKNOWN = "unknown"
    CONFIRMED = "confirmed"
    EXPIRED = "expired"
    RETIRED = "retired"


def state_of(route: ContactRoute, now: dt.datetime) -> State:
    """Unknown until confirmed by talking; a safety hold makes everything confirmed before it unknown again. Where her word was
    missed, somebody else has to confirm it first.
    """
    if route.retired_at is not None:
        return State.RETIRED
    if route.approved_at is None:
        return State.WAITING
    if route.missed_at is not None and (route.confirmed_at is None or route.confirmed_at <= route.missed_at):
        return State.MISSED
    if route.confirmed_at is None or route.expires_at is None:
        return State.UNKNOWN
    last = selectors.last_hold(route.client_id)
    if last is not None and route.confirmed_at <= (last.lifted_at or now):
        return State.UNKNOWN
    return State.CONFIRMED if now < route.expires_at else State.EXPIRED


def has_confirmed(matter_id: "UUID", kind: str, now: dt.datetime) -> bool:
    """Whether any way of a kind is confirmed now, whoever asks: it tells that there is one, and nothing of it."""
    return any(state_of(one, now) == State.CONFIRMED for one in selectors.ways_of_kind(matter_id, kind))


def has_word(matter_id: "UUID", client_id: "UUID", now: dt.datetime) -> bool:
    """Whether she has a word on a way that is confirmed now, whoever asks: it tells that there is one, and nothing of it."""
    if selectors.standing_hold(client_id) is not None:
        return False
    return any(state_of(one, now) == State.CONFIRMED for one in selectors.ways_with_word(matter_id))


def safe_kinds(matter_id: "UUID", client_id: "UUID", now: dt.datetime) -> list[str]:
    """Which kinds of ways are confirmed as safe now, and nothing else of them: for whoever must know that there is one."""
    if selectors.standing_hold(client_id) is not None:
        return []
    routes = selectors.ways_of(matter_id)
    return sorted({route.kind for route in routes if state_of(route, now) == State.CONFIRMED})
