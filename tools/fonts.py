"""The filing font: Liberation Serif, metric-compatible with Times New Roman, copied from Debian's package."""

import glob
import shutil

from tools import debian
from tools.places import FONTS
from tools.steps import SetupError

STYLES = ("Regular", "Bold", "Italic", "BoldItalic")


def are_there() -> bool:
    """True when all four styles are in place."""
    return all((FONTS / f"LiberationSerif-{style}.ttf").is_file() for style in STYLES)


def copy() -> None:
    """Install the package where it is missing, then copy the four files."""
    debian.install(debian.missing((debian.FONTS,)))
    pattern = debian.FONTS.shown_by[0]
    FONTS.mkdir(parents=True, exist_ok=True)
    for style in STYLES:
        found = glob.glob(pattern.replace("Regular", style))
        if not found:
            raise SetupError(f"LiberationSerif-{style}.ttf was not found after installing fonts-liberation.")
        shutil.copy(found[0], FONTS)
