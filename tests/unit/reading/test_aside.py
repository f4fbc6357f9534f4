from vacatur.reading import read_text
from vacatur.reading.aside import with_aside
from vacatur.records.record import SetApart, SetApartKind, UnreadLine

SHEET = (
    "ATTN:FICTIONAL\nCII/A99000001\nNAM/01 FICTIONAL,ONE\n* * * *\nCOURT: NAM:01\n20010201  CASC X\nODD WORDS\n\fIH\n"
)


def test_texts_are_unread_behind_the_lines_of_their_page() -> None:
    record = with_aside(read_text(SHEET), 1, 7, ("Received", "filed"))

    assert record.unread == (
        UnreadLine(1, 7, "ODD WORDS", 1),
        UnreadLine(1, 8, "Received", 2),
        UnreadLine(1, 9, "filed", 2),
    )


def test_sensitive_texts_are_set_apart() -> None:
    record = with_aside(read_text(SHEET), 2, 1, ("ADR-1 FICTION ST",))

    assert record.set_apart == (SetApart(2, 2, SetApartKind.ADDRESS, "ADR-1 FICTION ST"),)
    assert len(record.unread) == 1
