from collections.abc import Callable
from datetime import date

import pytest

from vacatur.kit.errors import InputError
from vacatur.reading import read_text
from vacatur.reading.rap_sheet import GOES_ON, RECORD_ERROR, SECOND_PERSON, STRIKE_FLAG
from vacatur.records.record import Record

COURT = "COURT: NAM:01\n20010201  CASC X\nCNT:01 #2\n  459 PC-BURGLARY\n*DISPO:CONVICTED\n"
BOX = "* * * * * * * * * * *\n**   POTENTIAL FELONY STRIKE ENTRY   **\n* * * * * * * * * * *\n"


def test_a_strike_entry_is_a_flag_of_the_event_above(read_body: Callable[[str], Record]) -> None:
    record = read_body(f"{COURT}{BOX}- - - -\n{COURT}* * * *\n{COURT}- - - -\n{BOX}")
    first, second = record.cycles

    assert [event.flags for event in (*first.events, *second.events)] == [(STRIKE_FLAG,), (), (STRIKE_FLAG,)]
    assert record.unread == ()


def test_a_strike_box_that_lost_a_row_swallows_nothing(read_body: Callable[[str], Record]) -> None:
    opened, strike, _ = BOX.splitlines(keepends=True)
    record = read_body(f"{COURT}{opened}{strike}   SEN: 3 YEARS PROBATION\nCNT:02\n  TRAFFIC VIOLATION\n")
    (event,) = record.cycles[0].events

    assert [count.number for count in event.counts] == [1, 2]
    assert event.counts[1].description == "TRAFFIC VIOLATION"


def test_other_words_in_a_box_inside_an_event_are_a_banner(read_body: Callable[[str], Record]) -> None:
    frame, _, _ = BOX.splitlines(keepends=True)
    record = read_body(f"{COURT}{frame}  OTHER WORDS\n{frame}   CONV STATUS:FELONY\n")

    assert record.banners == ("OTHER WORDS",)
    assert record.cycles[0].events[0].counts[0].dispositions[0].level is not None
    assert record.unread == ()


def test_a_strike_entry_before_any_event_is_unread(read_body: Callable[[str], Record]) -> None:
    assert len(read_body("**   POTENTIAL FELONY STRIKE ENTRY   **\n" + COURT).unread) == 1


@pytest.mark.parametrize(
    "end", ["*    *    *    END OF MESSAGE    *    *    *", "* END OF MESSAGE", "END OF MESSAGE", ""]
)
def test_the_end_may_stand_in_any_form_or_be_cut_off(read_body: Callable[[str], Record], end: str) -> None:
    record = read_body(f"{COURT}{end}\n")

    assert record.unread == ()
    assert len(record.cycles) == 1


def test_junk_after_the_end_is_unread(read_body: Callable[[str], Record]) -> None:
    record = read_body(f"{COURT}* END OF MESSAGE\nJUNK\n459 PC-NOTHING\n")

    assert [unread.text for unread in record.unread] == ["JUNK", "459 PC-NOTHING"]


def test_events_after_the_end_are_read_and_told(read_body: Callable[[str], Record]) -> None:
    record = read_body(f"{COURT}* END OF MESSAGE\n{COURT}")

    assert len(record.cycles) == 2
    assert record.warnings == (GOES_ON,)


def test_closing_banners_make_no_cycle(read_body: Callable[[str], Record]) -> None:
    record = read_body(
        f"{COURT}* * * *\n“PROBATION FLAGS AND/OR OTHER FLAGS\n  MAY STAND HERE”\n* * * *\nNOTE: 8 POTENTIAL ENTRIES\n  ARE MARKED\n"
    )

    assert len(record.cycles) == 1
    assert record.unread == ()
    assert record.banners == (
        "PROBATION FLAGS AND/OR OTHER FLAGS",
        "MAY STAND HERE",
        "NOTE: 8 POTENTIAL ENTRIES",
        "ARE MARKED",
    )


def test_words_after_a_separator_are_unread(read_body: Callable[[str], Record]) -> None:
    record = read_body(f"{COURT}* * * *\nWORDS\nSEX/F\nTO: X\n")

    assert [unread.text for unread in record.unread] == ["WORDS", "SEX/F"]


