"""Refusing characters a paper cannot hold. The sentences name the paper and the kind, never the client's words."""

import unicodedata
from collections.abc import Iterator

from vacatur.drafting.blocks import Paper
from vacatur.drafting.fonts import Fonts
from vacatur.drafting.glyphs import kind_of, printable
from vacatur.drafting.writers.words import clean, inlines_of, printed
from vacatur.kit.errors import InputError


def _all_text(paper: Paper) -> Iterator[str]:
    yield from (clean(paper.title), clean(paper.footer))
    for block in paper.blocks:
        yield from (clean(title) for title in (getattr(block, "title", None),) if isinstance(title, str))
        for run in inlines_of(block):
            yield from (printed(inline) for inline in run)


def _used(paper: Paper) -> list[str]:
    return sorted(set().union(*_all_text(paper)) - {"\n"})


def _refuse_controls(paper: Paper, used: list[str]) -> None:
    for char in used:
        if unicodedata.category(char) in ("Cc", "Cf", "Cs", "Co", "Cn"):
            raise InputError(f"The paper '{paper.id}' holds {kind_of(char)}; type that word anew.")


def check_controls(paper: Paper) -> None:
    """Refuse control and invisible characters: they hide text from a search. InputError."""
    _refuse_controls(paper, _used(paper))


def check_letters(paper: Paper, fonts: Fonts) -> None:
    """Refuse control characters, and any character the filing font would print as an empty box. InputError."""
    used = _used(paper)
    _refuse_controls(paper, used)
    have = printable(fonts)
    for char in used:
        if char not in have:
            raise InputError(
                f"The paper '{paper.id}' holds {kind_of(char)}, which the filing font cannot print; "
                "write that word in Latin letters, or take the character out."
            )
