"""FICTIONAL."""

from vacatur.immigration.custody import custody_printed
from vacatur.records.record import SentenceKind, SentencePart


def part(kind: SentenceKind, text: str) -> SentencePart:
    return SentencePart(kind, text)


def test_jail_and_prison_are_shown_in_the_sheet_s_own_words() -> None:
    sentence = [
        part(SentenceKind.PROBATION, "3 YEARS PROBATION"),
        part(SentenceKind.JAIL, "180 DAYS JAIL"),
        part(SentenceKind.PRISON, "2 YEARS PRISON SS"),
    ]

    assert custody_printed(sentence) == "180 DAYS JAIL; 2 YEARS PRISON SS"


def test_a_sentence_without_custody_shows_none() -> None:
    assert custody_printed([part(SentenceKind.FINE, "FINE")]) is None
    assert custody_printed([]) is None
