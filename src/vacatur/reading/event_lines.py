"""The lines inside one event, each given to what reads it."""

import datetime as dt
from collections.abc import Callable, Mapping

from vacatur.kit.days import compact_day
from vacatur.reading.comment_lines import end_comment, goes_on, open_comment, take_comment
from vacatur.reading.count_lines import (
    take_booked_by,
    take_charge,
    take_count,
    take_flags,
    take_number,
    take_paper,
    take_toc,
)
from vacatur.reading.disposition_lines import (
    take_disposition,
    take_sentence,
    take_sentenced_from,
    take_status,
    take_update,
)
from vacatur.reading.drafts import EventDraft
from vacatur.reading.event_state import EventState
from vacatur.reading.headers import Details, read_details
from vacatur.reading.ledger import Ledger
from vacatur.reading.lines import Line
from vacatur.reading.text_lines import take_text
from vacatur.records.record import EventKind, SetApartKind

Handler = Callable[[EventState, Line, str], None]


def _take_day(state: EventState, line: Line, text: str) -> None:
    """The event's date when it has none yet, else the date of an update to the count above."""
    event, details = state.event, read_details(text)
    if event is not None and event.date_raw is None and not state.counted:
        state.take_details(event, details)
    else:
        take_update(state, details)


def _take_name(state: EventState, line: Line, text: str) -> None:
    """`NAM:` or `DOB:` on a line of its own: part of a header that is spread over several."""
    details = read_details(text)
    event = state.event
    if event is None or (details.name_code is None and details.birth_raw is None):
        state.ledger.leave()
        return
    other_name = details.name_code and event.name_code and details.name_code != event.name_code
    if other_name or (details.birth_raw and event.birth_date and compact_day(details.birth_raw) != event.birth_date):
        state.ledger.leave()
    state.take_details(event, details)


def _take_transport(state: EventState, line: Line, text: str) -> None:
    """A terminal's header in the middle of a sheet: nothing of it enters the record."""


_HANDLERS: Mapping[str, Handler] = {
    "count": take_count,
    "dispo": take_disposition,
    "comment": take_comment,
    "control": open_comment,
    "received": open_comment,
    "address": open_comment,
    "status": take_status,
    "sentence": take_sentence,
    "sentenced_from": take_sentenced_from,
    "charge": take_charge,
    "day": _take_day,
    "level": take_toc,
    "number": take_number,
    "flags": take_flags,
    "booked_by": take_booked_by,
    "paper": take_paper,
    "name_code": _take_name,
    "birth": _take_name,
    "transport": _take_transport,
}


class EventLines:
    """Reads the lines of one event after another into event drafts."""

    def __init__(self, ledger: Ledger, today: dt.date | None) -> None:
        self.state = EventState(ledger, today)

    @property
    def event(self) -> EventDraft | None:
        """The event in hand, or `None` between events."""
        return self.state.event

    def start(self, event: EventDraft, details: Details) -> None:
        """Turn to a new event, the one before having been closed; `details` is what its header says."""
        state = self.state
        state.event = event
        state.counted = False
        state.take_details(event, details)

    def close(self) -> None:
        """End the event in hand: what is still open is finished."""
        state = self.state
        if state.event is not None:
            end_comment(state)
            state.drop_update()
        state.event = state.count = state.disposition = state.tail = None

    def end_comment(self) -> None:
        """End the open comment: something that is not of this event has begun."""
        end_comment(self.state)

    def is_in_comment(self, line: Line) -> bool:
        """Does the line stand deeper than the open comment, and so inside it?"""
        comment = self.state.comment
        return comment is not None and line.indent > comment.indent

    def update(self, event: EventDraft, details: Details) -> None:
        """A dated update of an event, also of one that a separator had already ended."""
        if self.state.event is None:
            self.state.event = event
            self.state.count = event.counts[-1]
        end_comment(self.state)
        take_update(self.state, details)

    def take(self, kind: str, line: Line, text: str) -> None:
        """Read one line of the event."""
        state = self.state
        if state.event is not None and state.event.kind is EventKind.MENTAL_HEALTH:
            self._take_muted(state.event, kind, text)
        elif state.comment is None:
            _HANDLERS.get(kind, take_text)(state, line, text)
        elif not goes_on(state, kind, line, text):
            if kind in _HANDLERS:
                end_comment(state)
            _HANDLERS.get(kind, take_text)(state, line, text)

    def _take_muted(self, event: EventDraft, kind: str, text: str) -> None:
        """A mental-health event keeps its kind and date, nothing else."""
        if kind == "day" and event.date_raw is None:
            event.date_raw = read_details(text).date_raw
            event.date = self.state.day(event.date_raw or "")
        self.state.ledger.apart(SetApartKind.MENTAL_HEALTH)
