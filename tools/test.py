"""`python3 -m tools.test [PYTEST OPTION...]`: all tests on a temporary PostgreSQL, then the smoke set on SQLite."""

import os
import subprocess
import sys

from tools import postgres
from tools.places import ROOT, VENV

PYTEST = str(VENV / "bin" / "pytest")
ALL = ("--dist", "loadfile", "--cov", "--cov-report=term:skip-covered")
SMOKE = ("-m", "sqlite", "-n0")


def main(options: list[str]) -> int:
    """The exit code of the first of the two that failed, else 0."""
    os.chdir(ROOT)
    jobs = os.environ.get("JOBS") or "2"
    print("All tests, on PostgreSQL:", flush=True)
    code = postgres.main([PYTEST, "-n", jobs, *ALL, *options])
    if code:
        return code
    print("\nThe smoke set, on SQLite:", flush=True)
    without = {name: value for name, value in os.environ.items() if not name.startswith("DATABASE_")}
    return subprocess.run([PYTEST, *SMOKE], env=without).returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
