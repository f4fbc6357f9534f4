"""Looking for values that must not be in a paper: a full name in a public paper, with its spelling variants."""

import unicodedata
from collections.abc import Iterable

_COMPACT_LETTERS = 8  # shorter values are only looked for as whole words, or "Ana" would be found in "analysis"


def folded(text: str) -> str:
    """Lower case without accents, every run of other signs as one space: " arnold o'neil-diaz" -> " arnold o neil diaz "."""
    plain = unicodedata.normalize("NFKD", text)
    plain = "".join(char for char in plain if not unicodedata.combining(char)).casefold()
    return f" {' '.join(''.join(char if char.isalnum() else ' ' for char in plain).split())} "


def holds(haystack: str, value: str) -> bool:
    """Whether folded text holds a value: as whole words, or, for a longer value, with any spacing inside it."""
    wanted = folded(value)
    if not wanted.strip():
        return False
    compact = wanted.replace(" ", "")
    return wanted in haystack or (len(compact) >= _COMPACT_LETTERS and compact in haystack.replace(" ", ""))


def found_in(texts: Iterable[str], values: Iterable[str]) -> tuple[int, ...]:
    """Which of the values (by position, from 1) are found. Positions, because a report must not repeat the value."""
    haystack = folded(" \n ".join(texts))
    return tuple(number for number, value in enumerate(values, 1) if holds(haystack, value))
