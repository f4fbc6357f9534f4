from collections.abc import Callable

import pytest

from vacatur.reading.text_lines import DOUBTFUL_CHARGE
from vacatur.records.record import Count, Level, Record, SetApartKind


def test_a_charge_may_be_words_only(read_count: Callable[[str], Count]) -> None:
    count = read_count("  TRAFFIC VIOLATION    TOC:I\n")

    assert (count.code, count.section, count.description) == (None, None, "TRAFFIC VIOLATION")
    assert count.charged_level is Level.INFRACTION


def test_the_words_of_a_charge_may_wrap(read_count: Callable[[str], Count]) -> None:
    count = read_count("  459 PC-BURGLARY OF A VERY\n      LONG KIND   TOC:F\n")

    assert (count.description, count.charged_level) == ("BURGLARY OF A VERY LONG KIND", Level.FELONY)


@pytest.mark.parametrize("dirt", ["X", "ab", "~~~"])
def test_a_few_stray_characters_are_no_charge(read_count: Callable[[str], Count], dirt: str) -> None:
    assert read_count(f"{dirt}\n  459 PC-BURGLARY\n").comments == ()


def test_a_word_of_sentences_on_a_line_of_its_own_is_read(read_count: Callable[[str], Count]) -> None:
    count = read_count("  459 PC-BURGLARY\n*DISPO:CONVICTED\n   SEN: 1 YR PRISON\n        SS\n")

    assert count.dispositions[0].sentence[0].suspended


def test_words_that_belong_nowhere_are_unread(read_body: Callable[[str], Record]) -> None:
    record = read_body("COURT: NAM:01\n20010101  CASC X\nWORDS\nCNT:01 #1\n  459 PC-BURGLARY\nMORE WORDS\n")

    assert [unread.text for unread in record.unread] == ["WORDS", "MORE WORDS"]


def test_sensitive_words_are_set_apart_wherever_they_stand(read_body: Callable[[str], Record]) -> None:
    record = read_body(
        "COURT: NAM:01\n20010101  CASC X\nCNT:01 #1\n"
        "  459 PC-BURGLARY\nDISPO:DISMISSED\n   SEE ADR-5 FICTION ST\n   LOS ANGELES\n"
    )

    assert [(one.line, one.kind) for one in record.set_apart] == [
        (11, SetApartKind.ADDRESS),
        (12, SetApartKind.ADDRESS),
    ]
    assert record.cycles[0].events[0].counts[0].dispositions[0].text == "DISMISSED"


def test_a_charge_that_could_not_be_read_is_told(read_body: Callable[[str], Record]) -> None:
    record = read_body("COURT: NAM:01\n20010101  CASC X\nCNT:01 #1\n  459 P0-BURGLARY\nCNT:02\n  TRAFFIC VIOLATION\n")

    assert record.cycles[0].events[0].counts[0].description == "459 P0-BURGLARY"
    assert record.warnings == (DOUBTFUL_CHARGE.format(place="page 1, line 9"),)
