"""How large a picture says it is, from its head: before anything is drawn."""

import struct

from probono.vault.uploads.kinds import Kind
from probono.vault.uploads.limits import MOST_PIXELS
from probono.vault.uploads.refusal import RefusedError, Why

_NO_FRAME = {0xC4, 0xC8, 0xCC}
_FRAMES = range(0xC0, 0xD0)
_ALONE = {0x01, *range(0xD0, 0xD8)}


def check_size(data: bytes, kind: Kind) -> None:
    """`RefusedError` when a picture has more pixels than allowed, or a head that tells no size."""
    try:
        width, height = _png(data) if kind is Kind.PNG else _jpeg(data)
    except (struct.error, IndexError, ValueError):
        raise RefusedError(Why.DAMAGED) from None
    if width < 1 or height < 1:
        raise RefusedError(Why.DAMAGED)
    if width * height > MOST_PIXELS:
        raise RefusedError(Why.TOO_MANY_PIXELS)


def _png(data: bytes) -> tuple[int, int]:
    if data[12:16] != b"IHDR":
        raise ValueError
    width, height = struct.unpack(">II", data[16:24])
    return width, height


def _jpeg(data: bytes) -> tuple[int, int]:
    """Walks the segments to the frame's head."""
    place = 2
    while True:
        if data[place] != 0xFF:
            raise ValueError
        marker = data[place + 1]
        if marker == 0xFF:  # fill bytes before a marker
            place += 1
        elif marker in _ALONE:
            place += 2
        elif marker in _FRAMES and marker not in _NO_FRAME:
            height, width = struct.unpack(">HH", data[place + 5 : place + 9])
            return width, height
        else:
            (length,) = struct.unpack(">H", data[place + 2 : place + 4])
            if length < 2:
                raise ValueError
            place += 2 + length
