"""The filing PDF of a paper: 28-line pleading paper on an exact grid, tagged, and the line of every merged fact."""

import datetime as dt
from dataclasses import dataclass
from pathlib import Path

from vacatur.doors.pdf_edit import name_tables
from vacatur.doors.typst_pdf import Mark, TypesetError, compile_pdf, where_marks_landed
from vacatur.drafting.blocks import Form, Paper, Table
from vacatur.drafting.fonts import Fonts, filing_fonts
from vacatur.drafting.writers.letters import check_letters
from vacatur.drafting.writers.typst_data import Shaper
from vacatur.drafting.writers.words import clean, facts_of
from vacatur.kit.errors import InputError

SLOT = 24.0
FIRST_BASELINE = 87.6
MAIN = Path(__file__).parent / "typst" / "paper.typ"
_REASONS = {
    "counsel": "its lines for counsel do not fit above line 8 of the first page; shorten the program's counsel lines",
    "caption": "its caption is longer than the first page; put the case numbers into a schedule",
    "footer": "its footer title takes more than two lines; shorten it",
}


@dataclass(frozen=True, slots=True)
class FactPlace:
    """Where a merged fact was printed: its key, the page and the line, both from 1; line 0 on a page without numbers."""

    key: str
    page: int
    line: int


@dataclass(frozen=True, slots=True)
class PdfResult:
    """A finished PDF, where each of its facts landed, and how many pages it has."""

    pdf: bytes
    facts: tuple[FactPlace, ...]
    pages: int


def line_of(y: float) -> int:
    """The line whose number stands beside a baseline `y` points from the top of a pleading page."""
    return round((y - FIRST_BASELINE) / SLOT) + 1


def _places(paper: Paper, marks: tuple[Mark, ...]) -> tuple[FactPlace, ...]:
    facts = facts_of(paper)
    ordered = sorted(marks, key=lambda mark: mark.number)
    numbered = paper.form is Form.PLEADING
    return tuple(FactPlace(facts[mark.number].key, mark.page, line_of(mark.y) if numbered else 0) for mark in ordered)


def _sentence(paper: Paper, error: TypesetError) -> str:
    why = _REASONS.get(error.reason, "it could not be set as a page; show this to whoever keeps the program running")
    return f"The paper '{paper.id}' cannot be made: {why}."


def to_pdf(paper: Paper, *, day: dt.date, fonts: Fonts | None = None) -> PdfResult:
    """Write a paper as its filing PDF, dated `day` (the day the papers are made as of; never a clock).

    The same paper and day give the same bytes. Raises InputError for a character the font cannot print, or for a
    caption or footer that does not fit.
    """
    found = fonts or filing_fonts()
    check_letters(paper, found)
    data = {**Shaper(paper).shape(), "fonts": found.families}
    try:
        pdf = compile_pdf(MAIN, data, fonts=found.all_files, day=day)
    except TypesetError as error:
        raise InputError(_sentence(paper, error)) from error
    landed = where_marks_landed(MAIN, fonts=found.all_files)
    titles = [clean(block.title) for block in paper.blocks if isinstance(block, Table)]
    named = name_tables(pdf, titles) if titles else pdf
    return PdfResult(pdf=named, facts=_places(paper, landed.marks), pages=landed.pages)