def test_a_name_code_may_come_before_its_header(read_body: Callable[[str], Record]) -> None:
    record = read_body("NAM:02\nCOURT:\n20010201  CASC X\n* * * *\nNAM:03\nCOURT:\n20010202  CASC X\n")

    assert [cycle.events[0].name_code for cycle in record.cycles] == ["02", "03"]


def test_a_header_s_word_alone_and_indented_is_text(read_body: Callable[[str], Record]) -> None:
    record = read_body("DECEASED: NAM:01\n20010201  CACO X\nCNT:01 #1\n    DECEASED\n")

    assert [count.description for count in record.cycles[0].events[0].counts] == ["DECEASED"]


def test_a_second_person_s_sheet_never_enters_the_record(read_body: Callable[[str], Record]) -> None:
    for join in ("* END OF MESSAGE\n", ""):
        record = read_body(f"{COURT}{join}CII/A99009999\nNAM/01 FICTIONAL,OTHER\n* * * *\n{COURT}")

        assert len(record.cycles) == 1
        assert record.warnings == (SECOND_PERSON,)
        assert [name.name for name in record.person.names] == ["FICTIONAL,ONE"]
        assert record.unread[0].text == "CII/A99009999"


def test_the_same_person_s_number_again_is_no_second_person(read_body: Callable[[str], Record]) -> None:
    record = read_body(f"{COURT}* * * *\nCII/A99000001\n* * * *\n{COURT}")

    assert len(record.cycles) == 2
    assert record.warnings == ()


def test_dates_that_lie_ahead_are_told_and_kept() -> None:
    text = f"CII/A99000001\n* * * *\n{COURT.replace('20010201', '20990201')}"

    record = read_text(text, today=date(2026, 1, 1))

    assert record.cycles[0].events[0].date == date(2099, 2, 1)
    assert record.warnings == ("The date on page 1, line 4 lies in the future; it is kept as printed.",)
    assert read_text(text).warnings == ()


def test_an_invalid_date_never_drops_the_event(read_body: Callable[[str], Record]) -> None:
    (event,) = read_body("COURT: NAM:01\n19820002  CASC X\nCNT:01 #1\n").cycles[0].events

    assert (event.date, event.date_raw, event.number) == (None, "19820002", "1")


def test_a_record_error_sheet_is_refused() -> None:
    with pytest.raises(InputError) as refused:
        read_text("* * *   * * *\nRECORD ERROR - REFER TO CRIMINAL HISTORY INQUIRY MANUAL\n* * *   * * *\n")

    assert refused.value.sentence == RECORD_ERROR


def test_a_record_error_beside_a_record_is_told() -> None:
    record = read_text(f"RECORD ERROR - REFER TO MANUAL\nCII/A99000001\n* * * *\n{COURT}")

    assert len(record.warnings) == 1
    assert len(record.cycles) == 1


@pytest.mark.parametrize("text", ["", "Dear Sir,\nthe COURT: has decided.\n\n* * * *\nYours", "x" * 500, "COURT:\n"])
def test_a_text_that_is_no_sheet_is_refused(text: str) -> None:
    with pytest.raises(InputError, match="does not look like a California RAP sheet"):
        read_text(text)


def test_a_sheet_may_hold_an_identity_and_nothing_else() -> None:
    assert read_text("CII/A99000001\nNAM/01 FICTIONAL,ONE\n").cycles == ()


def test_every_value_says_where_it_stands(read_body: Callable[[str], Record]) -> None:
    record = read_body(f"\f{COURT}")
    (event,) = record.cycles[0].events

    assert (event.source.page, event.source.line) == (2, 1)
    assert (event.counts[0].source.line, event.counts[0].dispositions[0].source.line) == (3, 5)
    assert record.pages == 2


def test_date_and_agency_in_an_event_are_an_update_when_a_disposition_follows(
    read_body: Callable[[str], Record],
) -> None:
    record = read_body(f"{COURT}20030405  CASC X\n   DISPO:PROBATION REVOKED\n- - - -\n20040506\n   DISPO:DISCHARGED\n")
    (event,) = record.cycles[0].events

    assert [one.date_raw for one in event.counts[0].dispositions] == ["20010201", "20030405", "20040506"]


