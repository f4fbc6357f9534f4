import pytest

from vacatur.reading.banners import ASK_AGAIN, DECEASED, MULTIPLE_SOURCE, Banners
from vacatur.reading.identity import IdentityBlock
from vacatur.reading.ledger import Ledger
from vacatur.reading.lines import lines_of
from vacatur.records.record import SetApartKind


def banners_of(*texts: str) -> Banners:
    lines, _ = lines_of("\n".join(texts))
    ledger = Ledger(lines)
    banners = Banners(ledger, IdentityBlock())
    for ledger.now, line in enumerate(lines):
        banners.take(line.text)
    return banners


def test_it_keeps_the_words_without_their_stars() -> None:
    assert banners_of("** PALM PRINT ON FILE", "*  COLLECT DNA   *").ledger.banners == [
        "PALM PRINT ON FILE",
        "COLLECT DNA",
    ]


@pytest.mark.parametrize(
    ("text", "warning"),
    [
        ("** III MULTIPLE SOURCE RECORD", MULTIPLE_SOURCE),
        ("III MULTI-STATE RECORD", MULTIPLE_SOURCE),
        ("**DECEASED 19990101", DECEASED),
        ("RECORD ERROR - REFER TO CRIMINAL HISTORY INQUIRY MANUAL", ASK_AGAIN),
    ],
)
def test_it_tells_what_a_banner_asks_a_person_to_do(text: str, warning: str) -> None:
    assert banners_of(text).ledger.warnings == [warning]


def test_it_sets_apart_a_sensitive_banner_until_the_next_begins() -> None:
    ledger = banners_of('**"ALERT - SUBJECT UNDER SUPERVISION', "OF A HOSPITAL", "**LIVE SCAN").ledger

    assert [(one.line, one.kind) for one in ledger.set_apart()] == [
        (1, SetApartKind.MENTAL_HEALTH),
        (2, SetApartKind.MENTAL_HEALTH),
    ]
    assert ledger.banners == ["LIVE SCAN"]


def test_it_finds_the_number_of_a_record_being_consolidated() -> None:
    assert banners_of("WITH THIS CII RECORD: CII/99000012").identity.cii == ["99000012"]


def test_a_frame_opens_and_closes_a_box_and_does_not_stay_open_for_ever() -> None:
    banners = banners_of()

    banners.frame()
    assert banners.is_banner("text", "ANY WORDS")
    banners.frame()
    assert not banners.is_banner("text", "ANY WORDS")

    banners.frame()
    for _ in range(12):
        banners.ledger.lines = lines_of("X")[0]
        banners.ledger.now = 0
        banners.take("X")
    assert not banners.is_banner("text", "ANY WORDS")


@pytest.mark.parametrize(
    "text", ["FOR CALIFORNIA AGENCIES ONLY", "DO NOT COLLECT DNA", "POTENTIAL ENTRIES WITH FELONY"]
)
def test_it_knows_banners_that_have_lost_their_stars(text: str) -> None:
    assert banners_of().is_banner("text", text)
