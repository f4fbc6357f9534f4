"""Whose turn it is to have a file opened, so that hard files take neither all of a process's threads nor all of its sandboxes."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager

from probono.vault.uploads.refusal import RefusedError, Why

IN_LINE = 3
"""Files that have just come and are opened or wait for it. One more is refused at once: who waits holds a thread of the site."""
PATIENCE = 20.0
"""Seconds that one of them waits while another one is opened. Drawing a page of a file that was taken waits for none of them."""
_line = threading.BoundedSemaphore(IN_LINE)
_opening = threading.Lock()


@contextmanager
def turn_of_new_file() -> Iterator[None]:
    """One file that has just come in is opened at a time. `RefusedError` when too many others came first."""
    if not _line.acquire(blocking=False):
        raise RefusedError(Why.BUSY)
    try:
        if not _opening.acquire(timeout=PATIENCE):
            raise RefusedError(Why.BUSY)
        try:
            yield
        finally:
            _opening.release()
    finally:
        _line.release()
