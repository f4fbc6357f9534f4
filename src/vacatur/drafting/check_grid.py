"""Measuring pleading paper on the finished PDF: 28 numbers a page, text beside them, margins, the clerk's space, footer."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from vacatur.doors.pdf_lines import Piece, PrintedPage
from vacatur.drafting.blocks import Caption, Paper
from vacatur.drafting.problem import Problem

LINES = 28
DRIFT = 0.1  # points a baseline may stand from its number's
_SLOT = 24.0
_SINGLE = 12.0
_LEFT = 72.0
_RIGHT = 612.0 - 36.0
_CENTER = 306.0
_COURT_TOP = 240.0  # 3 1/3 inches
_FOOT = 740.0
_FOOT_SIZE = 10.0


def numbers_of(page: PrintedPage) -> tuple[Piece, ...]:
    """The line numbers in the left margin of a page, from the top."""
    beside = (piece for piece in page.pieces if piece.artifact and piece.right < 100 and piece.text.strip().isdigit())
    return tuple(sorted(beside, key=lambda piece: piece.y))


def body_of(page: PrintedPage) -> tuple[Piece, ...]:
    """The text of a page between its margins: not the line numbers, not the footer."""
    numbers = set(numbers_of(page))
    return tuple(piece for piece in page.pieces if piece not in numbers and piece.y < _FOOT and piece.text.strip())


def drift_of(page: PrintedPage) -> float:
    """The largest distance, in points, of a line of text from the baseline of the nearest line number.

    In single-spaced text (table cells, quotes) every second line stands between two numbers: it counts by its distance
    from the middle, and only if the line before it is 12 points above.
    """
    numbers = [piece.y for piece in numbers_of(page)]
    baselines = sorted({round(piece.y, 3) for piece in body_of(page)})
    if not numbers:
        return _SLOT
    return max((_off(y, numbers, baselines) for y in baselines), default=0.0)


def _off(y: float, numbers: Sequence[float], baselines: Sequence[float]) -> float:
    away = min(abs(y - number) for number in numbers)
    above = min((abs(y - _SINGLE - other) for other in baselines), default=_SLOT)
    return min(away, max(abs(away - _SINGLE), above))


def _page_problems(page: PrintedPage) -> Iterator[tuple[str, str, str]]:
    numbers = numbers_of(page)
    if [piece.text.strip() for piece in numbers] != [str(n) for n in range(1, LINES + 1)]:
        yield "numbers", f"page {page.number} does not show the line numbers 1 to {LINES}", "CRC 2.108"
    elif any(abs(lower.y - upper.y - _SLOT) > DRIFT for upper, lower in pairwise(numbers)):
        yield "numbers", f"page {page.number} has line numbers that are not evenly spaced", "CRC 2.108"
    elif drift_of(page) > DRIFT:
        yield "drift", f"page {page.number} has text that does not stand beside its line number", "CRC 2.108"
    if any(piece.x < _LEFT or piece.right > _RIGHT + 1 for piece in body_of(page)):
        yield "margins", f"page {page.number} has text in its left or right margin", "CRC 2.107"


def _footer_problems(paper: Paper, page: PrintedPage) -> Iterator[tuple[str, str, str]]:
    foot = [piece for piece in page.pieces if piece.y >= _FOOT and piece.text.strip()]
    number = next((piece for piece in foot if piece.text.strip() == str(page.number)), None)
    title = [piece for piece in foot if piece is not number]
    words = " ".join(" ".join(piece.text for piece in title).split())
    if number is None or words != " ".join(paper.footer.split()):
        yield "footer", f"page {page.number} lacks its page number or the paper's title at its foot", "CRC 2.110"
    elif any(piece.size < _FOOT_SIZE - 0.01 or piece.y <= number.y for piece in title):
        yield "footer", f"page {page.number} has its title too small, or not below the page number", "CRC 2.110"


def _caption_problems(page: PrintedPage, court: str) -> Iterator[tuple[str, str, str]]:
    numbers = numbers_of(page)
    if len(numbers) < LINES:
        return
    eighth = numbers[7].y
    first = [piece for piece in body_of(page) if abs(piece.y - eighth) <= DRIFT]
    words = "".join("".join(piece.text for piece in first).split())
    if not words or not "".join(court.split()).startswith(words) or eighth < _COURT_TOP:
        yield "court", "the title of the court is not on line 8, at or below 3 1/3 inches", "CRC 2.111(3)"
    if any(piece.right > _CENTER + 1 and piece.y < eighth - DRIFT for piece in body_of(page)):
        yield "clerk", "the space for the clerk, right of lines 1 to 7, is not empty", "CRC 2.111(2)"


def check_grid(paper: Paper, pages: Sequence[PrintedPage]) -> Iterator[Problem]:
    """Everything measured on the pages of a pleading."""
    found = [line for page in pages for line in (*_page_problems(page), *_footer_problems(paper, page))]
    first = paper.blocks[0] if paper.blocks else None
    if isinstance(first, Caption) and pages:
        found += _caption_problems(
            pages[0], "".join(inline.text for inline in first.court if not hasattr(inline, "label"))
        )
    for check, sentence, cite in found:
        yield Problem(paper.id, check, f"{sentence[0].upper()}{sentence[1:]}.", cite)
