"""FICTIONAL."""

from dataclasses import replace

from tests.unit.screening.asked import CONVICTED, sheet
from vacatur.records.record import UnreadLine
from vacatur.screening.warnings import NOTHING, OTHER_STATES, UNREAD, warnings_of


def test_a_plain_record_warns_of_nothing() -> None:
    assert warnings_of(sheet(CONVICTED), 1) == ()


def test_a_record_with_multiple_sources_says_that_other_states_hold_more() -> None:
    record = replace(sheet(CONVICTED), banners=("** III MULTIPLE SOURCE RECORD",))

    assert warnings_of(record, 1) == (OTHER_STATES,)


def test_a_single_source_record_does_not() -> None:
    record = replace(sheet(CONVICTED), banners=("III CALIFORNIA ONLY SOURCE RECORD",))

    assert warnings_of(record, 1) == ()


def test_the_reader_s_warnings_come_first_then_unread_lines() -> None:
    record = replace(sheet(CONVICTED), warnings=("A date lies in the future.",), unread=(UnreadLine(1, 9, "?"),))

    assert warnings_of(record, 1) == ("A date lies in the future.", UNREAD)


def test_a_record_without_items_says_so() -> None:
    assert warnings_of(sheet(CONVICTED), 0) == (NOTHING,)
