"""A lawyer's words and the merged values become the blocks of a paper."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from vacatur.drafting.authorities import cited, law, named
from vacatur.drafting.blocks import Block, BulletList, Fact, Heading, Inline, Inlines, PageBreak, Paragraph, Text
from vacatur.drafting.wording import Part, Words, holds

_PLACE = re.compile(r"\{([^{}]+)\}")


@dataclass(frozen=True, slots=True)
class Scope:
    """What words may speak of in one place: values by name, flags for `when`, the blocks that fill slots, and the reliefs
    whose sections `{cited:(a)}` and `{named:(a)}` cite.
    """

    values: Mapping[str, Inlines] = field(default_factory=dict)
    flags: frozenset[str] = frozenset()
    slots: Mapping[str, tuple[Block, ...]] = field(default_factory=dict)
    reliefs: tuple[str, ...] = ()

    def within(self, outer: "Scope") -> "Scope":
        """This scope inside `outer`: what is not known here is looked up there."""
        return Scope(
            {**outer.values, **self.values},
            outer.flags | self.flags,
            {**outer.slots, **self.slots},
            self.reliefs or outer.reliefs,
        )


def inlines(text: str, scope: Scope) -> Inlines:
    """The inlines of one sentence of a lawyer's words, its places filled."""
    found: list[Inline] = []
    for index, piece in enumerate(_PLACE.split(text)):
        found += _piece(index % 2 == 1, _one_period(piece, found) if index % 2 == 0 else piece, scope)
    return tuple(found)


def assemble(
    parts: Sequence[Part], scope: Scope, loops: Mapping[str, Sequence[Scope]] | None = None
) -> tuple[Block, ...]:
    """The blocks of `parts`. Neighboring parts with the same `for` are repeated together, once for each of its scopes."""
    made: list[Block] = []
    for each, group in groupby(parts, key=lambda part: part.each):
        members = tuple(group)
        scopes = [scope] if each is None else [inner.within(scope) for inner in (loops or {})[each]]
        for inner in scopes:
            made.extend(block for part in members for block in _part(part, inner))
    return tuple(made)


def chosen(words: Iterable[Words], scope: Scope) -> tuple[Inlines, ...]:
    """The inlines of those words whose conditions hold."""
    return tuple(inlines(entry.text, scope) for entry in words if holds(entry.when, scope.flags))


def _part(part: Part, scope: Scope) -> Iterator[Block]:
    if not holds(part.when, scope.flags):
        return
    if part.new_page:
        yield PageBreak()
    if part.heading is not None:
        yield Heading(part.level, inlines(part.heading, scope))
    yield from _paragraphs(part.style, chosen(part.words, scope))
    if part.slot is not None:
        yield from scope.slots[part.slot]


def _paragraphs(style: str, texts: tuple[Inlines, ...]) -> Iterator[Block]:
    if style == "bullets":
        yield BulletList(texts)
        return
    for index, text in enumerate(texts):
        if style == "lettered":
            yield Paragraph((Text(f"({letter(index)}) "), *text))
        else:
            yield Paragraph(text, numbered=style == "numbered", indent=style != "flush")


def letter(index: int) -> str:
    """a, b, ... z, aa, bb for the place in a lettered list."""
    return chr(ord("a") + index % 26) * (index // 26 + 1)


def _one_period(piece: str, before: list[Inline]) -> str:
    """No second period after initials that end with one."""
    ended = bool(before) and isinstance(before[-1], Fact) and before[-1].text.endswith(".")
    return piece[1:] if ended and piece.startswith(".") else piece


def _piece(place: bool, piece: str, scope: Scope) -> tuple[Inline, ...]:
    if not place:
        return (Text(piece),) if piece else ()
    kind, colon, key = piece.partition(":")
    if not colon:
        return scope.values[piece]
    match kind:
        case "cite":
            return cited((key.partition("(")[0],), key[len(key.partition("(")[0]) :])
        case "cited":
            return cited(scope.reliefs, key)
        case "law":
            return (law(key),)
        case "named":
            return named(scope.reliefs, key)
        case _:
            raise ValueError(f"a place in a paper's words is not known: {{{piece}}}")
