"""Writing a file whole or not at all."""

import errno
import os
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

PART = ".part-"
"""How the name of an unfinished file begins."""


def write_whole(path: Path, parts: Iterable[bytes]) -> None:
    """Writes beside the target, syncs, renames, syncs the folder. A crash leaves the old state or the new one."""
    with _written_beside(path, parts) as part:
        part.replace(path)
    sync_folder(path.parent)


def write_once(path: Path, content: bytes) -> None:
    """Writes a file that is not there yet, whole and for good; where it is there, it stays. When several write it in the same
    moment, the first one's content is kept, and nobody ever reads half of it.
    """
    with _written_beside(path, [content]) as part, suppress(FileExistsError):
        path.hardlink_to(part)
    sync_folder(path.parent)


@contextmanager
def _written_beside(path: Path, parts: Iterable[bytes]) -> Iterator[Path]:
    _make_folder(path.parent)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=PART)
    try:
        with os.fdopen(handle, "wb") as file:
            for part in parts:
                file.write(part)
            file.flush()
            os.fsync(file.fileno())
        yield Path(name)
    finally:
        Path(name).unlink(missing_ok=True)


def append_line(path: Path, text: str) -> None:
    """Adds one line to a file that is only ever added to, and syncs it. A pipe that nobody reads is refused.

    OSError when the file does not take the whole line; a line cut short earlier never joins the new one.
    """
    _make_folder(path.parent)
    is_new = not path.exists()
    handle = os.open(path, os.O_WRONLY | os.O_APPEND | os.O_CREAT | os.O_NONBLOCK, 0o600)
    try:
        data = (("\n" if _cut_short(path) else "") + text + "\n").encode()
        if os.write(handle, data) != len(data):
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        if path.is_file():
            os.fsync(handle)
            if is_new:
                sync_folder(path.parent)
    finally:
        os.close(handle)


def _make_folder(folder: Path) -> None:
    """A new folder lasts through a power cut only once the one above it is synced: else the file in it is lost with it."""
    if folder.is_dir():
        return
    _make_folder(folder.parent)
    folder.mkdir(exist_ok=True, mode=0o700)
    sync_folder(folder.parent)


def _cut_short(path: Path) -> bool:
    """Whether the last line was never finished (the power went, the disk was full): the next one must not join it."""
    if not path.is_file() or not os.access(path, os.R_OK) or path.stat().st_size == 0:
        return False
    with path.open("rb") as file:
        file.seek(-1, os.SEEK_END)
        return file.read(1) != b"\n"


def sync_folder(folder: Path) -> None:
    """Makes a rename or removal in a folder last through a power cut."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
