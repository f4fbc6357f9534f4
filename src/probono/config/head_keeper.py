"""The audit log's signed heads while the site runs: one at its start, one each hour, one at its stop.

Each is written by a process of its own, so that nothing the sink does (a full disk, a pipe nobody reads) reaches the server.
"""

import contextlib
import subprocess
import sys
import time
from collections.abc import Callable

EVERY_SECONDS = 60 * 60
AT_MOST_SECONDS = 20
"""How long one head may take before its process is ended."""

Start = Callable[..., "subprocess.Popen[bytes]"]


class HeadKeeper:
    """Asked from the server's loop as often as it turns; it never waits there and never raises."""

    def __init__(self, start: Start, clock: Callable[[], float] = time.monotonic) -> None:
        self._start, self._clock = start, clock
        self._due = clock()
        self._running: subprocess.Popen[bytes] | None = None
        self._began = 0.0

    def turn(self) -> None:
        """Begins a head when one is due, and looks after the one that is being written."""
        if self._running is not None:
            self._look()
        elif self._clock() >= self._due:
            self._begin()

    def stop(self) -> None:
        """The last head, once nothing writes to the log any more; this one is waited for."""
        if self._running is not None:
            self._wait()
        self._begin()
        self._wait()

    def _begin(self) -> None:
        self._began = self._clock()
        self._due = self._began + EVERY_SECONDS
        try:
            self._running = self._start("-m", "probono.config.command", "audit", "head", quiet=True)
        except OSError:
            _tell()

    def _look(self) -> None:
        running = self._running
        if running is None:
            return
        if running.poll() is None and self._clock() - self._began < AT_MOST_SECONDS:
            return
        self._close(running)

    def _wait(self) -> None:
        running = self._running
        if running is None:
            return
        with contextlib.suppress(subprocess.TimeoutExpired):
            running.wait(AT_MOST_SECONDS)
        self._close(running)

    def _close(self, running: "subprocess.Popen[bytes]") -> None:
        if running.poll() is None:
            running.kill()
            running.wait()
        if running.returncode:
            _tell()
        self._running = None


def _tell() -> None:
    print("A signed head of the audit log was not written: run `probono audit head` to see why.", file=sys.stderr)
