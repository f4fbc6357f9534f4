"""The text layer of a PDF as printed lines: each character's origin is placed on a grid, rows by baseline, columns by advance."""

from dataclasses import dataclass
from itertools import pairwise
from operator import itemgetter
from statistics import median

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from vacatur.doors.pdf_glyphs import Glyph, by_direction
from vacatur.doors.pdfium import DAMAGED, open_pdf
from vacatur.kit.errors import InputError

SCAN = (
    "This PDF is a scan: its pages are pictures without text, and scans cannot be read yet. "
    "Please ask for a copy with text, or type the record in."
)
_MOST_BLANK_ROWS = 8
"""Blank rows kept between two printed ones; a larger gap (a picture, the foot of a page) says no more than this."""
_MOST_COLUMNS = 400
"""Columns of the widest page; what stands further right comes from a mistake in the file, and must not fill the memory."""
_WIDE_GAP = 4
"""Columns. In a font that is not monospaced the widest letter is narrower; spaces between words are characters there."""
_row, _column = itemgetter(0), itemgetter(1)


@dataclass(frozen=True, slots=True)
class PageText:
    """One page: its lines, and whether it shows something that is not text (`is_picture`: no text at all, but a picture).

    `aside` are lines that stand across the others: a stamp along the edge, words laid over the page.
    """

    lines: tuple[str, ...]
    aside: tuple[str, ...] = ()
    is_picture: bool = False


@dataclass(frozen=True, slots=True)
class _Grid:
    """The columns of a document: where they start, how wide they are, and whether every character keeps to them."""

    left: float
    advance: float
    even: bool


def page_texts(data: bytes) -> tuple[PageText, ...]:
    """All pages of a PDF, their characters in the columns in which they are printed.

    A page is read in the direction in which most of its characters run, whichever way up the page is shown.

    Raises:
        InputError: when the PDF is locked, damaged, without pages, or holds pictures only.
    """
    with open_pdf(data) as document:
        if len(document) == 0:
            raise InputError(DAMAGED)
        pages = [_read_page(document, index) for index in range(len(document))]
    if not any(ways for ways, _ in pages):
        raise InputError(SCAN)
    grid = _grid([ways[0] for ways, _ in pages if ways])
    return tuple(_page_text(ways, picture, grid) for ways, picture in pages)


def _page_text(ways: list[list[Glyph]], picture: bool, grid: _Grid) -> PageText:
    lines = tuple(_lines(ways[0], grid)) if ways else ()
    aside = [line for glyphs in ways[1:] for line in _lines(glyphs, _grid([glyphs])) if line]
    return PageText(lines, tuple(aside), picture)


def _read_page(document: pdfium.PdfDocument, index: int) -> tuple[list[list[Glyph]], bool]:
    """The characters of a page, those that run in its main direction first; and whether it is a picture without any."""
    try:
        page = document[index]
    except pdfium.PdfiumError:
        raise InputError(DAMAGED) from None
    textpage = page.get_textpage()
    ways = by_direction(textpage.raw, page.get_mediabox())
    textpage.close()
    picture = not ways and (
        any(True for _ in page.get_objects(max_depth=2)) or raw.FPDFPage_GetAnnotCount(page.raw) > 0
    )
    page.close()
    return ways, picture


def _grid(pages: list[list[Glyph]]) -> _Grid:
    """The usual distance from one character to the next is a column. In a monospaced font nearly all distances are whole columns."""
    steps = [
        after[1] - before[1]
        for glyphs in pages
        for before, after in pairwise(glyphs)
        if abs(after[0] - before[0]) < 0.5 and 0.5 < after[1] - before[1] < 40
    ]
    advance = median(steps) if steps else 6.0
    whole = sum(1 for step in steps if abs(step / advance - round(step / advance)) < 0.1)
    left = min(_column(glyph) for glyphs in pages for glyph in glyphs)
    return _Grid(left, advance, whole >= 0.8 * len(steps))


def _lines(glyphs: list[Glyph], grid: _Grid) -> list[str]:
    """The rows of a page from top to bottom, with blank rows where the page leaves them."""
    rows = _rows(glyphs, grid.advance)
    gaps = [_row(below[0]) - _row(above[0]) for above, below in pairwise(rows)]
    pitch = _pitch(gaps, grid.advance)
    lines: list[str] = []
    for index, row in enumerate(rows):
        if index:
            lines.extend([""] * min(max(round(gaps[index - 1] / pitch) - 1, 0), _MOST_BLANK_ROWS))
        lines.append(_line(row, grid))
    return lines


def _pitch(gaps: list[float], advance: float) -> float:
    """The distance of two printed lines: the smallest that occurs often, for blank rows only make it larger."""
    near = sorted(gap for gap in gaps if gap > advance)
    return near[len(near) // 10] if near else 2 * advance


def _rows(glyphs: list[Glyph], advance: float) -> list[list[Glyph]]:
    """Characters with nearly the same baseline, together."""
    rows: list[list[Glyph]] = []
    last = float("-inf")
    for glyph in sorted(glyphs, key=_row):
        if glyph[0] - last >= advance * 0.6:
            rows.append([])
            last = glyph[0]
        rows[-1].append(glyph)
    return rows


def _line(row: list[Glyph], grid: _Grid) -> str:
    """One row as text. A bold letter printed twice is one. Where a font is not monospaced, only wide gaps are counted in columns."""
    line: list[str] = []
    column, char = float("-inf"), ""
    for glyph in sorted(row, key=_column):
        step = (glyph[1] - column) / grid.advance
        if glyph[2] == char and step < 0.25:
            continue
        blank = _blank(glyph[1], step, len(line), grid)
        if blank > 0 and len(line) + blank < _MOST_COLUMNS:
            line.extend(" " * blank)
        column, char = glyph[1], glyph[2]
        line.append(char)
    return "".join(line).rstrip()


def _blank(column: float, step: float, length: int, grid: _Grid) -> int:
    """Blank columns before a character."""
    if grid.even or length == 0:
        return round((column - grid.left) / grid.advance) - length
    return round(step) - 1 if step > _WIDE_GAP else 0
