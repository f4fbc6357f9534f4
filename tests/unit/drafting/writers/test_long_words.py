"""Words longer than their line."""

import pytest

from vacatur.drafting.writers.long_words import LINE, cut_words


@pytest.mark.parametrize("text", ["", "a short line", "  spaces   kept ", "interdisciplinary " * 20])
def test_words_that_fit_are_left_whole(text: str) -> None:
    assert cut_words(text, LINE) == [text]


def test_a_long_word_is_cut_and_nothing_of_it_is_lost() -> None:
    text = f"see https://example.org/{'x' * 200} for it"
    pieces = cut_words(text, LINE)

    assert len(pieces) > 2
    assert "".join(pieces) == text
    assert pieces[0].startswith("see https://")
    assert pieces[-1].endswith(" for it")


def test_capitals_take_more_room_than_small_letters() -> None:
    assert len(cut_words("M" * 100, 200)) > len(cut_words("i" * 100, 200)) > 1


def test_a_letter_wider_than_the_room_stands_alone() -> None:
    assert cut_words("MM", 1) == ["M", "M"]
