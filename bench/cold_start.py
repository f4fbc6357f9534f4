"""Commands from a cold shell: a new process each time, as a person at a terminal meets it.

    python -m bench.cold_start

One JSON object a line, in seconds. The promise is 0.4 s for `vacatur read`. FICTIONAL: the sheet is the demo's.
"""

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
VACATUR = Path(sys.executable).parent / "vacatur"
SHEET = ROOT / "demo" / "readme" / "sheet.txt"
FACTS = ROOT / "demo" / "readme" / "FACTS.toml"
ROUNDS = 11
COMMANDS: dict[str, list[str | Path]] = {
    "vacatur --version": ["--version"],
    "vacatur read": ["read", SHEET],
    "vacatur screen": ["screen", SHEET, "--facts", FACTS, "--as-of", "2026-06-01"],
}


def seconds(words: list[str | Path]) -> float:
    """One run, output thrown away. Raises CalledProcessError when the command fails."""
    start = perf_counter()
    subprocess.run([VACATUR, *words], stdout=subprocess.DEVNULL, check=True)
    return perf_counter() - start


def measure(name: str, rounds: int) -> dict[str, Any]:
    """Median and spread of one command; the first run fills the disk cache and is not counted."""
    seconds(COMMANDS[name])
    taken = [seconds(COMMANDS[name]) for _ in range(rounds)]
    spread = {"median": median(taken), "min": min(taken), "max": max(taken)}
    rounded = {key: round(value, 3) for key, value in spread.items()}
    return {
        "name": f"{name}, cold shell",
        "unit": "s",
        **rounded,
        "n": rounds,
        "peer": None,
        "peer_median": None,
        "ratio": None,
    }


def results(rounds: int = ROUNDS) -> Iterator[dict[str, Any]]:
    """One line for each command."""
    return (measure(name, rounds) for name in COMMANDS)


def main() -> int:
    """Print the lines."""
    for line in results():
        print(json.dumps(line), flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
