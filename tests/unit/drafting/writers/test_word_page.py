"""The page around a paper in Word."""

from vacatur.drafting.blocks import Form
from vacatur.drafting.writers.labels import labels
from vacatur.drafting.writers.word_page import LINES, PAGES, SLOT, footer, header


def test_28_slots_end_above_the_bottom_margin() -> None:
    section = PAGES[Form.PLEADING].section
    bottom = int(section.split('w:bottom="')[1].split('"')[0])

    assert 72 * 20 + LINES * SLOT + bottom <= 15840


def test_only_pleading_paper_has_numbers() -> None:
    assert header(Form.PLEADING).count("framePr") == LINES
    assert "framePr" not in header(Form.PLAIN)


def test_a_footer_escapes_its_title() -> None:
    for form in Form:
        assert "A &amp; B" in footer(form, "A & B", labels("en"))


def test_the_plain_footer_says_page_in_the_papers_language() -> None:
    assert "Página" in footer(Form.PLAIN, "x", labels("es"))
    assert "Página" not in footer(Form.PLEADING, "x", labels("es"))
