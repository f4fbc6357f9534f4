from collections.abc import Callable
from datetime import date

from vacatur.records.record import EventKind, Record, SetApartKind


def test_a_mental_health_event_keeps_its_kind_and_date_only(read_body: Callable[[str], Record]) -> None:
    record = read_body(
        "MENTAL HLTH CUS/SUPV  NAM:01\n19970101  CAHO METROPOLITAN\n\n"
        "CNT:01     #M1\n  5150 WI-DETAINED\n   COM: SECRET\n19980101 CAHO OTHER\n"
    )
    (event,) = record.cycles[0].events

    assert (event.kind, event.date) == (EventKind.MENTAL_HEALTH, date(1997, 1, 1))
    assert (event.agency, event.name_code, event.number, event.counts, event.comments) == (None, None, None, (), ())
    assert {one.line for one in record.set_apart} == {6, 7, 9, 10, 11, 12}
    assert {one.kind for one in record.set_apart} == {SetApartKind.MENTAL_HEALTH}
    assert record.unread == ()


def test_a_mental_health_event_on_one_line_keeps_its_date(read_body: Callable[[str], Record]) -> None:
    (event,) = read_body("MENTAL HLTH CUS/SUPV  NAM:01 19970101  CAHO METROPOLITAN\n").cycles[0].events

    assert (event.date, event.agency, event.name_code) == (date(1997, 1, 1), None, None)


def test_a_header_may_be_spread_over_several_lines(read_body: Callable[[str], Record]) -> None:
    (event,) = (
        read_body("ARR/DET/CITE:\n\nNAM:02\nDOB:19800202\n\n20010101\n\nCAPD LOS ANGELES\nCNT:01 #1\n").cycles[0].events
    )

    assert (event.name_code, event.birth_date) == ("02", date(1980, 2, 2))
    assert (event.date, event.agency) == (date(2001, 1, 1), "CAPD LOS ANGELES")


def test_what_a_header_says_already_is_not_replaced(read_body: Callable[[str], Record]) -> None:
    record = read_body("COURT: NAM:01\n20010101  CASC X\nNAM:02\nCASC Y\n")

    (event,) = record.cycles[0].events
    assert (event.name_code, event.agency) == ("01", "CASC X")
    assert [unread.text for unread in record.unread] == ["NAM:02", "CASC Y"]


def test_an_unknown_label_in_a_header_is_no_agency(read_body: Callable[[str], Record]) -> None:
    record = read_body("ARR/DET/CITE: NAM:01  AGE:21\n20010101  CAPD X\n")

    assert record.cycles[0].events[0].agency == "CAPD X"
    assert [unread.line for unread in record.unread] == [6]


def test_a_name_label_without_a_code_is_unread(read_body: Callable[[str], Record]) -> None:
    record = read_body("COURT: NAM:01\n20010101  CASC X\nDOB:\n")

    assert [unread.text for unread in record.unread] == ["DOB:"]


def test_a_terminal_s_header_inside_an_event_is_no_text_of_it(read_body: Callable[[str], Record]) -> None:
    record = read_body("COURT: NAM:01\n20010101  CASC X\nCNT:01 #1\nRE: QHY.CA0190000.9\n  459 PC-BURGLARY\n")

    assert record.cycles[0].events[0].counts[0].section == "459"
    assert record.unread == ()
