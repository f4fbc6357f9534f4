"""`make run` on a machine that has nothing of the project yet: a fresh clone to a served page, and what it takes on the disk.

    python -m bench.fresh_run

One JSON object a line. The promise is 120 s and 320 MB. It needs the package registries.
"""

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from time import perf_counter
from typing import Any

from bench import result

ROOT = Path(__file__).resolve().parents[1]
MEGABYTE = 1_000_000


def size(folder: Path) -> int:
    """Bytes the files take on the disk, links counted once."""
    seen: dict[tuple[int, int], int] = {}
    for path, _, names in os.walk(folder):
        for name in names:
            status = (Path(path) / name).lstat()
            seen[status.st_dev, status.st_ino] = status.st_blocks * 512
    return sum(seen.values())


def line(name: str, unit: str, value: float, peer: float | None) -> dict[str, Any]:
    """One result; a fresh machine is measured once."""
    return result.line(
        name, [value], unit=unit, digits=1, peer="docassemble, installed" if peer else None, peer_median=peer
    )


def main() -> int:
    """Clone, prove `make run` once, and print time and size; its own code when the page was not served."""
    with tempfile.TemporaryDirectory() as name:
        clone = Path(name) / "clone"
        subprocess.run(["git", "clone", "-q", ROOT, clone], check=True)
        start = perf_counter()
        served = subprocess.run(["python3", "-m", "tools.prove_run"], cwd=clone, stdout=subprocess.DEVNULL)
        took = perf_counter() - start
        if served.returncode == 0:
            print(json.dumps(line("make run, fresh clone, served and ended", "s", took, None)))
            print(json.dumps(line("make run, fresh clone, on the disk", "MB", size(clone) / MEGABYTE, 965.0)))
    return served.returncode


if __name__ == "__main__":
    sys.exit(main())
