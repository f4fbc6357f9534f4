"""A text: its lines, by pages."""

import codecs
from typing import BinaryIO

from probono.vault.uploads.convert.answering import LINES_A_PAGE, as_json, facts
from probono.vault.uploads.frames import FACTS, WORDS, send

_BOMS = (b"\xff\xfe", b"\xfe\xff")


def prepare() -> None:
    """Loads the ways in which texts are written."""
    for name in ("utf-16", "utf-16-le", "utf-16-be", "utf-8-sig", "cp1252"):
        codecs.lookup(name)


def look(data: bytes, words: list[str], out: BinaryIO) -> None:
    """The lines, cut at form feeds or after so many of them."""
    pages = []
    for leaf in _decoded(data).split("\f"):
        lines = leaf.splitlines()
        pages += [lines[at : at + LINES_A_PAGE] for at in range(0, max(len(lines), 1), LINES_A_PAGE)]
    told = facts(len(pages))
    send(out, WORDS, as_json(pages))
    send(out, FACTS, told)


def _decoded(data: bytes) -> str:
    if data.startswith(_BOMS):
        return data.decode("utf-16", errors="replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace")
