"""S-42: a workshop is gone after its work, and after its process: nothing in plain text waits for somebody to find it."""

import signal
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from probono.config.production import places
from probono.vault import workshop
from tests.architecture.tree import ROOT

KILLED = """
import os, pathlib, sys
from probono.vault import workshop
workshop.MEMORY = pathlib.Path(sys.argv[1])
with workshop.workshop() as folder:
    (folder / "paper").write_bytes(b"x")
    os.kill(os.getpid(), 9)
"""


@pytest.fixture(autouse=True)
def _own_place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workshop, "MEMORY", tmp_path)


def test_it_is_private_and_gone_afterwards(tmp_path: Path) -> None:
    with workshop.workshop() as folder:
        (folder / "paper").write_bytes(b"x")
        assert (folder.parent, folder.stat().st_mode & 0o777) == (tmp_path, 0o700)

    assert list(tmp_path.iterdir()) == []


def test_it_is_gone_after_an_error(tmp_path: Path) -> None:
    with pytest.raises(ZeroDivisionError), workshop.workshop():
        raise ZeroDivisionError

    assert list(tmp_path.iterdir()) == []


def test_what_a_killed_process_left_is_taken_away_and_a_living_one_s_is_not(tmp_path: Path) -> None:
    died = subprocess.run([sys.executable, "-c", KILLED, str(tmp_path)], env={"PYTHONPATH": str(ROOT / "src")})
    assert died.returncode == -signal.SIGKILL
    assert len(list(tmp_path.iterdir())) == 1

    with workshop.workshop() as folder:
        assert list(tmp_path.iterdir()) == [folder]
        assert workshop.clear() == 0
        assert folder.is_dir()


def test_other_folders_are_left(tmp_path: Path) -> None:
    (tmp_path / "somebody-s").mkdir()
    (tmp_path / f"{workshop.PREFIX}link").symlink_to(tmp_path / "somebody-s")

    assert workshop.clear() == 0
    assert (tmp_path / "somebody-s").is_dir()


def test_production_needs_a_place_in_memory(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    found: Any = SimpleNamespace(
        environ={}, var=tmp_path, file_store=tmp_path, sink=tmp_path, ledger=tmp_path, program_file=tmp_path
    )
    assert not any("memory" in sentence for sentence in places.weaknesses(found))

    monkeypatch.setattr(workshop, "MEMORY", tmp_path / "none")

    assert any("memory" in sentence for sentence in places.weaknesses(found))
    assert workshop.place().is_dir()
