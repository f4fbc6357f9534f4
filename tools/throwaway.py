"""An environment that is used for one step and then deleted: it brings uv, and npm without a system-wide Node.js."""

import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tools.places import BOOTSTRAP_LOCK, WORK
from tools.steps import SetupError, quietly


@contextmanager
def throwaway(*packages: str) -> Iterator[Path]:
    """The folder of a fresh environment with these packages of the bootstrap lock."""
    WORK.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="env-", dir=WORK) as name:
        folder = Path(name)
        make_venv(folder / "env")
        lock = folder / "bootstrap.lock"
        lock.write_text(_pins(packages))
        pip: list[str | Path] = [
            folder / "env" / "bin" / "python",
            "-m",
            "pip",
            "install",
            "-q",
            "--no-cache-dir",
            "--no-compile",
        ]
        quietly([*pip, "--disable-pip-version-check", "--require-hashes", "--no-deps", "-r", lock])
        yield folder / "env"


def make_venv(folder: Path, *options: str) -> None:
    """A virtual environment made by the Python that runs the set-up."""
    try:
        subprocess.run([sys.executable, "-m", "venv", *options, folder], check=True, capture_output=True, text=True)
    except subprocess.CalledProcessError as error:
        raise SetupError(
            "Python could not make a virtual environment. On Debian: sudo apt-get install python3-venv\n"
            + (error.stdout + error.stderr).strip()
        ) from error


def _pins(packages: tuple[str, ...]) -> str:
    """The lock's entries of those packages, hashes and all."""
    entries = BOOTSTRAP_LOCK.read_text().replace("\\\n", " ").splitlines()
    return "\n".join(entry for entry in entries if entry.split("==")[0].strip() in packages) + "\n"
