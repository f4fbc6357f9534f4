"""Debian packages, installed only where something is missing."""

import glob
import os
import shutil
import subprocess
from dataclasses import dataclass

from tools.steps import SetupError, quietly


@dataclass(frozen=True)
class Need:
    """A package, and the file or program that shows it is there."""

    package: str
    shown_by: tuple[str, ...]

    def is_met(self) -> bool:
        """True when a file of that pattern, or a program of that name, is found."""
        return any(glob.glob(sign) if "/" in sign else shutil.which(sign) for sign in self.shown_by)


FONTS = Need("fonts-liberation", ("/usr/share/fonts/truetype/liberation*/LiberationSerif-Regular.ttf",))
POSTGRES = Need("postgresql", ("/usr/lib/postgresql/*/bin/initdb",))
CHROMIUM = Need("chromium", ("chromium",))
BUBBLEWRAP = Need("bubblewrap", ("bwrap",))
"""Walls files from outside are opened behind. Without it the site builds them itself, where the kernel lets it."""

FOR_RUN = (FONTS, BUBBLEWRAP)
FOR_TEST = (FONTS, BUBBLEWRAP, POSTGRES, CHROMIUM)


def missing(needs: tuple[Need, ...]) -> list[str]:
    """The packages whose signs are not found."""
    return [need.package for need in needs if not need.is_met()]


def install(packages: list[str]) -> None:
    """Install by apt-get without questions. SetupError names the packages where that is not allowed."""
    if not packages:
        return
    apt = _apt()
    if apt is None:
        names = " ".join(packages)
        raise SetupError(f"Please install these packages, then start again: {names}\n  sudo apt-get install {names}")
    env = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    quietly([*apt, "update"], env=env)
    quietly([*apt, "install", "-y", "--no-install-recommends", *packages], env=env)


def _apt() -> list[str] | None:
    """The command that may install: apt-get as root, or by sudo where it asks for no password."""
    if not shutil.which("apt-get"):
        return None
    if os.geteuid() == 0:
        return ["apt-get", "-q"]
    sudo = shutil.which("sudo")
    if sudo and subprocess.run([sudo, "-n", "true"], capture_output=True).returncode == 0:
        return [sudo, "-n", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-q"]
    return None
