"""Finding the filing font: Liberation Serif, metric-compatible with Times New Roman (CRC 2.105)."""

from collections.abc import Sequence
from functools import cache
from pathlib import Path

from vacatur.kit.errors import InputError

FAMILY = "Liberation Serif"
FACES = ("Regular", "Bold", "Italic", "BoldItalic")
_OURS = Path(__file__).parent / "fonts"
_DEBIAN = (Path("/usr/share/fonts/truetype/liberation"), Path("/usr/share/fonts/truetype/liberation2"))


def face(folder: Path, name: str = "Regular") -> Path:
    """The file of one face of the filing font in a folder."""
    return folder / f"LiberationSerif-{name}.ttf"


def find_fonts(folders: Sequence[Path]) -> Path:
    """The first folder that holds all four faces. InputError, saying what to install, if none does."""
    for folder in folders:
        if all(face(folder, name).is_file() for name in FACES):
            return folder
    raise InputError(
        f"The filing font {FAMILY} is not on this machine: run 'make setup', or install the package fonts-liberation."
    )


@cache
def filing_fonts() -> Path:
    """The folder of the filing font: the copy made at set-up, else Debian's."""
    return find_fonts((_OURS, *_DEBIAN))
