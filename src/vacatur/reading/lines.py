"""A text cut into pages and lines, each with its place, as printed and in one clean form."""

from collections.abc import Callable
from functools import lru_cache, partial
from itertools import chain, count, repeat
from typing import NamedTuple
from unicodedata import normalize

from vacatur.reading.set_apart import hinted
from vacatur.records.source import Source

_CLEAN: dict[int, str | None] = {
    **dict.fromkeys(
        map(ord, "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"),
        " ",
    ),
    **dict.fromkeys(map(ord, "\u2018\u2019\u201a\u201b\u00b4\u2032"), "'"),
    **dict.fromkeys(map(ord, "\u201c\u201d\u201e\u201f\u2033"), '"'),
    **dict.fromkeys(map(ord, "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe58\ufe63\uff0d\u00ad"), "-"),
    **dict.fromkeys(map(ord, "\u00b7\u2022\u2219\u22c5\u2027\u30fb"), "."),
    **dict.fromkeys(map(ord, "\u2217\uff0a\u2731\u204e"), "*"),
    **dict.fromkeys(map(ord, "\u200b\u200c\u200d\u2060\ufeff"), None),
}
_CONTROL = {code: " " for code in [*range(0x0A), 0x0B, *range(0x0E, 0x20), 0x7F, 0x85, 0x2028, 0x2029] if code != 0x09}


class Line(NamedTuple):
    """One printed line. `raw` is word for word; `wide` is in capitals with plain spaces, quotes and dashes; `text` is `wide` stripped.

    `hint` marks a line that may hold something sensitive.
    """

    source: Source
    raw: str
    wide: str
    text: str
    hint: bool = False

    @property
    def indent(self) -> int:
        """Columns before the first character."""
        return len(self.wide) - len(self.wide.lstrip())


_LINE: Callable[[tuple[Source, str, str, str, bool]], Line] = partial(tuple.__new__, Line)
"""A sheet has thousands of lines: made as tuples, without the function that a named tuple puts before itself."""
_BLOCK = 64
"""Lines whose places are made and remembered together."""


@lru_cache(maxsize=256)
def _places(page: int, block: int) -> tuple[Source, ...]:
    """The places of a block of lines; many sheets share them, and they never change."""
    return tuple(Source(page, line) for line in range(block * _BLOCK + 1, (block + 1) * _BLOCK + 1))


def lines_of(text: str) -> tuple[list[Line], int]:
    """All lines of a text, and how many pages it has. Each form feed starts a page; a blank page after the last is dropped."""
    pages = text.replace("\r\n", "\n").replace("\r", "\n").split("\f")
    while len(pages) > 1 and not pages[-1].strip():
        pages.pop()
    lines: list[Line] = []
    for number, page in enumerate(pages, 1):
        if page:
            lines.extend(_page_lines(number, page.removesuffix("\n")))
    return lines, len(pages)


def _page_lines(number: int, page: str) -> list[Line]:
    clean = _clean(page)
    rows, wides = page.split("\n"), clean.split("\n")
    sources = chain.from_iterable(_places(number, block) for block in count())
    lines = list(map(_LINE, zip(sources, rows, wides, map(str.strip, wides), repeat(False))))
    for row in hinted(clean):
        lines[row] = lines[row]._replace(hint=True)
    return lines


def _clean(page: str) -> str:
    if not page.isascii():
        page = normalize("NFC", page).translate(_CLEAN)
    return page.expandtabs(8).upper().translate(_CONTROL)
