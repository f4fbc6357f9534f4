"""What is printed, measured. FICTIONAL people throughout."""

from dataclasses import replace

import pypdfium2
import pytest

from demo.pdf import text_pdf
from tests.unit.doors.turned_pages import turned
from tests.unit.drafting.writers.papers import DAY, fact, paper, table
from vacatur.doors.pdf_lines import Piece, PrintedPage, plain_texts, printed_pages, touches
from vacatur.drafting.blocks import Paragraph, Table, Text
from vacatur.drafting.writers.typst import to_pdf

PIECE = Piece("one", 100.0, 120.0, 87.6, 12.0, "LiberationSerif", artifact=False)


def test_pieces_have_their_place_size_and_font() -> None:
    made = to_pdf(paper(Paragraph((Text("Plain "), Text("bold", bold=True)), indent=False)), day=DAY)
    plain, bold = [piece for piece in printed_pages(made.pdf)[0].pieces if not piece.artifact]

    assert (plain.text.strip(), bold.text) == ("Plain", "bold")
    assert plain.x == pytest.approx(108, abs=0.5)
    assert plain.y == pytest.approx(87.6, abs=0.01)
    assert plain.right < bold.x
    assert (plain.size, plain.font, bold.font) == (12, "LiberationSerif", "LiberationSerif-Bold")


def test_a_fact_is_one_word_though_a_mark_stands_inside_it() -> None:
    made = to_pdf(paper(Paragraph((fact("a", "AVALON"), Text(", she said")))), day=DAY)

    assert printed_pages(made.pdf)[0].text() == "AVALON, she said"


def test_a_hyphen_at_the_end_of_a_line_is_read_as_one() -> None:
    narrow = Table("t", ("A", "B"), (((Text("On the record as “PROS REJ-COMB W/OTHER”"),), (Text("x"),)),), (0.2, 0.8))
    words = printed_pages(to_pdf(paper(narrow), day=DAY).pdf)[0].text()

    assert "REJ-\n" in words


def test_touching_needs_one_baseline_and_no_space_between() -> None:
    assert touches(PIECE, replace(PIECE, x=120.2))
    assert touches(PIECE, replace(PIECE, x=119.0))
    assert not touches(PIECE, replace(PIECE, x=123.0))
    assert not touches(PIECE, replace(PIECE, x=120.2, y=111.6))
    assert not touches(PIECE, replace(PIECE, x=120.2, artifact=True))


def test_words_of_different_looks_that_touch_are_read_as_one() -> None:
    page = PrintedPage(
        1, 612, 792, (PIECE, replace(PIECE, text="-two", x=120.1, right=140, font="LiberationSerif-Bold"))
    )

    assert page.text() == "one-two"


def test_artifacts_are_left_out_unless_asked_for() -> None:
    page = PrintedPage(1, 612, 792, (PIECE, replace(PIECE, text="28", x=50, right=60, artifact=True)))

    assert page.text() == "one"
    assert page.text(artifacts=True).split() == ["one", "28"]


def test_a_repeated_header_is_an_artifact_on_the_second_page() -> None:
    pages = printed_pages(to_pdf(paper(table(40)), day=DAY).pdf)
    headers = [piece.artifact for page in pages for piece in page.pieces if piece.text.strip() == "Count"]

    assert headers == [False, True]


def test_what_is_not_a_pdf_is_an_error() -> None:
    with pytest.raises(pypdfium2.PdfiumError):
        printed_pages(b"not a pdf")


def test_a_search_finds_every_word_of_a_page_its_line_numbers_and_footer_too() -> None:
    made = to_pdf(paper(Paragraph((Text("Plain words."),)), footer="A FOOTER"), day=DAY)
    (text,) = plain_texts(made.pdf)

    assert "Plain words." in text
    assert "A FOOTER" in text
    assert "28" in text


@pytest.mark.parametrize("degrees", [90, 180, 270])
def test_pieces_stand_where_a_turned_page_shows_them(degrees: int) -> None:
    straight = text_pdf([["ABC  D", "EFG"]])

    (page,), (shown,) = printed_pages(straight), printed_pages(turned(straight, degrees, shown_upright=True))

    for piece, moved in zip(page.pieces, shown.pieces, strict=True):
        assert (moved.text, moved.x, moved.y) == (
            piece.text,
            pytest.approx(piece.x),
            pytest.approx(piece.y + shown.height - page.height),
        )
