import pytest

from vacatur.reading.set_apart import hinted, sensitive, shown, shown_disposition, without_sensitive
from vacatur.records.record import SetApartKind as Kind


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("ADR-211 FICTION ST, LOS ANGELES", Kind.ADDRESS),
        ("SCN-1 ADR: 5 FICTION ST", Kind.ADDRESS),
        ("ADDRESS: 5 FICTION ST", Kind.ADDRESS),
        ("SOC/000000001", Kind.SSN),
        ("SSN 000000001", Kind.SSN),
        ("SEE 000-00-0000", Kind.SSN),
        ("AIDS TEST RESULTS ON FILE", Kind.MEDICAL),
        ("HIV POSITIVE", Kind.MEDICAL),
        ("DEPARTMENT OF MENTAL HEALTH", Kind.MENTAL_HEALTH),
        ('**"ALERT - SUBJECT', Kind.MENTAL_HEALTH),
        ("5150 WI-DETAINED", Kind.MENTAL_HEALTH),
        ("ADR 5 FICTION ST", Kind.ADDRESS),
        ("TB POSITIVE", Kind.MEDICAL),
        ("COMM TO PATTON STATE HOSPITAL", Kind.MENTAL_HEALTH),
        ("DEFT MENTALLY INCOMPETENT", Kind.MENTAL_HEALTH),
        ("QUADRANT", None),
        ("ASSOCIATION", None),
        ("MAIDS", None),
        ("PROC SUSP/COMM MENTALLY INCOMP 1370 PC", Kind.MENTAL_HEALTH),
        ("PROC SUSP 1368 PC", Kind.MENTAL_HEALTH),
        ("PC 1370.01", Kind.MENTAL_HEALTH),
        ("NOT GUILTY BY REASON OF INSANITY", Kind.MENTAL_HEALTH),
        ("DISPO:NGI", Kind.MENTAL_HEALTH),
        ("DIVERSION 1001.36 PC", Kind.MENTAL_HEALTH),
        ("PROC REINSTATED/COMPETENCY RESTORED", Kind.MENTAL_HEALTH),
        ("COMM TO STATE HOSP", Kind.MENTAL_HEALTH),
        ("NAM/01 NGI,FICTIONAL", None),
        ("MON/INSANE", None),
        ("CNT:01 #1370", None),
        ("11370 HS-SALE", None),
        ("368(B) PC-MENTAL SUFFERING OF ELDER", None),
        ("PROC SUSP", None),
        ("#123-45-6789", None),
    ],
)
def test_it_says_why_a_line_is_set_apart(text: str, kind: Kind | None) -> None:
    assert sensitive(text) is kind


def test_an_address_goes_from_its_mark_to_the_end() -> None:
    assert without_sensitive("SCN-1 ADR-5 FICTION ST") == ("SCN-1 [address set apart]", Kind.ADDRESS)


def test_other_kinds_take_the_whole_text() -> None:
    assert shown("SOC 000-00-0000 ADR-5 FICTION ST") == "[number set apart]"
    assert shown("SEE 000-00-0000 FOR MORE") == "[number set apart]"
    assert shown("AIDS TEST ADR-5 FICTION ST") == "[medical line set apart]"


def test_plain_text_is_shown_as_it_is() -> None:
    assert without_sensitive("PHOTO AVAILABLE") == ("PHOTO AVAILABLE", None)


def test_it_points_at_the_rows_that_need_a_second_look() -> None:
    assert hinted("A\nADR-1\nB\n000-00-0000\nASSOCIATION") == {1, 3, 4}
    assert hinted("") == set()


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("PROC SUSP/COMM MENTALLY INCOMP 1370 PC", "PROC SUSP [mental-health line set apart]"),
        ("PROCEEDINGS SUSPENDED 1368 PC", "PROCEEDINGS SUSPENDED [mental-health line set apart]"),
        ("NOT GUILTY BY REASON OF INSANITY", "[mental-health line set apart]"),
        ("PROC SUSP", "PROC SUSP"),
        ("DISMISSED", "DISMISSED"),
    ],
)
def test_a_disposition_shows_that_proceedings_were_suspended_and_not_why(text: str, seen: str) -> None:
    assert shown_disposition(text) == seen
