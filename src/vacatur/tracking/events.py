"""What happened to one petition after it was drafted, as somebody recorded it."""

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from vacatur.kit.errors import InputError


class Happening(StrEnum):
    """The kinds of event. Mailed and received are two: the time to respond runs from receipt."""

    FILED = "filed"
    MAILED = "mailed"
    RECEIVED = "received"
    OPPOSED = "opposed"
    NOT_OPPOSED = "not_opposed"
    HEARING_SET = "hearing_set"
    GRANTED = "granted"
    DENIED = "denied"
    ORDER_SENT = "order_sent"
    SEALED = "sealed"
    DESTROYED = "destroyed"
    DOJ_CONFIRMED = "doj_confirmed"


@dataclass(frozen=True, slots=True)
class Happened:
    """One event. `who` is the prosecutor served or heard from, or the agency that sealed, by its id; `arrests` are the days of
    the arrests an order covers, or that an agency sealed (none given: all of the order's).
    """

    kind: Happening
    day: dt.date
    who: str | None = None
    arrests: tuple[dt.date, ...] = ()


@dataclass(frozen=True, slots=True)
class Filed:
    """One petition: the section it rests on ("pc_236_14"), the prosecutors to serve and the agencies to clear, by their ids,
    and what has happened so far. `number` names it in what is printed: never a client's name.
    """

    relief: str
    prosecutors: tuple[str, ...] = ()
    agencies: tuple[str, ...] = ()
    events: tuple[Happened, ...] = ()
    number: str = ""

    def of(self, kind: Happening, who: str | None = None) -> tuple[Happened, ...]:
        """The events of a kind, the earliest first; of one prosecutor or agency, where `who` is given."""
        found = (event for event in self.events if event.kind is kind and (who is None or event.who == who))
        return tuple(sorted(found, key=lambda event: event.day))

    def first(self, kind: Happening, who: str | None = None) -> Happened | None:
        """The earliest event of a kind."""
        return next(iter(self.of(kind, who)), None)


def check_order(petition: Filed) -> None:
    """Refuse events that cannot have happened in that order: InputError says which."""
    filed = petition.first(Happening.FILED)
    for who in petition.prosecutors:
        mailed, received = petition.first(Happening.MAILED, who), petition.first(Happening.RECEIVED, who)
        if mailed and received and received.day < mailed.day:
            raise InputError("Papers cannot be received before they were mailed: check the two days.")
        for kind in (Happening.OPPOSED, Happening.NOT_OPPOSED):
            answer = petition.first(kind, who)
            if answer and received and answer.day < received.day:
                raise InputError("A prosecutor cannot answer before the petition was received: check the two days.")
    for order in petition.of(Happening.GRANTED):
        if filed and order.day < filed.day:
            raise InputError("An order cannot come before the filing: check the two days.")
        if any(arrest > order.day for arrest in order.arrests):
            raise InputError("An arrest cannot come after the order that covers it: check the days.")
