"""The worker while the site runs: started with it, and again when it ends by itself, so that one bad moment of the database does
not stop the site.
"""

import subprocess
import sys
import time
from collections.abc import Callable

MOST_STARTS = 3
WITHIN_SECONDS = 60

Start = Callable[..., "subprocess.Popen[bytes]"]


class WorkerKeeper:
    """Asked from the server's loop as often as it turns. `child` is the worker that runs now, or ran last."""

    def __init__(self, start: Start, clock: Callable[[], float] = time.monotonic) -> None:
        self._start, self._clock = start, clock
        self._starts: list[float] = []
        self.child = self._begin()

    def turn(self) -> bool:
        """Whether there is a worker. One that ended is started again, unless that was done three times within a minute."""
        if self.child.poll() is None:
            return True
        now = self._clock()
        self._starts = [each for each in self._starts if now - each < WITHIN_SECONDS]
        if len(self._starts) >= MOST_STARTS:
            print("The worker ended by itself again and again, so the site stops: its log says why.", file=sys.stderr)
            return False
        print("The worker ended by itself and was started again. No job is lost.", file=sys.stderr, flush=True)
        self.child = self._begin()
        return True

    def _begin(self) -> "subprocess.Popen[bytes]":
        self._starts.append(self._clock())
        return self._start("-m", "probono.config.command", "worker")
