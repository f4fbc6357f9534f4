"""Which characters can be printed."""

import struct
from pathlib import Path

import pytest

from vacatur.drafting.fonts import Fonts, filing_fonts
from vacatur.drafting.glyphs import characters_of, kind_of, printable


def font_file(path: Path, subtable: bytes) -> Path:
    """A TrueType file with nothing in it but one table of characters."""
    cmap = struct.pack(">HHHHI", 0, 1, 3, 10, 12) + subtable
    head = struct.pack(">IHHHH", 0x00010000, 1, 16, 0, 0)
    path.write_bytes(head + struct.pack(">4sIII", b"cmap", 0, 28, len(cmap)) + cmap)
    return path


def test_the_filing_font_has_the_letters_of_english_and_spanish_and_the_signs_of_law() -> None:
    have = printable(filing_fonts())

    assert set("AZaz09 .,;:()[]§¶“”‘’–—…•áéíóúüñÑ¿¡½") <= have


def test_it_lacks_chinese_and_emoji() -> None:
    assert not set("王한あ😀") & printable(filing_fonts())


def test_groups_of_wide_characters_are_read(tmp_path: Path) -> None:
    groups = struct.pack(">HHIII", 12, 0, 40, 0, 2) + struct.pack(">6I", 0x41, 0x43, 1, 0x1F600, 0x1F600, 9)

    assert characters_of(font_file(tmp_path / "a.ttf", groups)) == {0x41, 0x42, 0x43, 0x1F600}


def test_segments_with_shifts_and_with_glyph_numbers_are_read(tmp_path: Path) -> None:
    # One segment A-B by a shift of 1 - 65, one C-D by glyph numbers (C has none), and the closing segment.
    ends, starts = (0x42, 0x44, 0xFFFF), (0x41, 0x43, 0xFFFF)
    shifts, steps, glyphs = (65536 - 64, 0, 1), (0, 4, 0), (0, 7)
    numbers = struct.pack(">3H", *ends) + struct.pack(">H", 0) + struct.pack(">9H", *starts, *shifts, *steps)
    table = struct.pack(">7H", 4, 0, 0, 6, 0, 0, 0) + numbers + struct.pack(">2H", *glyphs)

    assert characters_of(font_file(tmp_path / "b.ttf", table)) == {0x41, 0x42, 0x44}


def test_a_character_counts_only_if_all_faces_of_a_family_have_it(tmp_path: Path) -> None:
    def face(name: str, last: int) -> Path:
        group = struct.pack(">HHIII", 12, 0, 28, 0, 1) + struct.pack(">3I", 0x41, last, 1)
        return font_file(tmp_path / name, group)

    fonts = Fonts(("One", "Two"), ((face("a", 0x43), face("b", 0x42)), (face("c", 0x41),)))

    assert printable(fonts) == {"A", "B"}


@pytest.mark.parametrize(
    ("char", "words"),
    [
        ("中", "Chinese, Japanese or Korean"),
        ("\U00020000", "Chinese, Japanese or Korean"),
        ("ひ", "Chinese, Japanese or Korean"),
        ("글", "Chinese, Japanese or Korean"),
        ("😀", "emoji"),
        ("☃", "emoji"),
        ("م", "Arabic"),
        ("Ա", "Armenian"),
        ("\u0331", "accent that stands alone"),
        ("ợ", "accents"),
        ("\u200b", "invisible"),
        ("\x07", "control"),
        ("ᚠ", "another script"),
    ],
)
def test_a_character_is_called_by_its_kind(char: str, words: str) -> None:
    assert words in kind_of(char)
    assert char not in kind_of(char)
