"""How much room a caption needs."""

from tests.unit.drafting.writers.papers import COUNSEL, caption, words
from vacatur.drafting.writers.caption_room import counsel_lines, is_tight, party_is_tight


def test_the_line_for_whom_counsel_appears_comes_last_and_may_be_absent() -> None:
    assert counsel_lines(caption())[-1] == words("Attorney for Petitioner M.A.V.")
    assert counsel_lines(caption(attorney_for=())) == COUNSEL


def test_seven_short_lines_are_double_spaced() -> None:
    assert not is_tight(caption())


def test_an_eighth_line_or_a_long_one_makes_counsel_single_spaced() -> None:
    assert is_tight(caption(counsel=(*COUNSEL, words("Fax"))))
    assert is_tight(caption(counsel=(words("A very long name of an invented law center"),)))


def test_many_case_numbers_make_the_columns_single_spaced() -> None:
    assert not party_is_tight(caption())
    assert party_is_tight(caption(case_numbers=tuple(words(f"Case No. {n}") for n in range(20))))
