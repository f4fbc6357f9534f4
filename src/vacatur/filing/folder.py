"""A folder that is there whole or not at all: written beside its place, then renamed."""

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from vacatur.kit.errors import InputError


@contextmanager
def whole_folder(out: Path) -> Iterator[Path]:
    """A temporary sibling of `out` to write into; it becomes `out` at the end, and is removed if anything fails.

    InputError when `out` is a file or a folder that is not empty, or when it cannot be written.
    """
    refuse_used(out)
    try:
        out.parent.mkdir(parents=True, exist_ok=True)
        made = Path(tempfile.mkdtemp(prefix=f".{out.name}.", dir=out.parent))
    except OSError:
        raise InputError("The output folder cannot be written: choose another place.") from None
    try:
        yield made
        refuse_used(out)
        made.replace(out)
    except BaseException:
        shutil.rmtree(made, ignore_errors=True)
        raise


def refuse_used(out: Path) -> None:
    """InputError unless `out` is a new name or an empty folder: a packet never mixes with other files."""
    if out.is_dir() and any(out.iterdir()):
        raise InputError("The output folder is not empty: name a new or empty folder.")
    if out.exists() and not out.is_dir():
        raise InputError("The output folder's name is a file: name a new or empty folder.")
