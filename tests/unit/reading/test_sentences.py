import pytest

from vacatur.reading.sentences import read_sentence
from vacatur.records.record import SentenceKind, SentencePart

PROBATION, JAIL, PRISON = SentenceKind.PROBATION, SentenceKind.JAIL, SentenceKind.PRISON
FINE, RESTITUTION, OTHER = SentenceKind.FINE, SentenceKind.RESTITUTION, SentenceKind.OTHER


def test_it_reads_the_parts_in_order() -> None:
    assert read_sentence("3 YEARS PROBATION, 030 DAYS JAIL, FINE, RESTN") == (
        SentencePart(PROBATION, "3 YEARS PROBATION", years=3),
        SentencePart(JAIL, "030 DAYS JAIL", days=30),
        SentencePart(FINE, "FINE"),
        SentencePart(RESTITUTION, "RESTN"),
    )


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("1 YR PRISON SS", SentencePart(PRISON, "1 YR PRISON SS", years=1, suspended=True)),
        ("015 DAYS JAIL SS", SentencePart(JAIL, "015 DAYS JAIL SS", days=15, suspended=True)),
        ("365 DS JL CC", SentencePart(JAIL, "365 DS JL CC", days=365, concurrent=True)),
        ("2 YRS 8 MOS PRISON CS", SentencePart(PRISON, "2 YRS 8 MOS PRISON CS", years=2, months=8, consecutive=True)),
        ("16 MO PRISON CONCURRENT", SentencePart(PRISON, "16 MO PRISON CONCURRENT", months=16, concurrent=True)),
        ("PROBATION", SentencePart(PROBATION, "PROBATION")),
        ("90 DS JL WORK", SentencePart(JAIL, "90 DS JL WORK", days=90)),
        ("IMP SEN SS", SentencePart(OTHER, "IMP SEN SS", suspended=True)),
        ("WORK PROGRAM", SentencePart(OTHER, "WORK PROGRAM")),
        ("10 DAYS COMM SERV", SentencePart(OTHER, "10 DAYS COMM SERV", days=10)),
        ("RESIN", SentencePart(RESTITUTION, "RESIN")),
        ("RESTITUTION FINE", SentencePart(FINE, "RESTITUTION FINE")),
        ("FINESS", SentencePart(FINE, "FINESS")),
    ],
)
def test_it_reads_one_part(text: str, part: SentencePart) -> None:
    assert read_sentence(text) == (part,)


def test_it_parts_what_no_comma_parts() -> None:
    assert read_sentence("$1,971 FINE $420 RSTN") == (
        SentencePart(FINE, "$1,971 FINE"),
        SentencePart(RESTITUTION, "$420 RSTN"),
    )
    assert [part.kind for part in read_sentence("3 YR PROB 90 DS JL")] == [PROBATION, JAIL]


def test_a_tail_after_its_comma_belongs_to_the_part_before() -> None:
    assert read_sentence("1 YR PRISON, SS") == (SentencePart(PRISON, "1 YR PRISON SS", years=1, suspended=True),)


def test_empty_items_and_stray_marks_fall_away() -> None:
    assert read_sentence("FINE, , ', . ,RESTN") == (SentencePart(FINE, "FINE"), SentencePart(RESTITUTION, "RESTN"))
    assert read_sentence(" , '. ") == ()
