"""How the converter answers: frames of a kind, a length and a content, the last one saying that all was said."""

import struct
from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO

HELLO, FACTS, FILE, PICTURE, WORDS, REFUSED, DONE = b"HELO", b"FACT", b"FILE", b"PICT", b"WORD", b"REFU", b"DONE"
_KINDS = {HELLO, FACTS, FILE, PICTURE, WORDS, REFUSED, DONE}
_HEAD = struct.Struct(">4sI")


class BrokenAnswerError(Exception):
    """The converter's answer does not keep to the form, or stops before its end."""


@dataclass(frozen=True, slots=True)
class Frame:
    """One piece of an answer."""

    kind: bytes
    content: bytes


def send(out: BinaryIO, kind: bytes, content: bytes = b"") -> None:
    """Writes one frame."""
    out.write(_HEAD.pack(kind, len(content)) + content)


def frames(answer: bytes) -> Iterator[Frame]:
    """The frames of a whole answer, without its end. `BrokenAnswerError` when anything is odd: the sender is not trusted."""
    place = 0
    while place + _HEAD.size <= len(answer):
        kind, length = _HEAD.unpack_from(answer, place)
        place += _HEAD.size
        if kind not in _KINDS or place + length > len(answer):
            raise BrokenAnswerError
        if kind == DONE:
            if length or place != len(answer):
                raise BrokenAnswerError
            return
        yield Frame(kind, answer[place : place + length])
        place += length
    raise BrokenAnswerError
