from collections.abc import Callable

from vacatur.records.record import Count, Event, Record, SetApartKind

BURGLARY = "  459 PC-BURGLARY   TOC:F\n"


def test_a_comment_goes_on_with_deeper_lines_across_a_page_break(read_count: Callable[[str], Count]) -> None:
    count = read_count(BURGLARY + "   COM: PHOTO\n\n\n   Page 1 of 2\n\n\n       AVAILABLE\n       484 PC-NO CHARGE\n")

    assert count.comments == ("PHOTO AVAILABLE 484 PC-NO CHARGE",)
    assert count.section == "459"


def test_a_comment_ends_where_something_else_begins(read_count: Callable[[str], Count]) -> None:
    count = read_count(BURGLARY + "   COM: ONE\n   COM: TWO\nDISPO:DISMISSED\n   COM: THREE\n")

    assert count.comments == ("ONE", "TWO")
    assert count.dispositions[0].comments == ("THREE",)


def test_a_comment_before_the_counts_belongs_to_the_event(read_event: Callable[[str], Event]) -> None:
    assert read_event("   COM: PHOTO AVAILABLE\n").comments == ("PHOTO AVAILABLE",)


def test_an_address_is_set_apart_with_all_its_lines(read_body: Callable[[str], Record]) -> None:
    record = read_body(
        "ARR/DET/CITE: NAM:01\n20010101  CAPD X\nCNT:01 #1\n"
        "   COM: SCN-1 ADR-211 FICTION ST,\n       APT 4\n#5 LOS ANGELES,\n-CA\n 90020\nCNT:02\n"
    )

    assert [(one.line, one.kind) for one in record.set_apart] == [(line, SetApartKind.ADDRESS) for line in range(9, 14)]
    assert record.cycles[0].events[0].counts[0].comments == ("SCN-1 [address set apart]",)
    assert [count.number for count in record.cycles[0].events[0].counts] == [1, 2]
    assert record.cycles[0].events[0].other_numbers == ()


def test_another_sensitive_comment_is_set_apart_as_a_whole(read_body: Callable[[str], Record]) -> None:
    record = read_body(
        "ARR/DET/CITE: NAM:01\n20010101  CAPD X\nCNT:01 #1\n   COM: TEST OF\n      19990101 FOR\n       AIDS ORDERED\n"
    )

    assert [one.line for one in record.set_apart] == [9, 10, 11]
    assert record.cycles[0].events[0].counts[0].comments == ("[medical line set apart]",)


def test_a_charge_in_a_comment_is_the_charge_of_its_count(read_count: Callable[[str], Count]) -> None:
    count = read_count("  SEE COMMENT FOR CHARGE\n   COM: CHRG-537E(A) PC\n")

    assert (count.code, count.section, count.description) == ("PC", "537e(a)", None)
    assert count.comments == ("CHRG-537E(A) PC",)


def test_a_charge_in_a_comment_never_replaces_a_printed_one(read_count: Callable[[str], Count]) -> None:
    assert read_count(BURGLARY + "   COM: CHRG-484 PC\n").section == "459"
    assert read_count(BURGLARY + "   COM: CNT 01 CHRG-484 PC\n").section == "459"


def test_a_comment_names_the_count_it_is_about(read_event: Callable[[str], Event]) -> None:
    event = read_event(
        "CNT:01 #1\n  SEE COMMENT FOR CHARGE\nCNT:02\n  SEE COMMENT FOR CHARGE\n   COM: CNT 01 CHRG-484 PC\n"
    )

    assert [(count.number, count.section) for count in event.counts] == [(1, "484"), (2, None)]


def test_a_comment_adds_a_count_the_sheet_has_no_line_for(read_event: Callable[[str], Event]) -> None:
    event = read_event("CNT:01 #1\n" + BURGLARY + "   COM: CNT 05 CHRG-484 PC\n")

    assert [(count.number, count.section) for count in event.counts] == [(1, "459"), (5, "484")]
    assert event.counts[1].comments == ("Told by a comment of count 1.",)


def test_added_counts_are_counts_of_their_own_without_a_disposition(read_event: Callable[[str], Event]) -> None:
    event = read_event("CNT:01 #1\n" + BURGLARY + "   COM: CHRG-3 ADD CNTS OF 496.1 PC\nDISPO:DISMISSED\n")

    assert [(count.number, count.section, len(count.dispositions)) for count in event.counts] == [
        (1, "459", 1),
        (2, "496.1", 0),
        (3, "496.1", 0),
        (4, "496.1", 0),
    ]


def test_a_charge_in_a_comment_before_any_count_is_only_text(read_event: Callable[[str], Event]) -> None:
    event = read_event("   COM: CHRG-484 PC\n")

    assert event.counts == ()
    assert event.comments == ("CHRG-484 PC",)


def test_a_sentence_in_a_comment_is_added_and_not_counted_twice(read_count: Callable[[str], Count]) -> None:
    count = read_count(BURGLARY + "*DISPO:CONVICTED\n   SEN: 3 YR PROB\n   COM: SEN-X3 YR PROB, FINE\n")

    assert [part.text for part in count.dispositions[0].sentence] == ["3 YR PROB", "FINE"]


def test_a_case_number_in_a_comment_belongs_to_the_event(read_event: Callable[[str], Event]) -> None:
    assert read_event("CNT:01 #1\n   COM: CRT CASE NBR 123488\n").other_numbers == ("123488",)
