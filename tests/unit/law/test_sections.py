import pytest

from vacatur.law.errors import LawError
from vacatur.law.sections import Section, asked_sections, is_attempt, listed_section, printed_sections


@pytest.mark.parametrize(
    ("listed", "asked", "covers"),
    [
        ("PC 496", "PC 496(a)(2)", True),
        ("PC 496(a)", "PC 496(a)(2)", True),
        ("PC 496(a)(2)", "PC 496(a)", False),
        ("PC 496", "PC 496d", False),
        ("PC 288", "PC 288.5", False),
        ("PC 11350", "HS 11350", False),
        ("US 18 1591(a)", "US 18 1591(a)(1)", True),
    ],
)
def test_a_section_covers_its_subdivisions_and_nothing_else(listed: str, asked: str, covers: bool) -> None:
    assert listed_section(listed, "f").covers(listed_section(asked, "f")) is covers


def test_a_section_is_written_back_as_it_was() -> None:
    for text in ("PC 496(a)(2)", "PC 273a(b)", "US 18 1591(a)", "VC 14601.1"):
        assert listed_section(text, "f").text == text


@pytest.mark.parametrize("text", ["496(a)", "PC", "PC 496(a", "pc 496", "PC 496 (a)", "PC abc"])
def test_what_is_no_section_is_refused_with_its_file(text: str) -> None:
    with pytest.raises(LawError, match=r"offenses/x\.toml.*is not a section"):
        listed_section(text, "offenses/x.toml")


def test_the_narrower_of_joined_sections_counts() -> None:
    assert asked_sections("PC", "459/460(b)") == (Section("PC", "460", ("b",)),)


def test_joined_sections_without_subdivisions_all_count() -> None:
    assert asked_sections("PC", "236/237") == (Section("PC", "236"), Section("PC", "237"))


def test_the_attempt_statute_is_no_charge_of_its_own() -> None:
    assert asked_sections("PC", "664/211") == (Section("PC", "211"),)
    assert is_attempt("664/211")
    assert not is_attempt("211")


def test_what_cannot_be_read_names_no_section() -> None:
    assert asked_sections("PC", "???") == ()


def test_every_printed_section_is_kept_for_a_list_that_closes() -> None:
    assert printed_sections("PC", "664/211/460(b)") == (Section("PC", "211"), Section("PC", "460", ("b",)))
