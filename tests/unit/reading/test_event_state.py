from datetime import date

import pytest

from vacatur.reading.drafts import EventDraft
from vacatur.reading.event_state import EventState
from vacatur.reading.headers import Details
from vacatur.reading.ledger import Ledger
from vacatur.reading.lines import lines_of
from vacatur.records.record import EventKind
from vacatur.records.source import Source


@pytest.fixture
def state() -> EventState:
    lines, _ = lines_of("LINE")
    ledger = Ledger(lines)
    ledger.now = 0
    return EventState(ledger, date(2020, 1, 1))


def test_a_day_that_cannot_be_is_told(state: EventState) -> None:
    assert state.day("19820002") is None
    assert state.ledger.warnings == ["The date on page 1, line 1 is not a day of the calendar; it is kept as printed."]


def test_a_day_that_lies_ahead_is_told_and_kept(state: EventState) -> None:
    assert state.day("20200102") == date(2020, 1, 2)
    assert state.day("20200101") == date(2020, 1, 1)
    assert state.ledger.warnings == ["The date on page 1, line 1 lies in the future; it is kept as printed."]


def test_an_agency_starts_with_a_letter(state: EventState) -> None:
    event = EventDraft(Source(1, 1), EventKind.COURT, "COURT")

    state.take_details(event, Details(rest="((("))

    assert event.agency is None
    assert state.ledger.unread == {0: True}


def test_a_disposition_outside_any_count_is_unread(state: EventState) -> None:
    state.add_disposition("CONVICTED")

    assert state.disposition is None
    assert state.ledger.unread == {0: True}


def test_a_comment_outside_any_event_has_no_owner(state: EventState) -> None:
    state.comments().append("LOST")

    assert state.comments() == []
