"""Opening a file in a process of its own, without network, files or rights, that leaves nothing behind.

By bubblewrap where it is installed and works, else by the kernel's name spaces directly (`jail`). Where neither works, nothing
is opened. Nothing touches a disk: the file goes in through a pipe and the answer comes out through another.
"""

import errno
import json
import logging
import os
import selectors
import shutil
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

import probono
import vacatur
from probono.vault.uploads import inside
from probono.vault.uploads.frames import HELLO, REFUSED, BrokenAnswerError, Frame, frames
from probono.vault.uploads.limits import MEBIBYTE
from probono.vault.uploads.refusal import RefusedError, Why

log = logging.getLogger(__name__)

AT_ONCE = 2
"""Sandboxes that one process of the site runs at a time; at most one of them opens a file that has just come in (turns.py)."""
_WORK = "/tmp"  # noqa: S108 (a folder in memory that only the process inside sees)
_PIPE = 64 * 1024
_BUSY = (errno.EAGAIN, errno.ENOMEM, errno.EMFILE, errno.ENFILE)
"""Why a process cannot be started for now."""
_AS_ANYBODY = ("--unshare-all", "--cap-drop", "ALL")
_AS_ROOT = (
    "--unshare-pid", "--unshare-net", "--unshare-ipc", "--unshare-uts", "--unshare-cgroup-try",
    "--cap-drop", "ALL", "--cap-add", "CAP_SETUID", "--cap-add", "CAP_SETGID",
)  # fmt: skip
"""Root goes in as itself and becomes nobody there: root's own processes are never counted against a limit."""
_HELLO = b"are the walls up?"
_working: list["Means"] = []
_turn = threading.BoundedSemaphore(AT_ONCE)


class Means(StrEnum):
    """By what a file is walled in."""

    BUBBLEWRAP = "bubblewrap"
    UNSHARE = "unshare"


@dataclass(frozen=True, slots=True)
class Limits:
    """What one file may take: bytes of memory, seconds of work and of waiting, bytes of answer and of its folder in memory."""

    memory: int = 1024 * MEBIBYTE
    cpu: int = 60
    wall: float = 75
    output: int = 200 * MEBIBYTE
    folder: int = 64 * MEBIBYTE


NORMAL = Limits()
_PROBE = Limits(cpu=10, wall=10)


def run(
    work: str,
    data: bytes,
    *words: str,
    limits: Limits = NORMAL,
    by: Means | None = None,
    also: Sequence[Path] = (),
) -> list[Frame]:
    """What the function `work` ("module:function") answers about a file, opened behind walls.

    `also` are further folders its module is loaded from. `RefusedError` tells why there is no answer: the file's own fault,
    too much work, or no walls on this machine.
    """
    chosen = by or means()
    if chosen is None:
        raise RefusedError(Why.NO_SANDBOX)
    with _turn:
        answer, code = _talk(_command(chosen, work, words, limits, also), data, limits, also)
    return _checked(answer, code)


def means() -> Means | None:
    """What works on this machine, best first. What worked once is kept; while nothing does, each file asks again: the machine
    may only have been busy.
    """
    if not _working:
        if (found := next((each for each in Means if works(each)), None)) is None:
            log.error("No sandbox works on this machine: files that need one are refused.")
            return None
        _working.append(found)
    return _working[0]


def works(each: Means) -> bool:
    """Whether a way of walling in works here: asked of the thing itself."""
    if each is Means.BUBBLEWRAP and not shutil.which("bwrap"):
        return False
    try:
        return run("probono.vault.uploads.inside:hello", _HELLO, limits=_PROBE, by=each) == [Frame(HELLO, _HELLO)]
    except (RefusedError, OSError):
        return False


def _checked(answer: bytes, code: int) -> list[Frame]:
    try:
        found = list(frames(answer))
    except BrokenAnswerError:
        stopped = (-signal.SIGKILL, -signal.SIGXCPU, jail_code(signal.SIGKILL), jail_code(signal.SIGXCPU))
        raise RefusedError(Why.TOO_MUCH_WORK if code in stopped else Why.DAMAGED) from None
    for frame in found:
        if frame.kind == REFUSED:
            raise RefusedError(_why(frame.content))
    return found


def jail_code(number: int) -> int:
    """How a process that waits for another tells that a signal ended it."""
    return 128 + number


def _why(content: bytes) -> Why:
    try:
        return Why(content.decode())
    except ValueError:
        return Why.DAMAGED


