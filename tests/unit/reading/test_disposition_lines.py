import json
from collections.abc import Callable
from datetime import date

import pytest

from vacatur.records.as_json import record_json
from vacatur.records.record import Count, DispositionKind, Event, Level, Record, SetApartKind

BURGLARY = "  459 PC-BURGLARY   TOC:F\n"
CONVICTED = BURGLARY + "*DISPO:CONVICTED\n   CONV STATUS:FELONY\n"


def test_a_disposition_has_the_event_s_date_and_its_own_place(read_count: Callable[[str], Count]) -> None:
    (disposition,) = read_count(CONVICTED).dispositions

    assert (disposition.kind, disposition.level) == (DispositionKind.CONVICTED, Level.FELONY)
    assert (disposition.date, disposition.date_raw) == (date(2001, 2, 1), "20010201")
    assert disposition.source.line == 11


def test_the_star_decides_nothing(read_count: Callable[[str], Count]) -> None:
    assert read_count(BURGLARY + "*DISPO:DISMISSED\n").dispositions[0].kind is DispositionKind.DISMISSED
    assert read_count(BURGLARY + "DISPO:CONVICTED\n").dispositions[0].kind is DispositionKind.CONVICTED


def test_a_disposition_may_wrap(read_count: Callable[[str], Count]) -> None:
    count = read_count(BURGLARY + "DISPO:PROS DEFERRED FOR REVOCATION\n      3056 PC\n      OF PAROLE\n")

    assert count.dispositions[0].text == "PROS DEFERRED FOR REVOCATION 3056 PC OF PAROLE"
    assert count.section == "459"


def test_no_disposition_stays_no_disposition(read_count: Callable[[str], Count]) -> None:
    assert read_count(BURGLARY).dispositions == ()


def test_a_dated_update_attaches_to_the_count_above(read_event: Callable[[str], Event]) -> None:
    event = read_event(
        "CNT:01 #1\n" + CONVICTED + "CNT:02\n" + BURGLARY + "20030405\n   DISPO:DISMISSED\n   DISPO:SENTENCE MODIFIED\n"
    )

    assert len(event.counts[0].dispositions) == 1
    assert [(one.kind, one.date) for one in event.counts[1].dispositions] == [
        (DispositionKind.DISMISSED, date(2003, 4, 5)),
        (DispositionKind.SENTENCE_MODIFIED, date(2003, 4, 5)),
    ]


def test_date_and_disposition_may_share_a_line(read_count: Callable[[str], Count]) -> None:
    (update,) = read_count(BURGLARY + "19850902 DISPO:NO LONGER INTERESTED\n").dispositions

    assert (update.text, update.date_raw) == ("NO LONGER INTERESTED", "19850902")


def test_a_later_disposition_never_erases_the_first(read_count: Callable[[str], Count]) -> None:
    count = read_count(
        CONVICTED
        + "20030405\n   DISPO:REDUCED TO MISDEMEANOR\n20040506\n   DISPO:CONV SET ASIDE & DISM PER 1203.4 PC\n"
    )

    assert [one.kind for one in count.dispositions] == [
        DispositionKind.CONVICTED,
        DispositionKind.REDUCED,
        DispositionKind.DISMISSED_1203_4,
    ]
    assert [one.level for one in count.dispositions] == [Level.FELONY, Level.MISDEMEANOR, None]


def test_who_received_an_update_is_kept_with_it(read_count: Callable[[str], Count]) -> None:
    count = read_count(CONVICTED + "20030405\n   RECVD BY:CASC X\n   DISPO:PROBATION REVOKED\n")

    assert count.dispositions[1].comments == ("RECVD BY:CASC X",)
    assert count.dispositions[0].comments == ()


def test_an_update_with_words_but_no_label_is_read_when_the_words_are_known(read_count: Callable[[str], Count]) -> None:
    count = read_count(CONVICTED + "20030405  PROBATION REVOKED\n")

    assert (count.dispositions[1].kind, count.dispositions[1].date) == (
        DispositionKind.PROBATION_REVOKED,
        date(2003, 4, 5),
    )


def test_an_update_s_date_that_nothing_follows_is_kept(read_count: Callable[[str], Count]) -> None:
    assert read_count(BURGLARY + "20030405\n").comments == ("20030405",)
    assert read_count(BURGLARY + "20030405  WORDS UNKNOWN\n20040506\n   COM: SCN-1\n").comments == (
        "20030405 WORDS UNKNOWN",
        "20040506 SCN-1",
    )


def test_a_status_without_its_disposition_is_told_and_not_guessed(read_body: Callable[[str], Record]) -> None:
    record = read_body("COURT: NAM:01\n20010101  CASC X\nCNT:01 #1\n  459 PC-BURGLARY\n   CONV STATUS:FELONY\n")
    (disposition,) = record.cycles[0].events[0].counts[0].dispositions

    assert (disposition.kind, disposition.level, disposition.text) == (DispositionKind.OTHER, Level.FELONY, "")
    assert "line 10" in record.warnings[0]


