import pytest

from vacatur.reading.text import after_colon


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("SEN: 3 YEARS", "3 YEARS"),
        ("COM; A: B", "A: B"),
        ("STATIS.FELONY", "FELONY"),
        ("COM: A; B", "A; B"),
        ("NOTHING", ""),
        ("X:", ""),
    ],
)
def test_it_takes_what_follows_the_label(text: str, rest: str) -> None:
    assert after_colon(text) == rest
