"""Finding the filing fonts: Liberation Serif, metric-compatible with Times New Roman (CRC 2.105), and Tinos beside it.

Tinos has the same measures and the letters Liberation lacks (Vietnamese above all); it is used for those letters only,
and papers without them come out the same whether it is there or not.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from vacatur.kit.errors import InputError

FACES = ("Regular", "Bold", "Italic", "BoldItalic")
MAIN = "Liberation Serif"
SECOND = "Tinos"
_OURS = Path(__file__).parent / "fonts"
_DEBIAN = Path("/usr/share/fonts/truetype")
_PLACES = (_OURS, *(_DEBIAN / name for name in ("liberation", "liberation2", "croscore")))


@dataclass(frozen=True, slots=True)
class Fonts:
    """The font families to set with, first choice first, and the files of each."""

    families: tuple[str, ...]
    files: tuple[tuple[Path, ...], ...]

    @property
    def all_files(self) -> tuple[Path, ...]:
        """Every file of every family."""
        return tuple(file for family in self.files for file in family)


def _family(name: str, folders: Sequence[Path]) -> tuple[Path, ...] | None:
    """The four faces of a family, from the first folder that has them all."""
    for folder in folders:
        files = tuple(folder / f"{name.replace(' ', '')}-{face}.ttf" for face in FACES)
        if all(file.is_file() for file in files):
            return files
    return None


def find_fonts(folders: Sequence[Path]) -> Fonts:
    """The filing fonts found in these folders. InputError, saying what to install, without the main one."""
    main = _family(MAIN, folders)
    if main is None:
        raise InputError(
            f"The filing font {MAIN} is not on this machine: run 'make setup', or install the package fonts-liberation."
        )
    second = _family(SECOND, folders)
    return Fonts((MAIN,), (main,)) if second is None else Fonts((MAIN, SECOND), (main, second))


@cache
def filing_fonts() -> Fonts:
    """The filing fonts of this machine: the copy made at set-up first, then Debian's packages."""
    return find_fonts(_PLACES)
