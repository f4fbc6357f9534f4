import subprocess
from types import SimpleNamespace

import pytest

from tests.architecture.tree import ROOT
from tools import test as runner


@pytest.fixture
def ran(monkeypatch: pytest.MonkeyPatch) -> list[list[str]]:
    """The commands that would have been run."""
    commands: list[list[str]] = []
    monkeypatch.setattr(runner.postgres, "main", lambda command: commands.append(command) or 0)
    monkeypatch.setattr(
        subprocess, "run", lambda command, **_more: commands.append(command) or SimpleNamespace(returncode=0)
    )
    return commands


def test_each_test_is_in_exactly_one_of_the_two_runs(ran: list[list[str]]) -> None:
    assert runner.main([]) == 0
    measured, walls, _smoke = ran
    assert measured[measured.index("--ignore") + 1] == walls[-1] == runner.WALLS
    assert (ROOT / runner.WALLS / "test_every_cell.py").exists()


def test_a_failure_in_the_first_run_does_not_hide_the_second(
    ran: list[list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(runner.postgres, "main", lambda command: ran.append(command) or ("--cov" in command) * 1)
    assert runner.main(["-x"]) == 1
    assert [command[-1] for command in ran] == ["-x", "-x"]


def test_the_smoke_set_does_not_see_the_database_of_the_others(
    monkeypatch: pytest.MonkeyPatch, ran: list[list[str]]
) -> None:
    seen: dict[str, str] = {}
    monkeypatch.setenv("DATABASE_URL", "postgresql://somewhere")

    def run(command: list[str], env: dict[str, str]) -> SimpleNamespace:
        seen.update(env)
        return SimpleNamespace(returncode=0)

    monkeypatch.setattr(subprocess, "run", run)
    assert runner.main([]) == 0
    assert "PATH" in seen
    assert "DATABASE_URL" not in seen
