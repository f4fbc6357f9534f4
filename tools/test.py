"""`python3 -m tools.test [PYTEST OPTION...]`: all tests on a temporary PostgreSQL, then the smoke set on SQLite.

The tests of the walls (tests/security) ask so much of the site that measuring what they cover would double their time: they run
by themselves, spread one by one over the processors, and the others are measured.
"""

import os
import subprocess
import sys

from tools import postgres
from tools.places import ROOT, VENV

PYTEST = str(VENV / "bin" / "pytest")
WALLS = "tests/security"
RUNS: tuple[tuple[str, tuple[str, ...]], ...] = (
    (
        "All tests but those of the walls, on PostgreSQL",
        ("--dist", "loadfile", "--cov", "--cov-report=term:skip-covered", "--ignore", WALLS),
    ),
    ("The tests of the walls, on PostgreSQL", ("--dist", "worksteal", WALLS)),
)
SMOKE = ("-m", "sqlite", "-n0")


def main(options: list[str]) -> int:
    """The exit code of the last run that failed, else 0. Both runs on PostgreSQL are made, so that all that fails is seen."""
    os.chdir(ROOT)
    jobs = os.environ.get("JOBS") or "2"
    failed = 0
    for name, chosen in RUNS:
        print(f"\n{name}:", flush=True)
        failed = postgres.main([PYTEST, "-n", jobs, *chosen, *options]) or failed
    if failed:
        return failed
    print("\nThe smoke set, on SQLite:", flush=True)
    without = {name: value for name, value in os.environ.items() if not name.startswith("DATABASE_")}
    return subprocess.run([PYTEST, *SMOKE], env=without).returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
