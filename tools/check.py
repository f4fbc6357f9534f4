"""`python3 -m tools.check [NAME...]`: every check that changes nothing, two at a time, each with its time."""

import os
import subprocess
import sys
import time
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor

from tools.places import PYTHON, ROOT, VENV, WORK

BIN = VENV / "bin"
CHECKS: dict[str, list[str]] = {
    "types": [f"{BIN}/mypy"],
    "lint": [f"{BIN}/ruff", "check", "."],
    "format": [f"{BIN}/ruff", "format", "--check", "."],
    "imports": [f"{BIN}/lint-imports", "--no-logo"],
    "migrations": [f"{PYTHON}", "-m", "django", "makemigrations", "--check", "--dry-run"],
    "law": [f"{BIN}/vacatur", "law", "check"],
    "templates": [f"{BIN}/djlint", "src/probono", "--lint", "--quiet"],
    "docs": [f"{BIN}/mkdocs", "build", "--strict", "--quiet", "--site-dir", f"{WORK}/site"],
    "locks": [sys.executable, "-m", "tools.lock", "check"],
}
ENVIRONMENT = {
    "DJANGO_SETTINGS_MODULE": "probono.config.settings",
    "PROBONO_VAR": f"{WORK}/check",
    "NO_COLOR": "1",
    "NO_MKDOCS_2_WARNING": "1",
}


def run(name: str) -> bool:
    """Run one check; print a line when it holds and everything it said when it does not."""
    start = time.monotonic()
    done = subprocess.run(
        CHECKS[name], cwd=ROOT, env=os.environ | ENVIRONMENT, stdin=subprocess.DEVNULL, capture_output=True, text=True
    )
    took = f"{time.monotonic() - start:.1f} s"
    if done.returncode == 0:
        print(f"ok      {name:<11} {took}", flush=True)
        return True
    print(f"FAILED  {name:<11} {took}\n{done.stdout}{done.stderr}", flush=True)
    return False


def main(names: Iterable[str]) -> int:
    """0 when all hold, else 1."""
    chosen = list(names) or list(CHECKS)
    unknown = [name for name in chosen if name not in CHECKS]
    if unknown:
        print(f"There is no check named {unknown[0]}; there are {', '.join(CHECKS)}.", file=sys.stderr)
        return 2
    with ThreadPoolExecutor(2) as pool:
        held = list(pool.map(run, chosen))
    return 0 if all(held) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
