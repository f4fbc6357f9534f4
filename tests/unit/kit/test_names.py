import pytest

from vacatur.kit.names import folded, in_speech, same_code, tidy_name


def test_a_name_is_kept_as_printed_but_for_stray_spaces() -> None:
    assert tidy_name("  ARANDA  VEGA , MARISOL ") == "ARANDA VEGA, MARISOL"


@pytest.mark.parametrize(
    ("one", "other"), [("García, José", "GARCIA JOSE"), ("O'NEIL-SMITH", "o neil smith"), ("Straße", "strasse")]
)
def test_folded_names_compare_without_accents_case_and_marks(one: str, other: str) -> None:
    assert folded(one) == folded(other)


def test_a_name_can_be_said_in_the_order_of_speech() -> None:
    assert in_speech("ARANDA VEGA,MARISOL") == "MARISOL ARANDA VEGA"
    assert in_speech("MADONNA") == "MADONNA"


def test_codes_compare_by_number() -> None:
    assert same_code("02", "002")
    assert not same_code("02", "03")
    assert not same_code(None, "02")
    assert not same_code("0X", "02")
