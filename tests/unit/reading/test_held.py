from vacatur.reading.headers import Details
from vacatur.reading.held import Held, join
from vacatur.reading.ledger import Ledger
from vacatur.reading.lines import lines_of


def held_of(*details: Details) -> Held:
    held = Held(Ledger(lines_of("\n".join(["A"] * len(details)))[0]))
    for held.ledger.now, one in enumerate(details):
        held.add(one)
    return held


def test_what_is_held_is_given_to_the_next_header() -> None:
    held, header = held_of(Details(name_code="02"), Details(birth_raw="19810303")), Details(rest="CAPD X")

    held.give(header)

    assert header == Details("02", "19810303", None, "CAPD X")
    assert held.ledger.unread == {}


def test_it_is_given_once() -> None:
    held = held_of(Details(name_code="02"))
    held.give(Details())
    again = Details()

    held.give(again)
    held.drop()

    assert (again, held.ledger.unread) == (Details(), {})


def test_the_headers_own_word_counts_for_more_and_the_other_stays_unread() -> None:
    held, header = held_of(Details(name_code="02")), Details(name_code="01")

    held.give(header)

    assert header.name_code == "01"
    assert list(held.ledger.unread) == [0]


def test_a_second_code_is_unread() -> None:
    assert list(held_of(Details(name_code="02"), Details(name_code="03")).ledger.unread) == [1]


def test_without_a_header_it_stays_unread() -> None:
    held = held_of(Details(name_code="02"), Details(birth_raw="19810303"))

    held.drop()

    assert list(held.ledger.unread) == [0, 1]


def test_join_says_whether_all_found_a_place() -> None:
    assert join(Details(name_code="02"), Details(name_code="02", date_raw="20010101"))
    assert not join(Details(name_code="02"), Details(name_code="03"))
