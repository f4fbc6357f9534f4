"""A private folder for one piece of work that needs files in plain text: in memory, and gone afterwards.

A process that is killed cannot clear up after itself; whoever works next does it, and so do the worker's start and the janitor.
"""

import fcntl
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

MEMORY = Path("/dev/shm")  # noqa: S108
PREFIX = "probono-work-"


@contextmanager
def workshop() -> Iterator[Path]:
    """The folder, held for as long as this process lives in it."""
    clear()
    folder, hold = _held()
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)
        os.close(hold)


def clear() -> int:
    """Takes away every workshop whose process has died, and says how many."""
    cleared = 0
    for folder in place().glob(f"{PREFIX}*"):
        hold = _hold(folder)
        if hold is not None:
            shutil.rmtree(folder, ignore_errors=True)
            os.close(hold)
            cleared += 1
    return cleared


def place() -> Path:
    """The system's folder in memory, or its temporary one where it has none (production refuses to start there)."""
    return MEMORY if MEMORY.is_dir() else Path(tempfile.gettempdir())


def _held() -> tuple[Path, int]:
    """A new folder and the hold on it. One that another process cleared away in that moment is made again."""
    while True:
        folder = Path(tempfile.mkdtemp(prefix=PREFIX, dir=place()))
        hold = _hold(folder)
        if hold is not None and folder.is_dir():
            return folder, hold
        if hold is not None:
            os.close(hold)


def _hold(folder: Path) -> int | None:
    """The kernel's lock on a folder, which ends with the process; nothing when another has it, or it is not ours."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW)
        if os.fstat(handle).st_uid == os.geteuid():
            with suppress(OSError):
                fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
                return handle
        os.close(handle)
    return None
