"""A picture: drawn anew, without what came with it."""

from typing import BinaryIO

from probono.vault.uploads.convert.answering import facts
from probono.vault.uploads.frames import FACTS, FILE, send
from probono.vault.uploads.limits import MOST_PIXELS
from probono.vault.uploads.refusal import RefusedError, Why
from vacatur.doors.picture import load_formats, plain_picture
from vacatur.kit.errors import InputError

prepare = load_formats


def look(data: bytes, words: list[str], out: BinaryIO) -> None:
    """The plain picture, of the kind the word names."""
    try:
        plain = plain_picture(data, words[0].upper(), most_pixels=MOST_PIXELS)
    except InputError:
        raise RefusedError(Why.DAMAGED) from None
    send(out, FILE, plain)
    send(out, FACTS, facts(1))
