from collections.abc import Callable

import pytest

from vacatur.reading.count_lines import DAMAGED_CODE
from vacatur.records.record import Count, Event, Level, NumberKind, Record


def test_a_range_is_as_many_counts_with_one_charge(read_event: Callable[[str], Event]) -> None:
    event = read_event("CNT:001-003  #1\n  470 PC-FORGERY  TOC:F\nDISPO:DISMISSED\n")

    assert [(count.number, count.section, len(count.dispositions)) for count in event.counts] == [
        (1, "470", 1),
        (2, "470", 1),
        (3, "470", 1),
    ]


def test_a_range_that_makes_no_sense_is_told(read_body: Callable[[str], Record]) -> None:
    record = read_body("COURT: NAM:01\n20010101  CASC X\nCNT:004-001\n")

    assert [count.number for count in record.cycles[0].events[0].counts] == [4]
    assert "line 8" in record.warnings[0]


def test_a_count_without_a_number_is_unread(read_body: Callable[[str], Record]) -> None:
    record = read_body("COURT: NAM:01\n20010101  CASC X\nCNT:  #12\n")

    assert [unread.text for unread in record.unread] == ["CNT:  #12"]


def test_later_counts_inherit_the_number(read_event: Callable[[str], Event]) -> None:
    event = read_event("CNT:01 #388555T,89894371\nCNT:02\nCNT:03 #77\n")

    assert (event.number, event.number_kind, event.other_numbers) == ("388555T", NumberKind.CASE, ("89894371", "77"))
    assert [count.case for count in event.counts] == [None, None, "77"]


def test_the_number_may_stand_on_the_next_line(read_event: Callable[[str], Event]) -> None:
    assert read_event("CNT:001\n#65131\n").number == "65131"


def test_a_number_line_without_a_number_is_unread(read_body: Callable[[str], Record]) -> None:
    record = read_body("COURT: NAM:01\n20010101  CASC X\nCNT:01 ABC\n")

    assert [unread.line for unread in record.unread] == [8]


def test_a_whole_count_may_stand_on_one_line(read_event: Callable[[str], Event]) -> None:
    event = read_event("CNT:01 #1CR0001 TOC:M 459 PC-BURGLARY\n")

    assert event.number == "1CR0001"
    assert (event.counts[0].section, event.counts[0].charged_level) == ("459", Level.MISDEMEANOR)


def test_flags_stand_several_on_a_line(read_count: Callable[[str], Count]) -> None:
    count = read_count("   -WARRANT -PROBATION REVO\n   -ATTEMPTED\n   -WARRANT\n  459 PC-BURGLARY\n")

    assert count.flags == ("WARRANT", "PROBATION REVO", "ATTEMPTED")
    assert count.attempt


def test_flags_before_the_counts_belong_to_the_event(read_event: Callable[[str], Event]) -> None:
    assert read_event("   -WARRANT\n   -WARRANT\nCNT:01 #1\n").flags == ("WARRANT",)


def test_the_sentencing_line_is_a_flag_and_not_the_charge(read_count: Callable[[str], Count]) -> None:
    count = read_count("   .-1170 (H) PC-SENTENCING\n  459 PC-BURGLARY\n")

    assert (count.section, count.flags) == ("459", ("1170(h)",))


def test_the_type_of_charge_may_stand_before_or_after_the_charge(read_count: Callable[[str], Count]) -> None:
    assert read_count("  TOC:F\n  459 PC-BURGLARY\n").charged_level is Level.FELONY
    assert read_count("  459 PC-BURGLARY\n  TOC:M.\n").charged_level is Level.MISDEMEANOR
    assert read_count("  459 PC-BURGLARY TOC:N\n").charged_level is None


def test_a_type_of_charge_without_a_count_is_unread(read_body: Callable[[str], Record]) -> None:
    assert [unread.line for unread in read_body("COURT: NAM:01\n20010101  CASC X\nTOC:F\n").unread] == [8]


def test_a_second_charge_line_is_a_further_section(read_count: Callable[[str], Count]) -> None:
    count = read_count("  459 PC-BURGLARY\n  12022(A) PC-ARMED\n  11377 HS-POSSESS\n")

    assert (count.section, count.other_sections) == ("459", ("12022(a)", "HS 11377"))
    assert count.comments == ("PC 12022(a) ARMED", "HS 11377 POSSESS")


