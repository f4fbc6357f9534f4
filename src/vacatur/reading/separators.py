"""Rows of stars and dashes: which part cycles, which part events, and which are only the frame of a box (rap_sheet_format 4)."""

import re
from enum import IntEnum

ROW = re.compile(r"[*.,'`\"\s:_~-]+")
STRIKE = re.compile(r"P[O0]TENT[I1L]AL\s+FEL[O0]NY\s+STR[I1L]KE")
END = re.compile(r"[*.\s]*\bEND\s+[O0]F\s+MESS?AGE\b")

_LEADING = re.compile(r"((?:\*\s+){3,5}|(?:-+\s+){2,})(?=[A-Z0-9])")


class Row(IntEnum):
    """What a row of marks is."""

    DIRT = 0
    PART = 1  # one or two stars: part of a separator whose stars stand on lines of their own
    CYCLE = 2
    EVENT = 3
    FRAME = 4


def row_of(text: str) -> Row | None:
    """What a line made of nothing but marks is; `None` when it holds anything else.

    Three to five stars part cycles (four are printed; a scan loses or adds one). More are the frame of a box: 11 around a
    strike entry, 21 and 72 around banners. Two dashes or more part events; one alone is dirt.
    """
    if ROW.fullmatch(text) is None:
        return None
    stars = text.count("*")
    if stars == 0:
        return Row.EVENT if text.count("-") >= 2 else Row.DIRT
    if stars < 3:
        return Row.PART
    return Row.CYCLE if stars <= 5 else Row.FRAME


def split_row(text: str) -> tuple[str, str]:
    """A separator at the start of a line, and what stands behind it; two empty texts when the line starts with none.

    Only marks with blanks between them part anything there: `**` starts a banner, `*DISPO` a disposition, `-WARRANT` a flag.
    """
    found = _LEADING.match(text)
    return (found[1].rstrip(), text[found.end() :]) if found is not None else ("", "")
