"""The characters of a PDF page, sorted by the direction in which they run: a page may be turned, and hold text across its lines."""

from ctypes import byref, c_double
from itertools import product
from math import cos, pi, sin

import pypdfium2.raw as raw

Glyph = tuple[float, float, str]
"""One character: how far down its baseline stands, how far right it starts, and itself; in points, as its reader sees it upright."""

Box = tuple[float, float, float, float]
"""Left, bottom, right and top edge of a page, in points."""

HYPHENS = (0x02, 0xAD, 0xFFFE)
"""What PDFium gives for a hyphen at the end of a line."""
_STEPS = 24
"""Directions told apart: every 15 degrees, so that a page scanned a little askew has one."""
_NEXT = 40
"""Points. What starts within this distance on the same baseline runs on in the same direction."""


class _Way:
    """One direction: what turns a place on the page upright, and the characters found in it."""

    __slots__ = ("across", "down", "from_left", "from_top", "glyphs")

    def __init__(self, step: int, box: Box) -> None:
        angle = step * 2 * pi / _STEPS
        self.across, self.down = round(cos(angle), 12), round(-sin(angle), 12)
        corners = list(product(box[0::2], box[1::2]))
        self.from_left = min(x * self.across + y * self.down for x, y in corners)
        self.from_top = min(x * self.down - y * self.across for x, y in corners)
        self.glyphs: list[Glyph] = []


def by_direction(textpage: object, box: Box) -> list[list[Glyph]]:
    """The characters of each direction, that of most characters first; nothing for a page without any but blanks."""
    ways: dict[int, _Way] = {}
    _collect(textpage, box, ways)
    printed = [way.glyphs for way in ways.values() if any(not glyph[2].isspace() for glyph in way.glyphs)]
    return sorted(printed, key=len, reverse=True)


def _collect(textpage: object, box: Box, ways: dict[int, _Way]) -> None:
    """Sort all characters. A direction is asked for where a run of characters starts, which a step off the line gives away."""
    x, y = c_double(), c_double()
    x_ref, y_ref = byref(x), byref(y)
    get_code, get_origin = raw.FPDFText_GetUnicode, raw.FPDFText_GetCharOrigin
    way = _Way(0, box)
    across, down, add = way.across, way.down, way.glyphs.append
    row = column = float("-inf")
    for number in range(raw.FPDFText_CountChars(textpage)):
        code = get_code(textpage, number)
        if code in HYPHENS:
            code = 0x2D
        if code < 0x20 or not get_origin(textpage, number, x_ref, y_ref):
            continue
        here, there = x.value, y.value
        before, last = row, column
        row, column = here * down - there * across, here * across + there * down
        if not (-0.5 < row - before < 0.5 and 0 < column - last < _NEXT):
            way = _way(textpage, number, box, ways, way)
            across, down, add = way.across, way.down, way.glyphs.append
            row, column = here * down - there * across, here * across + there * down
        add((row - way.from_top, column - way.from_left, "\ufffd" if 0xD800 <= code < 0xE000 else chr(code)))


def _way(textpage: object, number: int, box: Box, ways: dict[int, _Way], before: _Way) -> _Way:
    """The direction of one character. A blank that PDFium has made up has none of its own."""
    if ways and raw.FPDFText_IsGenerated(textpage, number):
        return before
    step = round(raw.FPDFText_GetCharAngle(textpage, number) * _STEPS / (2 * pi)) % _STEPS
    if step not in ways:
        ways[step] = _Way(step, box)
    return ways[step]