def _command(by: Means, work: str, words: Sequence[str], limits: Limits, also: Sequence[Path]) -> list[str]:
    told = json.dumps({"memory": limits.memory, "cpu": limits.cpu, "output": limits.output, "folder": limits.folder})
    walls = inside.OWN if by is Means.UNSHARE else inside.BUBBLEWRAP
    program = [sys.executable, "-s", "-P", "-B", "-m", inside.__name__, walls, str(os.getpid()), work, told, *words]
    return program if by is Means.UNSHARE else [*_bubblewrap(limits, also), *program]


def _bubblewrap(limits: Limits, also: Sequence[Path]) -> list[str]:
    bound = [word for path in _readable(also) for word in ("--ro-bind-try", path, path)]
    return [
        shutil.which("bwrap") or "bwrap", *(_AS_ROOT if os.geteuid() == 0 else _AS_ANYBODY), "--die-with-parent", "--new-session",
        "--perms", "1777", "--size", str(limits.folder), "--tmpfs", _WORK, *bound,
        "--dev", "/dev", "--chdir", _WORK,
    ]  # fmt: skip


def _readable(also: Sequence[Path]) -> list[str]:
    """What Python needs to be seen, and nothing else: the system's libraries, Python, its packages, the program itself."""
    own = [path for path in sys.path if path and Path(path).is_dir() and "site-packages" in path]
    places = ["/usr", "/lib", "/lib32", "/lib64", "/bin", sys.base_prefix, sys.prefix, *own, *map(str, _roots(also))]
    return sorted(set(places), key=len)  # a folder before those in it, which would else be covered again


def _roots(also: Sequence[Path]) -> list[Path]:
    packages = (probono.__file__, vacatur.__file__)
    return list(dict.fromkeys([*(Path(file or "").parent.parent for file in packages), *also]))


def _talk(command: list[str], data: bytes, limits: Limits, also: Sequence[Path]) -> tuple[bytes, int]:
    """Starts, feeds and hears out the process; ends it and all its children whatever happens."""
    env = {
        "PATH": "/usr/bin:/bin",
        "LC_ALL": "C.UTF-8",
        "PYTHONPATH": os.pathsep.join(map(str, _roots(also))),
        "MALLOC_ARENA_MAX": "1",
    }
    try:
        process = subprocess.Popen(  # noqa: S603 (our own program)
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=env,
            cwd="/",
            start_new_session=True,
        )
    except OSError as error:
        raise RefusedError(Why.TOO_MUCH_WORK if error.errno in _BUSY else Why.NO_SANDBOX) from None
    try:
        answer = _exchange(process, data, limits)
        code = process.wait(timeout=5)
    except (TimeoutError, subprocess.TimeoutExpired):
        raise RefusedError(Why.TOO_MUCH_WORK) from None
    finally:
        _end(process)
    return answer, code


def _exchange(process: subprocess.Popen[bytes], data: bytes, limits: Limits) -> bytes:
    """Feeds and hears at once, until the other side is done. TimeoutError when it takes too long or says too much."""
    until = time.monotonic() + limits.wall
    stdin, stdout = process.stdin, process.stdout
    if stdin is None or stdout is None:
        raise AssertionError("the pipes were asked for")
    rest, answer = memoryview(data), bytearray()
    os.set_blocking(stdin.fileno(), False)
    os.set_blocking(stdout.fileno(), False)
    with selectors.DefaultSelector() as waiting:
        waiting.register(stdout, selectors.EVENT_READ)
        waiting.register(stdin, selectors.EVENT_WRITE)
        while waiting.get_map():
            left = until - time.monotonic()
            if left <= 0 or len(answer) > limits.output:
                raise TimeoutError
            for key, _events in waiting.select(left):
                if key.fileobj is stdout:
                    piece = os.read(stdout.fileno(), _PIPE)
                    answer += piece
                    if not piece:
                        return bytes(answer)
                else:
                    rest = _fed(stdin.fileno(), rest)
                    if not rest:
                        waiting.unregister(stdin)
                        stdin.close()
    return bytes(answer)


def _fed(handle: int, rest: memoryview) -> memoryview:
    """What is left to feed. A process that reads no more has had enough."""
    try:
        return rest[os.write(handle, rest[:_PIPE]) :]
    except BlockingIOError:
        return rest
    except BrokenPipeError:
        return rest[:0]


def _end(process: subprocess.Popen[bytes]) -> None:
    """Ends the whole group; the kernel then ends all that live in its space of processes."""
    with suppress(ProcessLookupError, PermissionError):
        os.killpg(process.pid, signal.SIGKILL)
    for pipe in (process.stdin, process.stdout):
        if pipe is not None:
            with suppress(OSError):
                pipe.close()
    process.wait()
