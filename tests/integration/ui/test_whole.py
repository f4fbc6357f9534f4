"""What somebody sends as a number is one, or none."""

import pytest

from probono.ui.whole import whole


@pytest.mark.parametrize(("text", "number"), [("0", 0), ("17", 17), ("007", 7), ("999999999", 999_999_999)])
def test_a_number_is_read(text: str, number: int) -> None:
    assert whole(text) == number


@pytest.mark.parametrize("text", ["", "-1", "+1", "1.5", "1 ", "x", "²", "٣", "9" * 5000])
def test_anything_else_is_none(text: str) -> None:
    assert whole(text) == -1
    assert whole(text, otherwise=0) == 0
