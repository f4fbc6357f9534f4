from vacatur.law.case_table import read_rows, record_of
from vacatur.records.item import Item
from vacatur.records.items import items_of
from vacatur.tracking.changes import Change, changes

HEAD = "case | code | section | attempt | level | arrest | court | disposition | sentence\n"


def item(row: str) -> Item:
    (found,) = items_of(record_of(read_rows(HEAD + row, "sheet")))
    return found


PLAIN = "A1 | PC | 647(b) | | M | 2014-03-09 | 2014-04-02 | convicted | 012 months probation"


def test_padding_and_spaces_change_nothing() -> None:
    assert changes(item(PLAIN), item(PLAIN.replace("012 months", "12 months"))) == ()


def test_a_suspended_sentence_is_another_sentence() -> None:
    (change,) = changes(item(PLAIN), item(PLAIN + " suspended"))

    assert change == Change("sentence", "12 months probation", "12 months probation suspended")


def test_an_attempt_is_another_charge() -> None:
    found = changes(item(PLAIN), item(PLAIN.replace("647(b) | |", "647(b) | yes |")))

    assert Change("charge", "PC 647(b)", "PC 647(b) (attempt)") in found


def test_a_second_equal_disposition_is_told_apart() -> None:
    once = PLAIN.replace("| convicted |", "| convicted; probation_revoked 2015-01-01 |")
    twice = PLAIN.replace("| convicted |", "| convicted; probation_revoked 2015-01-01; probation_revoked 2015-01-01 |")

    assert changes(item(once), item(twice)) == (Change("disposition", None, "probation revoked 2015-01-01 (2)"),)


def test_a_sentence_that_vanished_is_a_change() -> None:
    assert Change("sentence", "12 months probation", None) in changes(item(PLAIN), item(PLAIN.rpartition("|")[0] + "|"))
