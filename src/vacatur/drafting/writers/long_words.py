"""Words too long for their line (an address of a web page, a list without spaces) are cut, so that they stay on the page."""

import re

LINE = 430.0  # points of a line of text, after its indent
HALF = 190.0  # points of a column of the caption
CELL_EDGES = 10.0

_PIECES = 4  # pieces a line of a cut word: the line before it is filled, and no piece comes near the margin
_SPACED = re.compile(r"(\s+)")
_WIDE, _CAPITAL, _OTHER = 9.5, 8.7, 5.9  # points of a letter of the filing font at 12 points, rather too wide


def _width(char: str) -> float:
    if char in "mwMW@%—":
        return _WIDE
    return _CAPITAL if char.isupper() else _OTHER


def _cut(word: str, room: float) -> list[str]:
    parts, taken = [""], 0.0
    for char in word:
        if taken + _width(char) > room and parts[-1]:
            parts.append("")
            taken = 0.0
        parts[-1] += char
        taken += _width(char)
    return parts


def _too_long(word: str, room: float) -> bool:
    return len(word) * _WIDE > room and sum(map(_width, word)) > room


def cut_words(text: str, room: float) -> list[str]:
    """The text in pieces between which a line may end although no space stands there; one piece, where all words fit."""
    if not any(_too_long(word, room) for word in text.split()):
        return [text]
    pieces = [""]
    for word in _SPACED.split(text):
        first, *others = _cut(word, room / _PIECES) if _too_long(word, room) else [word]
        pieces[-1] += first
        pieces += others
    return pieces
