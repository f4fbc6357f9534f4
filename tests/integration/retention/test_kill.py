"""F-08 and S-41: a destruction killed after each of its steps goes on, and leaves nothing that opens or tells.

With `-s` the counts are printed. KILLED_TIMES repeats every point.
"""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.architecture.tree import ROOT

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    folder = tmp_path_factory.mktemp("killed")
    kept = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(("PROBONO_", "DATABASE_", "DJANGO_", "PG"))
    }
    environ = kept | {
        "PROBONO_VAR": str(folder / "var"),
        "DJANGO_SETTINGS_MODULE": "probono.config.settings",
        "PYTHONPATH": os.pathsep.join([str(ROOT / "src"), str(ROOT)]),
    }
    script = Path(__file__).with_name("killed.py")
    done = subprocess.run([sys.executable, str(script)], env=environ, cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr[-3000:]
    found: dict[str, Any] = json.loads(done.stdout)
    runs, ids = found["runs"], found["ids"]
    print(f"\n{len(runs)} kills at {found['steps']} points")
    print(
        f"openable before {found['before'][ids['matter']]}, from a stolen copy afterwards {sum(found['stolen'].values())}"
    )
    print(f"bytes seen in files before {found['seen_before']}, after {found['seen_after']}")
    return found


def test_every_point_was_killed_at(told: dict[str, Any]) -> None:
    assert {run["killed"] for run in told["runs"]} == {"killed"}
    assert {run["stop"] for run in told["runs"]} == set(range(1, told["steps"] + 1))
    assert told["steps"] > 20


def test_it_goes_on_to_the_end_from_every_point(told: dict[str, Any]) -> None:
    for run in told["runs"]:
        after = run["after"]
        assert (after["shredded"], after["once"]) == (True, True), run
        assert (after["unreplayed"], after["named"], after["audit"]) == (0, 0, []), run


def test_nothing_is_certified_before_a_rotation_and_everything_after_it(told: dict[str, Any]) -> None:
    assert {(run["after"]["early"], run["after"]["certified"]) for run in told["runs"]} == {(0, 2)}


def test_nothing_of_hers_opens_afterwards(told: dict[str, Any]) -> None:
    ids = told["ids"]
    assert told["before"][ids["matter"]] > 5
    for run in told["runs"]:
        assert sum(run["after"]["openable"].get(ids[one], 0) for one in ("matter", "client")) == 0, run


def test_another_client_s_file_opens_at_every_moment(told: dict[str, Any]) -> None:
    other = told["ids"]["other"]
    for run in told["runs"]:
        for state in (run["half"], run["after"]["openable"]):
            assert state[other] == told["before"][other] > 5, run


def test_a_copy_of_everything_from_the_day_before_opens_nothing(told: dict[str, Any]) -> None:
    """Database, files and keystore, with the root key of today."""
    assert sum(told["stolen"].values()) == 0


def test_no_word_of_hers_ever_lay_in_a_file_and_no_id_is_left(told: dict[str, Any]) -> None:
    seen_before, seen_after, matter = told["seen_before"], told["seen_after"], told["ids"]["matter"]
    for word in ("Marisol", "Aranda Vega", "5VY02034"):
        assert (seen_before[word], seen_after[word]) == (0, 0)
    assert seen_before[matter] or seen_before[matter.replace("-", "")]
    assert (seen_after[matter], seen_after[matter.replace("-", "")]) == (0, 0)
