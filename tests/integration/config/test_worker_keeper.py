"""The worker is started again when it ends by itself, but not for ever."""

from typing import Any

import pytest

from probono.config.worker_keeper import MOST_STARTS, WITHIN_SECONDS, WorkerKeeper


class _Process:
    code: int | None = None

    def poll(self) -> int | None:
        return self.code


class _Site:
    def __init__(self) -> None:
        self.now = 0.0
        self.started: list[_Process] = []
        self.keeper = WorkerKeeper(self.start, lambda: self.now)  # type: ignore[arg-type]

    def start(self, *words: str) -> _Process:
        assert words[-1] == "worker"
        self.started.append(_Process())
        return self.started[-1]

    def turn(self, code: int | None) -> bool:
        self.started[-1].code = code
        return self.keeper.turn()


def test_a_worker_that_runs_is_left_alone() -> None:
    site = _Site()

    assert site.turn(None)
    assert len(site.started) == 1


def test_one_that_ended_is_started_again_and_that_is_said(capsys: pytest.CaptureFixture[str]) -> None:
    site = _Site()

    assert site.turn(1)
    assert len(site.started) == 2
    assert site.keeper.child is site.started[-1]  # type: ignore[comparison-overlap]
    assert "No job is lost." in capsys.readouterr().err


def test_one_that_ends_at_once_each_time_stops_the_site(capsys: pytest.CaptureFixture[str]) -> None:
    site = _Site()

    answers = [site.turn(1) for _each in range(MOST_STARTS)]

    assert answers == [True] * (MOST_STARTS - 1) + [False]
    assert "again and again" in capsys.readouterr().err


def test_what_ends_now_and_then_is_started_each_time(capsys: Any) -> None:
    site = _Site()
    for _each in range(10):
        site.now += WITHIN_SECONDS
        assert site.turn(1)

    assert len(site.started) == 11
