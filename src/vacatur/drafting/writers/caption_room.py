"""How much room a caption needs, so that both writers space it alike (CRC 2.111)."""

import math

from vacatur.drafting.blocks import Caption, Inlines
from vacatur.drafting.writers.words import printed

_LINES_ABOVE_COURT = 7
_LETTERS_OF_COUNSEL = 34
_LETTERS_OF_A_SIDE = 36
_LINES_BELOW_COURT = 16


def _length(line: Inlines) -> int:
    return sum(len(printed(inline)) for inline in line)


def counsel_lines(caption: Caption) -> tuple[Inlines, ...]:
    """Counsel's lines with the line that says for whom they appear."""
    return (*caption.counsel, caption.attorney_for) if caption.attorney_for else caption.counsel


def is_tight(caption: Caption) -> bool:
    """Whether counsel's lines must be single-spaced to end above line 8: more than seven, or one that would wrap."""
    lines = counsel_lines(caption)
    return len(lines) > _LINES_ABOVE_COURT or any(_length(line) > _LETTERS_OF_COUNSEL for line in lines)


def _side(lines: tuple[Inlines, ...]) -> int:
    return sum(max(1, math.ceil(_length(line) / _LETTERS_OF_A_SIDE)) for line in lines)


def party_is_tight(caption: Caption) -> bool:
    """Whether the party and case columns must be single-spaced to end on the first page."""
    right = (*caption.case_numbers, *caption.title, *caption.hearing, *((caption.notice,) if caption.notice else ()))
    return max(_side(caption.party), _side(right)) > _LINES_BELOW_COURT
