import pytest

from vacatur.reading.tokens import classify, unglued


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("CNT:01     #1234567", "count"),
        ("CNT : 003", "count"),
        ("CHT:01", "count"),
        ("ÇNT:OU1", "count"),
        ("CRT:001", "count"),
        ("CRT #:84321", "paper"),
        ("*DISPO:CONVICTED", "dispo"),
        ("DISPO;DISMISSED", "dispo"),
        ("*DI SP O:CONVICTED", "dispo"),
        ("DISP:DISMISSED", "dispo"),
        ("COM: X", "comment"),
        (".COM; X", "comment"),
        ("CONV STATUS:FELONY", "status"),
        ("CONV STATIS.FELONY", "status"),
        ("CONV STAEUS FELONY", "status"),
        ("SEN: 3 YEARS", "sentence"),
        ("GEN: 3 YEARS", "sentence"),
        ("SEN FROM: LOS ANGELES CO", "sentenced_from"),
        ("459 PC-BURGLARY", "charge"),
        ("18 2113(A) US-BANK ROBBERY", "charge"),
        ("1170 (H) PC-SENTENCING", "charge"),
        ("19840725  CASO LOS ANGELES", "day"),
        ("20040.102", "day"),
        ("COURT: NAM:01", "header"),
        ("▯OURT: NAM:01", "header"),
        ("TOC:F", "level"),
        ("#1234567", "number"),
        ("*1234567", "number"),
        ("-WARRANT", "flags"),
        ("ARR BY:CAPD LOS ANGELES", "booked_by"),
        ("DCN:T1", "control"),
        ("RECVD BY:X", "received"),
        ("ADR: 5", "address"),
        ("CII/A99000001", "identity"),
        ("FPC 12 M 9", "identity"),
        ("NAM:01", "name_code"),
        ("DOB:19800101", "birth"),
        ("*  *  * END OF MESSAGE", "end"),
        ("PAGE 2 OF 29", "furniture"),
        ("FILE:///TMP/X", "furniture"),
        ("ROUTE  PRINT", "furniture"),
        ("IH", "furniture"),
        ("5/21/2018, 4:14 PM", "furniture"),
        ("|", "furniture"),
        ("* * * *", "row"),
        ("**   POTENTIAL FELONY STRIKE ENTRY   **", "strike"),
        ("P0TENTIAL FEL0NY STRIKE ENTRY", "strike"),
        ("** PALM PRINT ON FILE", "banner"),
        ("III MULTIPLE SOURCE RECORD", "banner"),
        ("RE: QHY.CA0190000", "transport"),
        ("4ISK0JDI3W.IH", "transport"),
        ("TRAFFIC VIOLATION", "text"),
    ],
)
def test_it_knows_a_line_by_its_first_words(text: str, kind: str) -> None:
    assert classify(text)[0] == kind


def test_it_takes_dirt_off_the_front() -> None:
    assert classify("| CNT:01") == ("count", "CNT:01")
    assert classify("ST *DISPO:CONVICTED") == ("dispo", "*DISPO:CONVICTED")
    assert classify("' 459 PC-BURGLARY") == ("charge", "459 PC-BURGLARY")
    assert classify("AE 459 PC-BURGLARY") == ("charge", "459 PC-BURGLARY")
    assert classify("AE TRAFFIC VIOLATION") == ("text", "AE TRAFFIC VIOLATION")


def test_it_parts_what_a_lost_line_break_has_glued() -> None:
    glued = "CNT:01 #1 459 PC-BURGLARY *DISPO:CONVICTED CONV STATUS:FELONY SEN: 3 YEARS PROBATION COM: X"

    assert unglued(glued) == [
        "CNT:01 #1 459 PC-BURGLARY",
        "*DISPO:CONVICTED",
        "CONV STATUS:FELONY",
        "SEN: 3 YEARS PROBATION",
        "COM: X",
    ]


def test_it_parts_separators_and_the_end_too() -> None:
    assert unglued(
        "* * * * COURT: NAM:01 20010201 CASC X CNT:01 #1 SEN: 3 YEARS - - - - COURT: NAM:01 * * * END OF MESSAGE"
    ) == [
        "* * * *",
        "COURT: NAM:01 20010201 CASC X",
        "CNT:01 #1",
        "SEN: 3 YEARS",
        "- - - -",
        "COURT: NAM:01",
        "* * * END OF MESSAGE",
    ]


def test_a_line_of_any_length_is_parted_in_little_time() -> None:
    assert unglued("A:" + " " * 100_000 + "B:") == ["A:  B:"]
    assert len(unglued("* " * 50_000)) < 50_000


def test_it_leaves_a_line_whole_that_only_looks_glued() -> None:
    assert unglued("ARR/DET/CITE:         NAM:02  DOB:19550505") == ["ARR/DET/CITE:         NAM:02  DOB:19550505"]
    assert unglued("COM: CNT:01 CHRG-594 PC TOC:F") == ["COM: CNT:01 CHRG-594 PC TOC:F"]
    assert unglued("COM: SEE CNT:02 OF CASE") == ["COM: SEE CNT:02 OF CASE"]