def test_a_line_that_looks_like_an_entry_inside_a_comment_is_the_comment_s(read_body: Callable[[str], Record]) -> None:
    record = read_body(f"{COURT}   COM: SEE ALSO\n       20030405  CASC X\n")

    assert record.cycles[0].events[0].counts[0].dispositions[0].comments == ("SEE ALSO 20030405 CASC X",)


def test_a_stray_header_before_the_identity_block_takes_none_of_it() -> None:
    record = read_text(
        "SUPPLEMENTAL ARR\nATTN:FICTIONAL\nCII/A99000108\nDOB/19800101 SEX/F\nNAM/01 FICTIONAL,ONE\n    02 FICTIONAL,TWO\n"
        "* * * *\nARR/DET/CITE:         NAM:01\n20030105  CAPD FRESNO\nCNT:01     #444\n  459 PC-BURGLARY\n"
    )

    assert record.person.cii == "A99000108"
    assert [name.code for name in record.person.names] == ["01", "02"]
    assert record.cycles[-1].events[0].date == date(2003, 1, 5)
    assert record.unread == ()


@pytest.mark.parametrize("row", ["* * * *", "*    *    *    *", "- - - -"])
@pytest.mark.parametrize(
    "header",
    ["COURT: NAM:02\n20030201  CASC Y\n", "COURT: NAM:02 20030201  CASC Y\n", "NAM:02\nCOURT:\n20030201  CASC Y\n"],
)
def test_a_separator_on_the_line_of_a_header_parts(read_body: Callable[[str], Record], row: str, header: str) -> None:
    record = read_body(f"{COURT}{row} {header}CNT:01 #3\n")

    assert [len(cycle.events) for cycle in record.cycles] == ([1, 1] if "*" in row else [2])
    event = record.cycles[-1].events[-1]
    assert (event.name_code, event.agency, event.number) == ("02", "CASC Y", "3")
    assert (record.unread, record.warnings) == ((), ())


@pytest.mark.parametrize("above", ["", "* * * *\n", "   COM: SCN-1\n", "- - - -\n"])
@pytest.mark.parametrize(
    "header",
    [
        "NAM:02  DOB:19810303\nARR/DET/CITE:\n",
        "NAME:02 DOB:19810303\nARR/DET/CITE:\n",
        "NAM:02\nDOB:19810303\nARR/DET/CITE:\n",
        "NAM:02\nARR/DET/CITE:     DOB:19810303\n",
        "DOB:19810303\nARR/DET/CITE:     NAM:02\n",
    ],
)
def test_a_name_code_and_a_birth_date_above_a_header_are_the_next_events(
    read_body: Callable[[str], Record], above: str, header: str
) -> None:
    record = read_body(f"{COURT}{above}{header}20030201  CAPD Y\nCNT:01 #3\n")
    first, last = record.cycles[0].events[0], record.cycles[-1].events[-1]

    assert (first.name_code, first.birth_date) == ("01", None)
    assert (last.name_code, last.birth_date) == ("02", date(1981, 3, 3))
    assert record.unread == ()


def test_a_birth_date_above_the_first_header_is_kept(read_body: Callable[[str], Record]) -> None:
    record = read_body(f"NAME:02 DOB:19810303\n{COURT.replace(' NAM:01', '')}")

    assert record.cycles[0].events[0].birth_date == date(1981, 3, 3)
    assert record.cycles[0].events[0].name_code == "02"


@pytest.mark.parametrize("line", ["NAM:02", "DOB:19810303"])
def test_a_second_name_code_or_birth_date_that_leads_no_header_stays_unread(
    read_body: Callable[[str], Record], line: str
) -> None:
    first = COURT.replace("NAM:01", "NAM:01 DOB:19800101")

    assert [one.text for one in read_body(f"{first}{line}\n  484 PC-THEFT\n").unread] == [line]
    assert [one.text for one in read_body(f"{first}* * * *\n{line}\n").unread] == [line]


@pytest.mark.parametrize("above", ["", "* * * *\n", "- - - -\n"])
def test_a_day_and_an_agency_on_two_lines_are_an_event_without_header(
    read_body: Callable[[str], Record], above: str
) -> None:
    record = read_body(
        f"{COURT}{above}20010407\nNAM:02\nCASC LOS ANGELES\nCNT:01 #3\n  484 PC-THEFT\n".replace(
            "NAM:02\n", "" if not above else "NAM:02\n"
        )
    )
    first, last = record.cycles[0].events[0], record.cycles[-1].events[-1]

    assert len(first.counts) == 1
    assert (last.kind, last.date_raw, last.agency, last.number) == ("court", "20010407", "CASC LOS ANGELES", "3")
    assert record.unread == ()
    assert "its kind was taken from its agency" in record.warnings[0]


