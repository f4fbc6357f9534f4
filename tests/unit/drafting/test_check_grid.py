"""The measures of pleading paper, on pages made by hand: each fault is seen for itself."""

from collections.abc import Iterable
from dataclasses import replace

import pytest

from tests.unit.drafting.writers.papers import caption, paper, words
from vacatur.doors.pdf_lines import Piece, PrintedPage
from vacatur.drafting.blocks import Paper, Paragraph
from vacatur.drafting.check_grid import check_grid, drift_of

TITLE = "PETITION FOR VACATUR RELIEF"


def at(line: float, text: str = "Text", *, x: float = 108.0, right: float = 200.0) -> Piece:
    return Piece(text, x, right, 87.6 + 24 * (line - 1), 12.0, "LiberationSerif", artifact=False)


NUMBERS = tuple(replace(at(n, str(n), x=78, right=86), artifact=True) for n in range(1, 29))
FOOT = (
    Piece("1", 300, 310, 752.0, 10.0, "LiberationSerif", artifact=True),
    Piece(TITLE, 200, 400, 769.0, 10.0, "LiberationSerif", artifact=True),
)
COURT = at(8, "SUPERIOR COURT OF THE STATE OF CALIFORNIA", x=200, right=450)


def page(body: Iterable[Piece], *, numbers: Iterable[Piece] = NUMBERS, foot: Iterable[Piece] = FOOT) -> PrintedPage:
    return PrintedPage(1, 612, 792, (*numbers, *body, *foot))


def checks(made: PrintedPage, of: Paper | None = None) -> list[str]:
    return [problem.check for problem in check_grid(of or paper(Paragraph(words("Text"))), [made])]


def test_a_good_page_has_no_problem() -> None:
    assert checks(page([at(1), at(2), at(28)])) == []


def test_a_missing_or_doubled_number_is_seen() -> None:
    assert checks(page([at(1)], numbers=NUMBERS[:-1])) == ["numbers"]
    assert checks(page([at(1)], numbers=(*NUMBERS, NUMBERS[0]))) == ["numbers"]
    assert drift_of(page([at(1)], numbers=())) == 24


def test_numbers_unevenly_spaced_are_seen() -> None:
    moved = (*NUMBERS[:5], replace(NUMBERS[5], y=NUMBERS[5].y + 0.5), *NUMBERS[6:])

    assert checks(page([at(1)], numbers=moved)) == ["numbers"]


@pytest.mark.parametrize("off", [0.15, 5.0, 12.0, -0.2])
def test_text_beside_its_number_is_seen_by_a_tenth_of_a_point(off: float) -> None:
    drifted = replace(at(5), y=at(5).y + off)

    assert checks(page([at(1), drifted])) == ["drift"]
    assert drift_of(page([at(1), drifted])) == pytest.approx(abs(off), abs=0.001)


def test_single_spaced_text_may_stand_between_two_numbers_if_a_line_is_right_above() -> None:
    assert checks(page([at(5), at(5.5), at(6), at(6.5)])) == []
    assert checks(page([at(5), at(6.5)])) == ["drift"]


def test_text_in_a_margin_is_seen() -> None:
    assert checks(page([at(1, x=60)])) == ["margins"]
    assert checks(page([at(1, right=590)])) == ["margins"]


def test_a_footer_without_number_or_title_or_too_small_is_seen() -> None:
    number, title = FOOT

    assert checks(page([at(1)], foot=[title])) == ["footer"]
    assert checks(page([at(1)], foot=[number])) == ["footer"]
    assert checks(page([at(1)], foot=[number, replace(title, size=9.0)])) == ["footer"]
    assert checks(page([at(1)], foot=[replace(number, y=780.0), title])) == ["footer"]


def test_a_footer_of_two_lines_is_read_as_one_title() -> None:
    number, title = FOOT
    foot = [number, replace(title, text="PETITION FOR "), replace(title, text="VACATUR RELIEF", y=780)]

    assert checks(page([at(1)], foot=foot)) == []


def test_the_court_belongs_on_line_8() -> None:
    made = paper(caption())

    assert checks(page([at(1), COURT]), made) == []
    assert checks(page([at(1), replace(COURT, y=at(7).y)]), made) == ["court", "clerk"]
    assert checks(page([at(1), at(8, "COUNTY OF LOS ANGELES")]), made) == ["court"]


def test_the_clerks_space_must_be_empty() -> None:
    assert checks(page([at(3, x=320, right=400), COURT]), paper(caption())) == ["clerk"]


def test_problems_are_sentences_with_their_rule() -> None:
    [problem] = check_grid(paper(Paragraph(words("x"))), [page([at(1.2)])])

    assert problem.sentence == "Page 1 has text that does not stand beside its line number."
    assert problem.cite == "CRC 2.108"
    assert problem.paper == "petition"
