"""A Word document: a clean copy, what was taken out of it, and its words."""

import codecs
from typing import BinaryIO

from probono.vault.uploads.convert.answering import as_json, facts
from probono.vault.uploads.convert.clean_word import cleaned
from probono.vault.uploads.frames import FACTS, FILE, WORDS, send
from vacatur.doors.picture import load_formats


def prepare() -> None:
    """Loads what opening a document's pictures and old names needs."""
    load_formats()
    for name in ("cp437", "utf-16"):
        codecs.lookup(name)


def look(data: bytes, words: list[str], out: BinaryIO) -> None:
    """Cleans it and tells what it says."""
    clean = cleaned(data)
    told = facts(len(clean.pages), clean.marks)
    send(out, FILE, clean.data)
    send(out, WORDS, as_json(clean.pages))
    send(out, FACTS, told)