def test_the_first_event_may_have_lost_its_header_too(read_body: Callable[[str], Record]) -> None:
    event = read_body("20010407\nCAPD LOS ANGELES\nCNT:01 #3\n").cycles[0].events[0]

    assert (event.kind, event.date_raw, event.agency) == ("arrest", "20010407", "CAPD LOS ANGELES")


@pytest.mark.parametrize("above", ["", f"{COURT}* * * *\n"])
def test_a_day_alone_keeps_its_counts_and_says_that_its_kind_is_not_known(
    read_body: Callable[[str], Record], above: str
) -> None:
    record = read_body(f"{above}20010407\nCNT:01 #3\n  459 PC-BURGLARY\n")
    event = record.cycles[-1].events[-1]

    assert (event.kind, event.date_raw, len(event.counts)) == ("other", "20010407", 1)
    assert "so its kind is not known and it is not screened" in record.warnings[0]


def test_a_name_code_with_a_day_and_an_agency_is_an_event_without_header(read_body: Callable[[str], Record]) -> None:
    record = read_body(f"{COURT}* * * *\nNAM:02 20010407 CASC LOS ANGELES\nCNT:01 #3\n")
    event = record.cycles[-1].events[-1]

    assert (event.kind, event.name_code, event.date_raw) == ("court", "02", "20010407")


GLUED = (
    "{court} NAM:01 20010201  CASC LOS ANGELES {count}01 #1111111   459 PC-BURGLARY TOC:F {dispo}CONVICTED {status}FELONY "
    "{sentence} 3 YEARS PROBATION, 30 DAYS JAIL {count}02 484 PC-THEFT {dispo}DISMISSED\n"
)


@pytest.mark.parametrize(
    ("court", "count", "dispo", "status", "sentence"),
    [
        ("COURT:", "CNT:", "*DISPO:", "CONV STATUS:", "SEN:"),
        ("COURT;", "CHT:", "DISPO;", "CONV STATUS:", "SEN;"),
        ("C0URT:", "CNT;", "*DISPO;", "CONV STATUS;", "SEN:"),
        ("COURT;", "CNI:", "DISP:", "CONV STATUS ", "SEN:"),
    ],
)
def test_a_glued_sheet_with_worn_labels_reads_like_a_clean_one(
    read_body: Callable[[str], Record], court: str, count: str, dispo: str, status: str, sentence: str
) -> None:
    record = read_body(GLUED.format(court=court, count=count, dispo=dispo, status=status, sentence=sentence))
    (event,) = record.cycles[0].events
    first, second = event.counts

    assert (event.agency, event.number, event.other_numbers) == ("CASC LOS ANGELES", "1111111", ())
    assert (first.section, first.charged_level, second.section) == ("459", "F", "484")
    assert (first.dispositions[0].kind, first.dispositions[0].level) == ("convicted", "F")
    assert [part.text for part in first.dispositions[0].sentence] == ["3 YEARS PROBATION", "30 DAYS JAIL"]
    assert [one.kind for one in second.dispositions] == ["dismissed"]
    assert (record.unread, record.warnings) == ((), ())


@pytest.mark.parametrize(
    "banner",
    [
        "RESTRICTED-DO NOT USE FOR EMPLOYMENT,LICENSING OR\nCERTIFICATION PURPOSES\n",
        "RESTRICTED-DO NOT USE FOR EMPLOYMENT,\n  LICENSING OR CERTIFICATION PURPOSES\n",
        "RESTRICTED-DO NOT USE FOR\nEMPLOYMENT,LICENSING OR\nCERTIFICATION PURPOSES\n",
    ],
)
def test_a_restriction_may_wrap(banner: str) -> None:
    record = read_text(f"{banner}ATTN:FICTIONAL\nCII/A99000001\nNAM/01 FICTIONAL,ONE\n* * * *\n{COURT}")

    assert (record.unread, record.banners) == ((), ())
