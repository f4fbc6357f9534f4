"""The words of the papers, as lawyers edit them: TOML files in law/ca/papers, one per paper.

A file holds a title, a footer and parts in order. A part may have a heading, paragraphs, and a slot that the program
fills (a table, the client's own words). `when` lists what must hold for a part or paragraph ("pc_236_14", "not arrests");
`for` repeats neighboring parts for each row or period. In a paragraph `{name}` is a merged value, `{cite:key}` and
`{law:key}` are an authority as cited in parentheses and as named in a sentence, `{number:id}` is a number of the law
on the day asked about.
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

PAPERS = resources.files("vacatur.law") / "ca" / "papers"


@dataclass(frozen=True, slots=True)
class Words:
    """One paragraph or list entry as written by a lawyer, and when it is used."""

    text: str
    when: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Part:
    """One part of a paper. `style` is plain, numbered, lettered or bullets; `new_page` starts it on a page of its own."""

    words: tuple[Words, ...] = ()
    heading: str | None = None
    level: int = 1
    style: str = "plain"
    when: tuple[str, ...] = ()
    each: str | None = None
    slot: str | None = None
    new_page: bool = False


@dataclass(frozen=True, slots=True)
class Wording:
    """The words of one paper. `title` lines stand in the caption, `name` heads the file list and the bookmark."""

    name: str
    footer: str
    title: tuple[Words, ...]
    parts: tuple[Part, ...]


@cache
def table(name: str) -> Mapping[str, Any]:
    """The TOML file `name` of law/ca/papers."""
    return tomllib.loads((PAPERS / f"{name}.toml").read_text(encoding="utf-8"))


@cache
def wording(name: str) -> Wording:
    """The words of the paper `name`."""
    data = table(name)
    return Wording(
        name=data["name"],
        footer=data["footer"],
        title=tuple(map(_words, data.get("title", ()))),
        parts=tuple(map(_part, data.get("part", ()))),
    )


def holds(when: tuple[str, ...], flags: frozenset[str]) -> bool:
    """Whether every condition of `when` holds: a flag that is set, or "not flag" for one that is not."""
    return all((test[4:] not in flags) if test.startswith("not ") else (test in flags) for test in when)


def _words(entry: str | Mapping[str, Any]) -> Words:
    if isinstance(entry, str):
        return Words(_one_line(entry))
    return Words(_one_line(entry["text"]), tuple(entry.get("when", ())))


def _part(data: Mapping[str, Any]) -> Part:
    known = {"heading", "level", "style", "when", "for", "slot", "text", "new_page"}
    if unknown := set(data) - known:
        raise ValueError(f"unknown keys in a part of a paper: {', '.join(sorted(unknown))}")
    return Part(
        words=tuple(map(_words, data.get("text", ()))),
        heading=data.get("heading"),
        level=data.get("level", 1),
        style=data.get("style", "plain"),
        when=tuple(data.get("when", ())),
        each=data.get("for"),
        slot=data.get("slot"),
        new_page=data.get("new_page", False),
    )


def _one_line(text: str) -> str:
    return " ".join(text.split())