def test_a_sentence_wraps_under_its_text(read_count: Callable[[str], Count]) -> None:
    count = read_count(
        CONVICTED + "   SEN: 3 YEARS PROBATION, 30 DAYS JAIL,\n\n   Page 2 of 3\n\n'\nx\n        FINE SS, RESTN\n"
    )

    assert [part.text for part in count.dispositions[0].sentence] == [
        "3 YEARS PROBATION",
        "30 DAYS JAIL",
        "FINE SS",
        "RESTN",
    ]


def test_a_sentence_without_a_disposition_belongs_to_the_event(read_event: Callable[[str], Event]) -> None:
    event = read_event(
        "CNT:01 #1\n" + BURGLARY + "   SEN FROM: LOS ANGELES CO  CRT #44050\n   SEN:\n      180 DAYS JAIL\n"
    )

    assert [part.text for part in event.sentence] == ["180 DAYS JAIL"]
    assert event.other_numbers == ("44050",)
    assert event.comments == ("SEN FROM: LOS ANGELES CO CRT #44050",)


def test_the_control_number_is_kept_as_a_comment(read_count: Callable[[str], Count]) -> None:
    assert read_count(CONVICTED + "   DCN:T2345673500434000222\n").dispositions[0].comments == (
        "DCN:T2345673500434000222",
    )


@pytest.mark.parametrize(
    "status", ["CONV STATUS:\n   FELONY", "CONV STATUS:\n                FELONY", "CONV STATUS;\n\fFELONY"]
)
def test_the_level_may_stand_below_its_label(read_body: Callable[[str], Record], status: str) -> None:
    record = read_body(
        f"COURT: NAM:01\n20010201  CASC X\nCNT:01 #1\n  459 PC-BURGLARY\n*DISPO:CONVICTED\n   {status}\n   SEN: FINE\n"
    )
    (disposition,) = record.cycles[0].events[0].counts[0].dispositions

    assert (disposition.level, disposition.sentence[0].text) == (Level.FELONY, "FINE")
    assert record.unread == ()


@pytest.mark.parametrize("line", ["XQZ PLEA", "FELONY OFFENDER REGISTERED"])
def test_other_words_below_the_label_of_a_level_are_unread(read_body: Callable[[str], Record], line: str) -> None:
    record = read_body(
        f"COURT: NAM:01\n20010201  CASC X\nCNT:01 #1\n  459 PC-BURGLARY\n*DISPO:CONVICTED\n   CONV STATUS:\n{line}\n"
    )

    assert record.cycles[0].events[0].counts[0].dispositions[0].level is None
    assert [one.text for one in record.unread] == [line]


def test_a_level_that_cannot_be_read_is_unread(read_body: Callable[[str], Record]) -> None:
    record = read_body(
        "COURT: NAM:01\n20010201  CASC X\nCNT:01 #1\n  459 PC-BURGLARY\n*DISPO:CONVICTED\n   CONV STATUS:XQZ\n"
    )

    assert [one.text.strip() for one in record.unread] == ["CONV STATUS:XQZ"]


@pytest.mark.parametrize("mark", [":", ";", " :", ""])
@pytest.mark.parametrize("label", ["*DISPO:", "DISPO;"])
def test_a_level_on_the_line_of_its_disposition_is_read(
    read_count: Callable[[str], Count], label: str, mark: str
) -> None:
    (disposition,) = read_count(f"  459 PC-BURGLARY\n{label}CONVICTED   CONV STATUS{mark} FELONY\n").dispositions

    assert (disposition.text, disposition.level) == ("CONVICTED", Level.FELONY)


HEALTH = ("MENTAL ", "MENTALLY", "INCOMP", "1370", "1368", "1001.36", "INSAN", "STATE", "HOSP")


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("PROC SUSP/COMM MENTALLY INCOMP 1370 PC", DispositionKind.OTHER),
        ("PROC SUSP/COMM MENTALLY INCOMP\n      1370 PC", DispositionKind.OTHER),
        ("PROC SUSP/COMM\n      MENTALLY INCOMP", DispositionKind.OTHER),
        ("PROC SUSP/COMM MENTALLY\n      INCOMP", DispositionKind.OTHER),
        ("PROC SUSP/COMM TO STATE\n      HOSP", DispositionKind.OTHER),
        ("PROC SUSP 1368 PC", DispositionKind.OTHER),
        ("NOT GUILTY BY REASON OF INSANITY", DispositionKind.OTHER),
        ("DIVERSION 1001.36 PC", DispositionKind.DIVERTED),
        ("DISMISSED 1001.36 PC", DispositionKind.DISMISSED),
    ],
)
@pytest.mark.parametrize("update", ["", "20020303\n"])
def test_a_disposition_that_tells_of_health_keeps_its_kind_and_date_alone(
    read_body: Callable[[str], Record], words: str, kind: DispositionKind, update: str
) -> None:
    record = read_body(f"COURT: NAM:01\n20010201  CASC X\nCNT:01 #1\n  459 PC-BURGLARY\n{update}DISPO:{words}\n")
    (disposition,) = record.cycles[0].events[0].counts[0].dispositions
    shown = json.dumps(record_json(record))

    assert (disposition.kind, disposition.date) == (kind, date(2002, 3, 3) if update else date(2001, 2, 1))
    assert not [word for word in HEALTH if word in shown]
    assert {one.kind for one in record.set_apart} == {SetApartKind.MENTAL_HEALTH}
