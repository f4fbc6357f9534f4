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


def _used(paper: Paper) -> set[str]:
    return set().union(*_all_text(paper)) - {"\n"}


def check_controls(paper: Paper) -> None:
    """Refuse control and invisible characters: they hide text from a search. InputError."""
    for char in sorted(_used(paper)):
        if unicodedata.category(char) in ("Cc", "Cf", "Cs", "Co", "Cn"):
            raise InputError(f"The paper '{paper.id}' holds {kind_of(char)}; type that word anew.")


def check_letters(paper: Paper, fonts: Fonts) -> None:
    """Refuse control characters, and any character the filing font would print as an empty box. InputError."""
    check_controls(paper)
    for char in sorted(_used(paper) - printable(fonts)):
        raise InputError(
            f"The paper '{paper.id}' holds {kind_of(char)}, which the filing font cannot print; "
            "write that word in Latin letters, or take the character out."
        )
