"""Processes that are killed (SIGKILL) at a chosen step of their work, and others that look at what is left.

A step is every statement to the database, every commit, and every write, sync, rename or removal of a file. A process is a
fork of one that has opened no database yet: two hundred of them cost seconds.
"""

import json
import os
import signal
import sys
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.db import connection

_TOUCHES = {"os.rename", "os.remove", "os.mkdir", "os.rmdir"}
_WRITES = os.O_WRONLY | os.O_RDWR | os.O_CREAT
Tell = Callable[[str], None]


@dataclass(frozen=True)
class Moment:
    """When to kill: at a step (0 never), or so many seconds after it, wherever the work is then."""

    step: int
    later: float = 0.0


@dataclass(frozen=True)
class Ended:
    """What a process told before its end, and whether it was killed."""

    told: list[str]
    killed: bool


def apart(work: Callable[[], Any]) -> Any:
    """Runs it in a process of its own and gives what it returns."""

    def told(tell: Tell) -> None:
        tell(json.dumps(work()))

    ended = doomed(told, Moment(0))
    return json.loads(ended.told[-1])


def steps_of(work: Callable[[Tell], None]) -> int:
    """How many steps it takes when nobody kills it."""

    def counted(tell: Tell) -> None:
        count = _armed(Moment(0))
        work(lambda _line: None)
        tell(str(count()))

    return int(doomed(counted, Moment(0), arm=False).told[-1])


def doomed(work: Callable[[Tell], None], moment: Moment, *, arm: bool = True) -> Ended:
    """Runs it in a process of its own, killed at the moment. What it told up to then was told for good."""
    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:
        code = 1
        try:
            os.close(reader)
            if arm:
                _armed(moment)
            work(lambda line: _write(writer, line))
            code = 0
        except BaseException:
            import traceback

            traceback.print_exc()
        finally:
            sys.stderr.flush()
            os._exit(code)
    os.close(writer)
    with os.fdopen(reader) as file:
        lines = file.read().split("\n")
    _pid, status = os.waitpid(child, 0)
    killed = os.WIFSIGNALED(status) and os.WTERMSIG(status) == signal.SIGKILL
    if status and not killed:
        raise SystemExit("a process of the test failed")
    return Ended(lines[:-1], killed)


def _write(writer: int, line: str) -> None:
    data = f"{line}\n".encode()
    while data:
        data = data[os.write(writer, data) :]


def _armed(moment: Moment) -> Callable[[], int]:
    """From now on every step is counted, and the one of the moment is the last but for its delay."""
    count = 0

    def step() -> None:
        nonlocal count
        count += 1
        if count == moment.step:
            if moment.later:
                threading.Thread(target=_kill, args=(moment.later,), daemon=True).start()
            else:
                _kill(0)

    def statement(execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
        step()
        return execute(sql, params, many, context)

    def touched(event: str, about: tuple[Any, ...]) -> None:
        if event in _TOUCHES or (event == "open" and isinstance(about[2], int) and about[2] & _WRITES):
            step()

    def before(real: Callable[..., Any]) -> Callable[..., Any]:
        def call(*words: Any) -> Any:
            step()
            return real(*words)

        return call

    connection.execute_wrappers.append(statement)
    connection._commit = before(connection._commit)  # type: ignore[attr-defined,method-assign]
    os.fsync = before(os.fsync)  # type: ignore[assignment]
    sys.addaudithook(touched)
    return lambda: count


def _kill(later: float) -> None:
    time.sleep(later)
    os.kill(os.getpid(), signal.SIGKILL)
