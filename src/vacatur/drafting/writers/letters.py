"""Refusing characters a paper cannot hold. The sentences name the paper and the kind, never the client's words."""

import unicodedata
from collections.abc import Iterator

from vacatur.drafting.blocks import Fact, Missing, Paper
from vacatur.drafting.fonts import Fonts
from vacatur.drafting.glyphs import kind_of, printable
from vacatur.drafting.writers.words import all_inlines, clean, inlines_of, printed
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


def _refuse_empty(paper: Paper) -> None:
    """A fact or a bracket without words would print a silent blank, the worst failure of a sworn paper (promise 1)."""
    for inline in all_inlines(paper):
        if isinstance(inline, Fact | Missing) and not printed(inline).strip("[] \n"):
            raise InputError(f"The paper '{paper.id}' has a fact without words; give it, or leave it out of the facts.")


def check_controls(paper: Paper) -> None:
    """Refuse control and invisible characters, which hide text from a search, and facts that print nothing. InputError."""
    _refuse_empty(paper)
    _refuse_controls(paper, _used(paper))


def check_letters(paper: Paper, fonts: Fonts) -> None:
    """Refuse control characters, and any character the filing font would print as an empty box. InputError."""
    _refuse_empty(paper)
    used = _used(paper)
    _refuse_controls(paper, used)
    have = printable(fonts)
    for char in used:
        if char not in have:
            raise InputError(
                f"The paper '{paper.id}' holds {kind_of(char)}, which the filing font cannot print; "
                "write that word in Latin letters, or take the character out."
            )
