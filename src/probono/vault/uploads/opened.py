"""What a file is found to be when it is opened behind walls. Every answer is checked: the process that gave it is not trusted."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from probono.vault.uploads import sandbox
from probono.vault.uploads.frames import FACTS, FILE, PICTURE, WORDS, Frame
from probono.vault.uploads.kinds import Kind
from probono.vault.uploads.limits import MOST_PAGES
from probono.vault.uploads.marks import Mark
from probono.vault.uploads.refusal import RefusedError, Why
from probono.vault.uploads.turns import turn_of_new_file

_PNG = b"\x89PNG\r\n\x1a\n"
_JPEG = b"\xff\xd8\xff"
_STARTS = {Kind.WORD: b"PK\x03\x04", Kind.PNG: _PNG, Kind.JPEG: _JPEG}
_CONVERT = "probono.vault.uploads.convert"
_MODULES = {Kind.PDF: "pdf", Kind.WORD: "word", Kind.TEXT: "text", Kind.JPEG: "picture", Kind.PNG: "picture"}
Pages = tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Looked:
    """Pages, what was found that is no page, a clean copy of a picture or Word document, and the words of a text."""

    pages: int
    marks: tuple[Mark, ...]
    clean: bytes | None
    words: Pages | None


@dataclass(frozen=True, slots=True)
class PrintOfPage:
    """What is printed on one page of a PDF: lines, lines across, size in points, and the baselines of its pieces."""

    lines: tuple[str, ...]
    aside: tuple[str, ...]
    is_picture: bool
    width: float
    height: float
    baselines: tuple[float, ...]


def look_at(data: bytes, kind: Kind) -> Looked:
    """Opens a file once, whole. `RefusedError` tells why it is not taken."""
    with turn_of_new_file():
        found = _told(sandbox.run(f"{_CONVERT}.{_MODULES[kind]}:look", data, kind.value))
    clean, words = found.get(FILE), found.get(WORDS)
    with _checking():
        facts = json.loads(found[FACTS])
        pages, marks = int(facts["pages"]), tuple(Mark(each) for each in facts["marks"])
        if not 1 <= pages <= MOST_PAGES or (clean is not None and not clean.startswith(_STARTS[kind])):
            raise ValueError
        return Looked(pages, marks, clean, _lines(json.loads(words)) if words is not None else None)


def page_picture(data: bytes, number: int) -> bytes:
    """One page of a PDF as PNG. IndexError when there is no such page; `RefusedError` when it cannot be drawn."""
    found = _told(sandbox.run(f"{_CONVERT}.pdf:page", data, str(number)))
    if PICTURE not in found:
        raise IndexError(number)
    if not found[PICTURE].startswith(_PNG):
        raise RefusedError(Why.DAMAGED)
    return found[PICTURE]


def sheet_print(data: bytes) -> bytes:
    """What is printed on a RAP sheet's pages, as the JSON that `print_of` reads. `RefusedError` when it cannot be read."""
    with turn_of_new_file():
        found = _told(sandbox.run(f"{_CONVERT}.pdf:sheet", data))
    words = found.get(WORDS, b"")
    print_of(words)
    return words


def print_of(words: bytes) -> tuple[PrintOfPage, ...]:
    """The pages of a print. `RefusedError` when it has another form."""
    with _checking():
        pages = json.loads(words)
        if not isinstance(pages, list) or not pages:
            raise ValueError
        return tuple(
            PrintOfPage(
                lines=_texts(page["lines"]),
                aside=_texts(page["aside"]),
                is_picture=page["is_picture"] is True,
                width=float(page["width"]),
                height=float(page["height"]),
                baselines=tuple(float(y) for y in page["baselines"]),
            )
            for page in pages
        )


@contextmanager
def _checking() -> Iterator[None]:
    """Whatever is odd about an answer is one thing: a file that could not be opened."""
    try:
        yield
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        raise RefusedError(Why.DAMAGED) from None


def _told(answer: list[Frame]) -> dict[bytes, bytes]:
    found = {frame.kind: frame.content for frame in answer}
    if len(found) != len(answer):
        raise RefusedError(Why.DAMAGED)
    return found


def _lines(value: Any) -> Pages:
    return tuple(_texts(page) for page in value)


def _texts(value: Any) -> tuple[str, ...]:
    if not isinstance(value, list) or not all(isinstance(each, str) for each in value):
        raise ValueError
    return tuple(value)
