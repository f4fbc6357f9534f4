"""The program that opens one file behind walls: it reads standard input and answers on standard output.

It is started by `sandbox` with: how it is walled in, who started it, what to do, its limits, and words for the work.
"""

import io
import json
import os
import sys
from collections.abc import Callable
from importlib import import_module
from typing import Any, BinaryIO

from probono.vault.uploads import jail
from probono.vault.uploads.frames import DONE, HELLO, REFUSED, send
from probono.vault.uploads.refusal import RefusedError, Why

BUBBLEWRAP, OWN = "bubblewrap", "own"
Work = Callable[[bytes, list[str], BinaryIO], None]

GIVES_WAY = 10
"""How far the opening of a file stands back behind the pages of the site, which people wait for."""
_ALONE, _WITH_KEEPERS = 1, 4
"""Processes: a walled-in user of its own has this one; elsewhere the processes that hold the walls are counted, too."""


def main(words: list[str]) -> int:
    """Goes behind the walls, then reads, works and answers. 0 when the answer is whole."""
    walls, parent, work_name, told, *rest = words
    limits = json.loads(told)
    os.nice(GIVES_WAY)
    jail.die_with_parent(int(parent) if walls == OWN else 0)
    work = _work(work_name)
    alone = _go_in(walls, limits["folder"])
    jail.limit(
        memory=limits["memory"],
        cpu=limits["cpu"],
        output=limits["output"],
        processes=_ALONE if alone else _WITH_KEEPERS,
    )
    _answer(work, rest)
    return 0


def _go_in(walls: str, folder: int) -> bool:
    """Whether the process is now a user of its own."""
    if walls == OWN:
        return jail.enter(folder_bytes=folder)
    if os.geteuid() != 0:
        return False
    jail.become_nobody()
    return True


def hello(data: bytes, words: list[str], out: BinaryIO) -> None:
    """Shows that the walls stand: what came in goes out."""
    send(out, HELLO, data)


def _work(name: str) -> Work:
    """The function, with all it needs loaded: behind the walls there is nothing to load from."""
    module, _, function = name.partition(":")
    loaded: Any = import_module(module)
    prepare: Callable[[], None] = getattr(loaded, "prepare", lambda: None)
    prepare()
    found: Work = getattr(loaded, function)
    return found


def _answer(work: Work, words: list[str]) -> None:
    out = os.fdopen(os.dup(1), "wb", buffering=io.DEFAULT_BUFFER_SIZE)
    try:
        work(sys.stdin.buffer.read(), words, out)
    except RefusedError as error:
        send(out, REFUSED, error.why.encode())
    except (MemoryError, RecursionError):
        send(out, REFUSED, Why.TOO_MUCH_WORK.encode())
    send(out, DONE)
    out.close()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
