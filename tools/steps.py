"""Steps of the set-up: each done once, again only when what it depends on has changed, and never silently for long."""

import hashlib
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from tools.places import ROOT, WORK

BEAT = 3.0
LAST_LINES = 25


class SetupError(Exception):
    """Set-up cannot go on; the message tells the person what to do."""


@dataclass(frozen=True)
class Step:
    """One step: its name, its title for people, what it depends on, what it leaves behind, and the work."""

    name: str
    title: str
    needs: tuple[Path | str, ...]
    makes: Callable[[], bool]
    work: Callable[[], None]

    def digest(self) -> str:
        """One hash over all the step depends on."""
        found = hashlib.sha256()
        for need in self.needs:
            found.update(need.encode() if isinstance(need, str) else need.read_bytes())
        return found.hexdigest()

    def is_done(self) -> bool:
        """True when the stamp fits and what the step makes is there."""
        stamp = self._stamp()
        return stamp.is_file() and stamp.read_text() == self.digest() and self.makes()

    def mark_done(self) -> None:
        """Remember what it was done for."""
        self._stamp().parent.mkdir(parents=True, exist_ok=True)
        self._stamp().write_text(self.digest())

    def _stamp(self) -> Path:
        return WORK / "stamps" / self.name


def do(steps: Sequence[Step]) -> None:
    """Do the steps that are not done, in order, telling each one's title and time."""
    todo = [step for step in steps if not step.is_done()]
    for number, step in enumerate(todo, 1):
        print(f"[{number}/{len(todo)}] {step.title} ", end="", flush=True)
        start = time.monotonic()
        step.work()
        step.mark_done()
        print(f" {time.monotonic() - start:.1f} s", flush=True)


def quietly(command: Sequence[str | Path], *, env: dict[str, str] | None = None, cwd: Path = ROOT) -> None:
    """Run a command with its output in a log, a dot every few seconds. SetupError shows the end of the log."""
    WORK.mkdir(exist_ok=True)
    log = WORK / "setup.log"
    with log.open("wb") as out:
        process = subprocess.Popen(
            command, stdin=subprocess.DEVNULL, stdout=out, stderr=subprocess.STDOUT, env=env, cwd=cwd
        )
        while True:
            try:
                code = process.wait(BEAT)
                break
            except subprocess.TimeoutExpired:
                print(".", end="", flush=True)
    if code:
        tail = "\n".join(log.read_text(errors="replace").splitlines()[-LAST_LINES:])
        raise SetupError(f"{' '.join(map(str, command[:4]))} ... ended with {code}:\n{tail}")


def tell(error: SetupError) -> int:
    """Print the error below the step it stopped, and give the exit code."""
    print(f"\n{error}", file=sys.stderr)
    return 1
