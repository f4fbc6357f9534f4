from collections.abc import Callable
from pathlib import Path

import pytest

from vacatur.law import LawError, pack
from vacatur.law.words import Words, holes

Write = Callable[[str, str], Path]


def words(write: Write, text: str) -> Words:
    return Words(write("words/en/clock.toml", text), "en")


def test_a_sentence_is_found_by_group_and_key_and_its_holes_are_filled(write: Write) -> None:
    assert words(write, 'due = "Due on {day}."').write("clock.due", {"day": "Monday", "unused": 1}) == "Due on Monday."


def test_a_hole_left_open_is_an_error(write: Write) -> None:
    with pytest.raises(LawError, match="need a value for 'day'"):
        words(write, 'due = "Due on {day}."').write("clock.due", {})


def test_a_reason_without_words_is_an_error_that_names_the_file(write: Write) -> None:
    with pytest.raises(LawError, match=r"words/en/clock.toml: there are no words for 'clock.late'"):
        words(write, 'due = "x"').sentence("clock.late")


@pytest.mark.parametrize("text", ['due = "{day"', 'due = "{0}"', 'due = "{a.b}"', 'due = "{}"'])
def test_a_hole_must_be_a_plain_name(write: Write, text: str) -> None:
    with pytest.raises(LawError, match=r"braces|plain name"):
        words(write, text).sentence("clock.due")


def test_an_unknown_language_is_an_error() -> None:
    with pytest.raises(LawError, match=r"words/xx/clock.toml"):
        pack().words("clock.due", lang="xx")


def test_it_lists_every_reason(write: Write) -> None:
    assert words(write, 'due = "x"\nlate = "y"').ids() == ("clock.due", "clock.late")


def test_holes_are_the_names_in_braces() -> None:
    assert holes("From {a} to {b}, {{literally}}.") == {"a", "b"}


def test_the_pack_writes_a_sentence() -> None:
    assert pack().words("clock.in_person") == "Service in person adds no days."
