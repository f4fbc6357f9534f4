import pytest

from vacatur.kit.sections import Sections, broader, normal_section, split_sections, stem


@pytest.mark.parametrize(
    ("printed", "normal"),
    [
        ("496 (A) (2)", "496(a)(2)"),
        ("537E(A)", "537e(a)"),
        ("490,2", "490.2"),
        ("12022.5", "12022.5"),
        ("647.(B)", "647(b)"),
        ("647(B}", "647(b)"),
        (" 459. ", "459"),
    ],
)
def test_a_section_has_one_form(printed: str, normal: str) -> None:
    assert normal_section(printed) == normal


@pytest.mark.parametrize(
    ("section", "base"), [("496(a)(2)", "496"), ("537e(a)", "537e"), ("1203.4a", "1203.4a"), ("(a)", "(a)")]
)
def test_the_stem_has_no_subdivisions(section: str, base: str) -> None:
    assert stem(section) == base


def test_broader_sections_come_longest_first() -> None:
    assert broader("496(a)(2)") == ("496(a)(2)", "496(a)", "496")
    assert broader("459") == ("459",)


@pytest.mark.parametrize(
    "printed",
    ["664-487(A)", "664/487(A)", "664.487(A)", "664487(A)", "487(A)-664", "487(A)/664", "487(A).664", "664(A)/487(A)"],
)
def test_every_form_of_664_is_an_attempt_at_the_section_beside_it(printed: str) -> None:
    assert split_sections(printed) == Sections("487(a)", (), attempt=True)


def test_664_alone_stays_an_attempt_at_nothing_named() -> None:
    assert split_sections("664") == Sections("664", (), attempt=True)


@pytest.mark.parametrize(
    ("printed", "first", "others"),
    [
        ("484(A)/490.5", "484(a)", ("490.5",)),
        ("484-487 (A)", "484", ("487(a)",)),
        ("594(A)-(B) (2) (A)", "594(a)", ("594(b)(2)(a)",)),
        ("11377-A", "11377", ("11377(a)",)),
        ("664/484/488", "484", ("488",)),
    ],
)
def test_double_sections_are_taken_apart(printed: str, first: str, others: tuple[str, ...]) -> None:
    found = split_sections(printed)

    assert (found.first, found.others) == (first, others)


def test_a_section_that_only_looks_like_an_attempt_is_none() -> None:
    assert split_sections("6640") == Sections("6640", (), attempt=False)
    assert split_sections("-/") == Sections("", (), attempt=False)
