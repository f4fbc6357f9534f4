from vacatur.reading.ledger import NOTHING_READ, Ledger
from vacatur.reading.lines import lines_of
from vacatur.records.record import SetApart, SetApartKind, UnreadLine
from vacatur.records.source import Source


def ledger_of(text: str) -> Ledger:
    return Ledger(lines_of(text)[0])


def leave(ledger: Ledger, *indexes: int) -> None:
    for ledger.now in indexes:
        ledger.leave()


def test_a_line_is_understood_unless_someone_says_otherwise() -> None:
    ledger = ledger_of("A\nB\nC")
    leave(ledger, 1)
    ledger.now = 2
    ledger.apart(SetApartKind.ADDRESS)

    assert ledger.read_lines() == (Source(1, 1),)
    assert ledger.unread_lines() == (UnreadLine(1, 2, "B", 1),)
    assert ledger.set_apart() == (SetApart(1, 3, SetApartKind.ADDRESS, "C"),)


def test_setting_apart_outweighs_leaving_unread() -> None:
    ledger = ledger_of("ADR-1 FICTION ST\nB")
    leave(ledger, 0, 1)

    ledger.settle()

    assert [unread.text for unread in ledger.unread_lines()] == ["B"]
    assert [one.kind for one in ledger.set_apart()] == [SetApartKind.ADDRESS]


def test_unread_lines_that_stand_together_share_a_block() -> None:
    ledger = ledger_of("A\n\nB\nREAD\nC\nD")
    leave(ledger, 0, 2, 4, 5)

    assert [(unread.text, unread.block) for unread in ledger.unread_lines()] == [("A", 1), ("B", 1), ("C", 2), ("D", 2)]


def test_a_warning_is_told_once_with_its_place() -> None:
    ledger = ledger_of("A")
    ledger.now = 0
    ledger.warn_here("Look at {place}.")
    ledger.warn_here("Look at {place}.")

    assert ledger.warnings == ["Look at page 1, line 1."]


def test_a_banner_is_kept_once_and_never_empty() -> None:
    ledger = ledger_of("A")
    for words in ("X", "", "X"):
        ledger.banner(words)

    assert ledger.banners == ["X"]


def test_a_page_that_gave_nothing_is_told() -> None:
    ledger = ledger_of("A\nPAGE 1\fB\nPAGE 2\f\n\fPAGE 4")
    ledger.bare = {1, 3, 5}
    leave(ledger, 2)

    ledger.settle()

    assert ledger.warnings == [NOTHING_READ.format(page=2), NOTHING_READ.format(page=4)]
