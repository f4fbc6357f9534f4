"""Which characters the filing font can print. A character it lacks would come out as an empty box, so it is refused."""

import struct
import unicodedata
from functools import cache
from pathlib import Path

from vacatur.drafting.fonts import Fonts

_KINDS = (
    ("CJK", "a Chinese, Japanese or Korean character"),
    ("HIRAGANA", "a Chinese, Japanese or Korean character"),
    ("KATAKANA", "a Chinese, Japanese or Korean character"),
    ("HANGUL", "a Chinese, Japanese or Korean character"),
    ("ARABIC", "an Arabic character"),
    ("HEBREW", "a Hebrew character"),
    ("DEVANAGARI", "a Devanagari character"),
    ("THAI", "a Thai character"),
    ("ARMENIAN", "an Armenian character"),
    ("KHMER", "a Khmer character"),
    ("COMBINING", "an accent that stands alone"),
)


def _windows_table(data: bytes) -> int:
    """Where the font's widest Unicode table begins: format 12 where there is one, else format 4."""
    found: dict[int, int] = {}
    tables = struct.unpack_from(">H", data, 4)[0]
    records = {data[12 + 16 * n : 16 + 16 * n]: struct.unpack_from(">I", data, 20 + 16 * n)[0] for n in range(tables)}
    cmap = records[b"cmap"]
    for n in range(struct.unpack_from(">H", data, cmap + 2)[0]):
        offset = cmap + struct.unpack_from(">I", data, cmap + 8 + 8 * n)[0]
        found[struct.unpack_from(">H", data, offset)[0]] = offset
    return found.get(12) or found[4]


def _segments(data: bytes, at: int) -> set[int]:
    """Characters of a format 4 table: runs of 16-bit characters, each with a shift or an index into glyph numbers."""
    count = struct.unpack_from(">H", data, at + 6)[0] // 2
    ends, starts, shifts, steps = (struct.unpack_from(f">{count}H", data, at + skip) for skip in _columns(count))
    steps_at = at + _columns(count)[3]

    def glyph(n: int, char: int) -> int:
        if steps[n] == 0:
            return int(char + shifts[n]) & 0xFFFF
        return int(struct.unpack_from(">H", data, steps_at + 2 * n + steps[n] + 2 * (char - starts[n]))[0])

    return {char for n in range(count) for char in range(starts[n], ends[n] + 1) if glyph(n, char)}


def _columns(count: int) -> tuple[int, int, int, int]:
    """Where the four columns of a format 4 table begin: ends, starts, shifts and steps."""
    return 14, 16 + 2 * count, 16 + 4 * count, 16 + 6 * count


def _groups(data: bytes, at: int) -> set[int]:
    """Characters of a format 12 table: groups of 32-bit characters."""
    groups = struct.unpack_from(">I", data, at + 12)[0]
    have: set[int] = set()
    for n in range(groups):
        start, end, _glyph = struct.unpack_from(">III", data, at + 16 + 12 * n)
        have.update(range(start, end + 1))
    return have


def characters_of(font: Path) -> frozenset[int]:
    """The characters one TrueType file has a glyph for."""
    data = font.read_bytes()
    at = _windows_table(data)
    have = _groups(data, at) if struct.unpack_from(">H", data, at)[0] == 12 else _segments(data, at)
    return frozenset(have - {0xFFFF})


@cache
def printable(fonts: Fonts) -> frozenset[str]:
    """The characters every face of at least one family can print."""
    families = [frozenset.intersection(*map(characters_of, files)) for files in fonts.files]
    return frozenset(chr(code) for code in frozenset.union(*families))


def kind_of(char: str) -> str:
    """What a person would call a character that cannot be printed; never the character itself."""
    category = unicodedata.category(char)
    if category in ("Cc", "Cf", "Cs", "Co", "Cn"):
        return "an invisible or control character"
    if category == "So" or ord(char) >= 0x1F000:
        return "an emoji or picture character" if ord(char) < 0x20000 else "a Chinese, Japanese or Korean character"
    name = unicodedata.name(char, "")
    if name.startswith("LATIN"):
        return "a letter with accents this font lacks (the font package fonts-croscore adds Vietnamese)"
    return next((words for start, words in _KINDS if name.startswith(start)), "a character of another script")
