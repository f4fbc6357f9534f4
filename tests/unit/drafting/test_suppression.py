"""Values that must not be found. FICTIONAL people throughout."""

import pytest

from vacatur.drafting.suppression import folded, found_in, holds


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("filed by MARISOL ARANDA VEGA today", "Marisol Aranda Vega"),
        ("ARANDA VEGA,MARISOL", "Aranda Vega, Marisol"),
        ("Marisol\nAranda\n Vega", "Marisol Aranda Vega"),
        ("Marísol Áranda", "marisol aranda"),
        ("Marisol-Aranda's", "Marisol Aranda"),
        ("M a r i s o l A r a n d a", "Marisol Aranda"),
        ("MarisolAranda.pdf", "Marisol Aranda"),
        ("born 1990-05-06.", "1990-05-06"),
        ("CII A12345678", "a-12345678"),
    ],
)
def test_a_value_is_found_in_any_case_spacing_and_accent(text: str, value: str) -> None:
    assert holds(folded(text), value)


@pytest.mark.parametrize(
    ("text", "value"),
    [("an analysis of it", "Ana"), ("the vegan menu", "Vega"), ("M.A.V. petitions", "Marisol"), ("anything", " - ")],
)
def test_a_short_value_is_not_found_inside_another_word_and_an_empty_one_never(text: str, value: str) -> None:
    assert not holds(folded(text), value)


def test_found_values_are_told_by_position_only() -> None:
    assert found_in(["one Marisol", "two"], ["Nobody", "Marisol", "two one"]) == (2,)
    assert found_in([], ["Marisol"]) == ()
