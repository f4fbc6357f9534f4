"""Each kind of kill runs in a process of its own, on SQLite and real files, and tells what it found as one JSON object.

KILLS says how often (200), KILLS_SEED in which order. With `-s` the counts are printed.
"""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[2]
Killed = Callable[[str], dict[str, Any]]


@pytest.fixture(scope="module")
def killed(tmp_path_factory: pytest.TempPathFactory) -> Killed:
    """`killed("saves")` runs tests/faults/saves.py."""

    def run(kind: str) -> dict[str, Any]:
        folder = tmp_path_factory.mktemp(kind)
        (folder / "tmp").mkdir()
        kept = {
            name: value
            for name, value in os.environ.items()
            if not name.startswith(("PROBONO_", "DATABASE_", "DJANGO_", "PG", "COV_"))
        }
        environ = kept | {
            "PROBONO_VAR": str(folder / "var"),
            "TMPDIR": str(folder / "tmp"),
            "DJANGO_SETTINGS_MODULE": "probono.config.settings",
            "PYTHONPATH": os.pathsep.join([str(ROOT / "src"), str(ROOT)]),
        }
        command = [sys.executable, "-m", f"tests.faults.{kind}"]
        done = subprocess.run(command, env=environ, cwd=ROOT, capture_output=True, text=True)
        assert done.returncode == 0, done.stderr[-3000:]
        found: dict[str, Any] = json.loads(done.stdout)
        return found

    return run
