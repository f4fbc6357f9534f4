from collections.abc import Callable

import pytest

from vacatur.records.record import EventKind, Record

ARREST = "ARR/DET/CITE: NAM:01\n20010101  CAPD X\nCNT:01 #1\n  459 PC-BURGLARY\n"
COURT = "COURT: NAM:01\n20010201  CASC X\nCNT:01 #2\n  459 PC-BURGLARY\n"


def kinds(record: Record) -> list[list[str]]:
    return [[event.kind.value for event in cycle.events] for cycle in record.cycles]


@pytest.mark.parametrize("separator", ["- - - -\n", "- - -- --\n", "--- - ---\n", "-\n", ""])
def test_a_court_event_joins_the_arrest_above_it(read_body: Callable[[str], Record], separator: str) -> None:
    assert kinds(read_body(ARREST + separator + COURT)) == [["arrest", "court"]]


@pytest.mark.parametrize(
    "separator", ["* * * *\n", "*    *    *\n", "*\n*\n*\n*\n", "* *\n\n* *\n", "*.*,*·*\n", "* * * *\n* * * *\n"]
)
def test_a_row_of_stars_starts_a_cycle(read_body: Callable[[str], Record], separator: str) -> None:
    assert kinds(read_body(COURT + separator + COURT)) == [["court"], ["court"]]


@pytest.mark.parametrize("separator", ["* *\nCOM: X\n* *\n", ". . . .\n"])
def test_stars_that_do_not_add_up_are_dirt(read_body: Callable[[str], Record], separator: str) -> None:
    assert kinds(read_body(ARREST + separator + COURT)) == [["arrest", "court"]]


def test_an_arrest_without_any_separator_starts_a_cycle_and_is_told(read_body: Callable[[str], Record]) -> None:
    record = read_body(ARREST + COURT + ARREST)

    assert kinds(record) == [["arrest", "court"], ["arrest"]]
    assert record.warnings == (
        "The separator before the event on page 1, line 14 seems to be missing; a new cycle was started there.",
    )


def test_an_arrest_after_dashes_stays_in_its_cycle(read_body: Callable[[str], Record]) -> None:
    assert kinds(read_body(ARREST + "- - - -\n" + ARREST)) == [["arrest", "arrest"]]


def test_a_registration_has_entries_without_header(read_body: Callable[[str], Record]) -> None:
    record = read_body(
        "REGISTRATION: NAM:01\n19850629  CASO X\n  290 PC-REGISTRATION\n- - - -\n19860629  CASO X\n  290 PC-REGISTRATION\n"
        "19870629  CASO X\n  290 PC-REGISTRATION\n"
    )

    assert kinds(record) == [["registration", "registration", "registration"]]
    assert [event.date_raw for event in record.cycles[0].events] == ["19850629", "19860629", "19870629"]
    assert record.warnings == ()


def test_an_event_that_lost_its_header_takes_its_kind_from_its_agency(read_body: Callable[[str], Record]) -> None:
    record = read_body(ARREST + "- - - -\n20010201  CASC X\nCNT:01 #2\n")

    assert kinds(record) == [["arrest", "court"]]
    assert record.warnings == ("The event on page 1, line 11 has no header; its kind was taken from its agency.",)


def test_a_first_event_may_have_lost_its_header_too(read_body: Callable[[str], Record]) -> None:
    assert kinds(read_body("20010201  CASC X\nCNT:01 #2\n")) == [["court"]]


def test_counts_without_header_and_date_are_kept_and_told(read_body: Callable[[str], Record]) -> None:
    for body in ("CNT:01 #2\n  459 PC-BURGLARY\n", ARREST + "* * * *\nCNT:01 #2\n"):
        record = read_body(body)

        assert record.cycles[-1].events[0].kind is EventKind.OTHER
        assert record.cycles[-1].events[0].number == "2"
        assert "not screened" in record.warnings[0]
