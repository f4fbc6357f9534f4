import pytest

from vacatur.reading.comments import read_comment
from vacatur.records.record import SetApartKind


@pytest.mark.parametrize(
    ("text", "section", "first", "last", "more"),
    [
        ("CHRG-537E(A) PC", "537e(a)", None, None, 0),
        ("CHRG 490,2 PC", "490.2", None, None, 0),
        ("CNT 01 CHRG-594(A)-(B) (2) (A) PC TEXT TOC:F", "594(a)", 1, 1, 0),
        ("CNT 02-04 CHRG-484 PC", "484", 2, 4, 0),
        ("CHRG-3 ADD CNTS OF 496.1 PC", "496.1", None, None, 3),
    ],
)
def test_it_finds_a_charge(text: str, section: str, first: int | None, last: int | None, more: int) -> None:
    (found,) = read_comment([text]).charges

    assert found.charge.sections.first == section
    assert (found.first, found.last, found.more) == (first, last, more)


def test_it_finds_several_charges_in_one_comment() -> None:
    found = read_comment(["CNT 01 CHRG-594 PC, CNT 02 CHRG-484 PC"]).charges

    assert [(one.first, one.charge.sections.first) for one in found] == [(1, "594"), (2, "484")]


@pytest.mark.parametrize("text", ["CHRG-UNKNOWN", "CHRG-999 ADD CNTS OF 496.1 PC"])
def test_a_charge_that_makes_no_sense_is_only_text(text: str) -> None:
    comment = read_comment([text])

    assert comment.charges == ()
    assert comment.text == text


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("SEN-X3 YR PROB, 90 DS JL", "3 YR PROB, 90 DS JL"),
        ("SEN-X,3 YR PROB", "3 YR PROB"),
        ("XSEN:3 YR PROB,90 DS JL", "3 YR PROB,90 DS JL"),
        ("SENTENCE CONCURRENT WITH FILE #743-2:", None),
    ],
)
def test_it_finds_the_rest_of_a_sentence(text: str, sentence: str | None) -> None:
    assert read_comment([text]).sentence == sentence


def test_it_finds_a_court_s_case_number() -> None:
    assert read_comment(["CRT CASE NBR 123488"]).numbers == ("123488",)


def test_it_joins_its_lines_and_takes_out_what_is_sensitive() -> None:
    comment = read_comment(["SCN-1  ADR-5 FICTION", "  AVE"])

    assert comment.text == "SCN-1 [address set apart]"
    assert comment.apart is SetApartKind.ADDRESS