def test_a_charge_after_a_disposition_is_a_count_that_lost_its_number(read_body: Callable[[str], Record]) -> None:
    record = read_body(
        "COURT: NAM:01\n20010101  CASC X\nCNT:01 #1\n  459 PC-BURGLARY\nDISPO:DISMISSED\n  484 PC-THEFT\n"
    )

    assert [(count.number, count.section) for count in record.cycles[0].events[0].counts] == [(1, "459"), (2, "484")]
    assert "line 11" in record.warnings[0]


def test_charges_in_an_event_without_counts_are_counts(read_event: Callable[[str], Event]) -> None:
    event = read_event("  459 PC-BURGLARY\n  484 PC-THEFT\n")

    assert [(count.number, count.section) for count in event.counts] == [(1, "459"), (2, "484")]


def test_arr_by_is_the_agency_that_made_the_arrest(read_count: Callable[[str], Count]) -> None:
    count = read_count("  459 PC-BURGLARY\n   ARR BY:CAPD LOS ANGELES   TOC:F\n   ARR BY:\n")

    assert count.arresting_agency == "CAPD LOS ANGELES"


def test_numbers_of_other_papers_belong_to_the_event(read_event: Callable[[str], Event]) -> None:
    event = read_event("CNT:01 #1\n  CITE      #44050\n  WARRANT #ABCD\n  CRT #:84321\nCNT:02  CRT #7\n")

    assert event.other_numbers == ("CITE 44050", "WARRANT ABCD", "84321", "7")


def test_a_type_of_charge_with_other_words_is_taken_and_the_line_left_unread(
    read_body: Callable[[str], Record],
) -> None:
    record = read_body("COURT: NAM:01\n20010101  CASC X\nCNT:01 #1\n  TOC:F QQQ\n")

    assert record.cycles[0].events[0].counts[0].charged_level is Level.FELONY
    assert [unread.line for unread in record.unread] == [9]


def test_words_that_stood_in_the_charge_s_place_are_kept(read_count: Callable[[str], Count]) -> None:
    count = read_count("  TRAFFIC VIOLATION\n  14601 VC-DRIVE W/LIC SUSP\n")

    assert (count.section, count.description) == ("14601", "DRIVE W/LIC SUSP")
    assert count.comments == ("TRAFFIC VIOLATION",)


@pytest.mark.parametrize(("toc", "levels"), [("TOC:M", ["M", "F"]), ("TOC:F.", ["F", "F"]), ("TOC:N", [None, "F"])])
def test_a_level_behind_the_agency_is_that_of_counts_without_their_own(
    read_body: Callable[[str], Record], toc: str, levels: list[str | None]
) -> None:
    record = read_body(
        f"COURT: NAM:01\n20010101  CASC X   {toc}\nCNT:01 #1\n  459 PC-BURGLARY\nCNT:02\n  484 PC-THEFT TOC:F\n"
    )
    (event,) = record.cycles[0].events

    assert event.agency == "CASC X"
    assert [count.charged_level for count in event.counts] == levels


def test_a_code_that_looks_damaged_is_told(read_body: Callable[[str], Record]) -> None:
    record = read_body("COURT: NAM:01\n20010101  CASC X\nCNT:01 #1\n  459 PO-BURGLARY\n")

    assert record.cycles[0].events[0].counts[0].code == "PO"
    assert record.warnings == (DAMAGED_CODE.format(place="page 1, line 9"),)


def test_a_charge_and_a_level_may_stand_behind_a_number(read_event: Callable[[str], Event]) -> None:
    event = read_event("CNT:01\n#1111111   459 PC-BURGLARY TOC:F\nCNT:02\n#1111111 TOC:M\n")
    first, second = event.counts

    assert (event.number, event.other_numbers) == ("1111111", ())
    assert (first.code, first.section, first.description, first.charged_level) == (
        "PC",
        "459",
        "BURGLARY",
        Level.FELONY,
    )
    assert second.charged_level is Level.MISDEMEANOR
