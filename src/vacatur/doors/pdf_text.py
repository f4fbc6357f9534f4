"""The text layer of a PDF as printed lines: each character's origin is placed on a grid, rows by baseline, columns by advance."""

from collections.abc import Callable
from ctypes import byref, c_double
from dataclasses import dataclass
from statistics import median

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from vacatur.doors.pdfium import DAMAGED, open_pdf
from vacatur.kit.errors import InputError

SCAN = (
    "This PDF is a scan: its pages are pictures without text, and scans cannot be read yet. "
    "Please ask for a copy with text, or type the record in."
)
_MOST_BLANK_ROWS = 8
"""Blank rows kept between two printed ones; a larger gap (a picture, the foot of a page) says no more than this."""


@dataclass(frozen=True, slots=True)
class PageText:
    """One page: its lines, and whether it shows something that is not text (`is_picture`: no text at all, but a picture)."""

    lines: tuple[str, ...]
    is_picture: bool = False


@dataclass(frozen=True, slots=True)
class _Glyph:
    row: float
    column: float
    char: str


def page_texts(data: bytes) -> tuple[PageText, ...]:
    """All pages of a PDF, their characters in the columns in which they are printed.

    Raises:
        InputError: when the PDF is locked, damaged, without pages, or holds pictures only.
    """
    with open_pdf(data) as document:
        if len(document) == 0:
            raise InputError(DAMAGED)
        pages = [_glyphs(document, index) for index in range(len(document))]
    if not any(glyphs for glyphs, _ in pages):
        raise InputError(SCAN)
    advance = _advance([glyphs for glyphs, _ in pages])
    left = min(glyph.column for glyphs, _ in pages for glyph in glyphs)
    return tuple(PageText(tuple(_lines(glyphs, left, advance)), picture and not glyphs) for glyphs, picture in pages)


def _glyphs(document: pdfium.PdfDocument, index: int) -> tuple[list[_Glyph], bool]:
    """The characters of a page with their places, as the page is turned for reading; and whether it holds any picture."""
    try:
        page = document[index]
    except pdfium.PdfiumError:
        raise InputError(DAMAGED) from None
    textpage = page.get_textpage()
    turn = _TURNS[page.get_rotation() // 90 % 4]
    handle, x, y = textpage.raw, c_double(), c_double()
    glyphs: list[_Glyph] = []
    for number in range(raw.FPDFText_CountChars(handle)):
        code = raw.FPDFText_GetUnicode(handle, number)
        if code <= 0x20 and code != 0x20:
            continue
        if raw.FPDFText_GetCharOrigin(handle, number, byref(x), byref(y)):
            row, column = turn(x.value, y.value)
            glyphs.append(_Glyph(row, column, chr(code)))
    textpage.close()
    printed = [glyph for glyph in glyphs if not glyph.char.isspace()]
    picture = not printed and any(True for _ in page.get_objects(max_depth=2))
    page.close()
    return (glyphs if printed else []), picture


_TURNS: tuple[Callable[[float, float], tuple[float, float]], ...] = (
    lambda x, y: (-y, x),
    lambda x, y: (-x, -y),
    lambda x, y: (y, -x),
    lambda x, y: (x, y),
)
"""For a page turned by 0, 90, 180 and 270 degrees: where a character stands, counted down and to the right."""


def _advance(pages: list[list[_Glyph]]) -> float:
    """The width of one column: the usual distance from one character to the next."""
    steps = [
        after.column - before.column
        for glyphs in pages
        for before, after in zip(glyphs, glyphs[1:], strict=False)
        if abs(after.row - before.row) < 0.5 and 0.5 < after.column - before.column < 40
    ]
    return median(steps) if steps else 6.0


def _lines(glyphs: list[_Glyph], left: float, advance: float) -> list[str]:
    """The rows of a page from top to bottom, with blank rows where the page leaves them."""
    rows = _rows(glyphs, advance)
    gaps = [below[0] - above[0] for above, below in zip(rows, rows[1:], strict=False)]
    pitch = _pitch(gaps, advance)
    lines: list[str] = []
    for index, (_, row) in enumerate(rows):
        if index:
            lines.extend([""] * min(max(round(gaps[index - 1] / pitch) - 1, 0), _MOST_BLANK_ROWS))
        lines.append(_line(row, left, advance))
    return lines


def _pitch(gaps: list[float], advance: float) -> float:
    """The distance of two printed lines: the smallest that occurs often, for blank rows only make it larger."""
    near = sorted(gap for gap in gaps if gap > advance)
    return near[len(near) // 10] if near else 2 * advance


def _rows(glyphs: list[_Glyph], advance: float) -> list[tuple[float, list[_Glyph]]]:
    """Characters with nearly the same baseline, together."""
    rows: list[tuple[float, list[_Glyph]]] = []
    for glyph in sorted(glyphs, key=lambda glyph: glyph.row):
        if rows and glyph.row - rows[-1][0] < advance * 0.6:
            rows[-1][1].append(glyph)
        else:
            rows.append((glyph.row, [glyph]))
    return rows


def _line(row: list[_Glyph], left: float, advance: float) -> str:
    """One row as text. Letters narrower than a column move on by one; a bold letter printed twice is one."""
    line: list[str] = []
    last: _Glyph | None = None
    for glyph in sorted(row, key=lambda glyph: glyph.column):
        if last is not None and glyph.char == last.char and glyph.column - last.column < advance * 0.25:
            continue
        column = round((glyph.column - left) / advance)
        if column > len(line):
            line.extend(" " * (column - len(line)))
        line.append(glyph.char)
        last = glyph
    return "".join(line).rstrip()
