import datetime as dt

import pytest

from vacatur.drafting.days import count_words, day_words, iso_in_words, listed, span_words


def test_a_day_is_written_as_a_pleading_writes_it() -> None:
    assert day_words(dt.date(2014, 3, 9)) == "March 9, 2014"


def test_an_iso_day_inside_a_text_is_written_out_and_what_is_no_day_is_left() -> None:
    assert iso_in_words("Report of 2014-03-09, page 2") == "Report of March 9, 2014, page 2"
    assert iso_in_words("Number 2014-13-41") == "Number 2014-13-41"


@pytest.mark.parametrize(("count", "words"), [(0, "zero"), (1, "one"), (9, "nine"), (10, "10"), (45, "45")])
def test_counts_below_ten_are_words(count: int, words: str) -> None:
    assert count_words(count) == words


@pytest.mark.parametrize(
    ("count", "unit", "words"),
    [
        (1, "years", "one year"),
        (3, "years", "three years"),
        (90, "calendar days", "90 days"),
        (1, "court days", "one court day"),
    ],
)
def test_a_span_of_law_agrees_with_its_count(count: int, unit: str, words: str) -> None:
    assert span_words(count, unit) == words


@pytest.mark.parametrize(
    ("words", "joined"), [((), ""), (("a",), "a"), (("a", "b"), "a and b"), (("a", "b", "c"), "a, b, and c")]
)
def test_a_list_is_joined_in_words(words: tuple[str, ...], joined: str) -> None:
    assert listed(words) == joined
