"""Signed heads while the site runs: at its start, each hour and at its stop, and never in the server's way."""

import subprocess
from typing import Any

import pytest

from probono.config import head_keeper
from probono.config.head_keeper import AT_MOST_SECONDS, EVERY_SECONDS, HeadKeeper


class _Process:
    """A head that is being written: `code` is how it ends, or nothing while it goes on."""

    def __init__(self, code: int | None) -> None:
        self.returncode = code
        self.killed = False

    def poll(self) -> int | None:
        return self.returncode

    def wait(self, seconds: float = 0) -> int:
        if self.returncode is None:
            raise subprocess.TimeoutExpired("audit head", seconds)
        return self.returncode

    def kill(self) -> None:
        self.killed, self.returncode = True, -9


class _Site:
    """A server's loop with a clock of its own; `ends` is how the next heads end."""

    def __init__(self, *ends: int | None) -> None:
        self.now = 0.0
        self.ends = list(ends)
        self.started: list[_Process] = []
        self.words: list[tuple[str, ...]] = []
        self.keeper = HeadKeeper(self.start, lambda: self.now)  # type: ignore[arg-type]

    def start(self, *words: str, quiet: bool) -> Any:
        self.words.append(words)
        self.started.append(_Process(self.ends.pop(0) if self.ends else 0))
        return self.started[-1]

    def runs(self, seconds: int) -> None:
        for _ in range(seconds):
            self.keeper.turn()
            self.now += 1


def test_a_head_is_written_at_the_start_and_each_hour() -> None:
    site = _Site()

    site.runs(3 * EVERY_SECONDS - 10)

    assert len(site.started) == 3
    assert set(site.words) == {("-m", "probono.config.command", "audit", "head")}


def test_the_last_one_is_written_at_the_stop(capsys: pytest.CaptureFixture[str]) -> None:
    site = _Site()
    site.runs(5)

    site.keeper.stop()

    assert len(site.started) == 2
    assert capsys.readouterr().err == ""


def test_one_that_hangs_is_ended_and_told_in_one_line(capsys: pytest.CaptureFixture[str]) -> None:
    site = _Site(None)

    site.runs(AT_MOST_SECONDS + 5)

    assert site.started[0].killed
    assert len(capsys.readouterr().err.splitlines()) == 1


def test_one_that_hangs_at_the_stop_does_not_hold_it(capsys: pytest.CaptureFixture[str]) -> None:
    site = _Site(None, None)
    site.runs(1)

    site.keeper.stop()

    assert [each.killed for each in site.started] == [True, True]
    assert len(capsys.readouterr().err.splitlines()) == 2


def test_one_that_fails_is_one_line_and_the_next_hour_tries_again(capsys: pytest.CaptureFixture[str]) -> None:
    site = _Site(2, 0)

    site.runs(EVERY_SECONDS + 5)

    assert len(site.started) == 2
    assert capsys.readouterr().err.count("\n") == 1


def test_a_process_that_cannot_be_started_does_not_stop_the_site(capsys: pytest.CaptureFixture[str]) -> None:
    def none(*words: str, **more: Any) -> Any:
        raise OSError

    keeper = HeadKeeper(none)
    keeper.turn()
    keeper.stop()

    assert capsys.readouterr().err.count(head_keeper.__name__) == 0
