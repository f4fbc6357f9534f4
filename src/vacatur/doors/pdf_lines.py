"""What is printed on the pages of a finished PDF, measured: each piece of text with its baseline, size and font."""

import ctypes
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from itertools import groupby, pairwise
from typing import Any

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from vacatur.doors.pdf_glyphs import HYPHENS
from vacatur.doors.pdfium import open_pdf


@dataclass(frozen=True, slots=True)
class Piece:
    """Letters that stand together: left edge and baseline in points from the top left, size, font name.

    `artifact` pieces (line numbers, footers, repeated table headers) are passed over by screen readers.
    """

    text: str
    x: float
    right: float
    y: float
    size: float
    font: str
    artifact: bool


def touches(left: Piece, right: Piece) -> bool:
    """Whether two pieces are one word on the page: on one baseline, without the width of a space between them."""
    same_line = abs(left.y - right.y) < 0.1 and left.artifact == right.artifact
    return same_line and -0.4 * left.size < right.x - left.right < 0.15 * left.size


@dataclass(frozen=True, slots=True)
class PrintedPage:
    """One page's pieces, in reading order."""

    number: int
    width: float
    height: float
    pieces: tuple[Piece, ...]

    def text(self, *, artifacts: bool = False) -> str:
        """The words of the page, a line per piece unless two touch; without artifacts, what a screen reader says."""
        kept = [piece for piece in self.pieces if artifacts or not piece.artifact]
        ends = ["" if touches(left, right) else "\n" for left, right in pairwise(kept)]
        return "".join(piece.text + end for piece, end in zip(kept, [*ends, ""], strict=True))


def _font_name(page: Any, at: int) -> str:
    flags = ctypes.c_int()
    room = ctypes.create_string_buffer(128)
    raw.FPDFText_GetFontInfo(page, at, room, 128, flags)
    return room.value.decode("utf-8", "replace").split("+", 1)[-1]


def _is_artifact(piece: Any) -> bool:
    """Whether a text object stands inside marked content of the kind Artifact."""
    for number in range(raw.FPDFPageObj_CountMarks(piece)):
        mark = raw.FPDFPageObj_GetMark(piece, number)
        room = ctypes.create_string_buffer(64)
        length = ctypes.c_ulong()
        raw.FPDFPageObjMark_GetName(mark, ctypes.cast(room, ctypes.POINTER(ctypes.c_ushort)), 64, length)
        if room.raw[: length.value].decode("utf-16-le").rstrip("\0") == "Artifact":
            return True
    return False


def _owners(page: Any) -> Iterator[tuple[int, int]]:
    """(letter, text object) of each letter that is really in the file; PDFium's made-up spaces have no object."""
    for at in range(raw.FPDFText_CountChars(page)):
        owner = ctypes.cast(raw.FPDFText_GetTextObject(page, at), ctypes.c_void_p).value
        if owner:
            yield at, owner


_Place = tuple[float, float]
_Shown = Callable[[float, float], _Place]
"""A place in the file -> the place at which its page shows it, from the bottom left, in points."""


def _shown(turn: int, width: float, height: float) -> _Shown:
    """How a page turned by `turn` quarters is shown; `width` and `height` are those it is shown with."""
    turns: tuple[_Shown, ...] = (
        lambda x, y: (x, y),
        lambda x, y: (y, height - x),
        lambda x, y: (width - x, height - y),
        lambda x, y: (width - y, x),
    )
    return turns[turn]


def _edges(page: Any, first: int, last: int, shown: _Shown) -> tuple[float, float, float]:
    """Left edge, right edge and baseline (from the bottom) of the letters from first to last."""
    x, y, left, right, bottom, top = (ctypes.c_double() for _ in range(6))
    raw.FPDFText_GetCharOrigin(page, first, x, y)
    raw.FPDFText_GetCharBox(page, last, left, right, bottom, top)
    start, baseline = shown(x.value, y.value)
    return start, max(shown(left.value, bottom.value)[0], shown(right.value, top.value)[0]), baseline


def _piece(page: Any, letters: list[int], owner: int, height: float, shown: _Shown) -> Piece:
    codes = [raw.FPDFText_GetUnicode(page, at) for at in letters]
    text = "".join("-" if code in HYPHENS else chr(code) for code in codes)
    seen = [at for at, char in zip(letters, text, strict=True) if not char.isspace()] or letters
    left, right, y = _edges(page, seen[0], seen[-1], shown)
    size, font = raw.FPDFText_GetFontSize(page, seen[0]), _font_name(page, seen[0])
    artifact = _is_artifact(ctypes.cast(owner, raw.FPDF_PAGEOBJECT))
    return Piece(text, left, right, height - y, size, font, artifact)


def _page(page: Any, number: int) -> PrintedPage:
    text = page.get_textpage()
    width, height = page.get_size()
    shown = _shown(page.get_rotation() // 90 % 4, width, height)
    pieces: list[Piece] = []
    grouped = groupby(_owners(text.raw), key=lambda found: found[1])
    for owner, found in grouped:
        piece = _piece(text.raw, [at for at, _ in found], owner, height, shown)
        if pieces and touches(pieces[-1], piece) and pieces[-1].font == piece.font:
            before = pieces.pop()
            piece = replace(before, text=before.text + piece.text, right=piece.right)
        pieces.append(piece)
    return PrintedPage(number, width, height, tuple(pieces))


def printed_pages(pdf: bytes) -> tuple[PrintedPage, ...]:
    """Every page of a PDF, measured from the file itself."""
    document = pdfium.PdfDocument(pdf)
    try:
        return tuple(_page(document[index], index + 1) for index in range(len(document)))
    finally:
        document.close()


def plain_texts(pdf: bytes) -> tuple[str, ...]:
    """The words of each page as a search in a viewer finds them, artifacts included; quick, and without any measure."""
    with open_pdf(pdf) as document:
        return tuple(_plain(document[index]) for index in range(len(document)))


def _plain(page: Any) -> str:
    return str(page.get_textpage().get_text_range())
