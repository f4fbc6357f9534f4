import subprocess
import sys
from pathlib import Path

import pytest

from tools import steps
from tools.steps import SetupError, Step, do, quietly


@pytest.fixture(autouse=True)
def work(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(steps, "WORK", tmp_path / "work")
    return tmp_path


def counting(needs: Path, made: Path, calls: list[str]) -> Step:
    def work() -> None:
        calls.append("done")
        made.write_text("made")

    return Step("one", "The step", (needs, "a word"), made.exists, work)


def test_a_step_is_done_once(work: Path, capsys: pytest.CaptureFixture[str]) -> None:
    needs, made, calls = work / "lock", work / "made", []
    needs.write_text("six==1.16.0")

    do([counting(needs, made, calls)])
    do([counting(needs, made, calls)])

    assert calls == ["done"]
    assert capsys.readouterr().out.startswith("[1/1] The step ")


def test_a_step_is_done_again_when_what_it_depends_on_changes(work: Path) -> None:
    needs, made, calls = work / "lock", work / "made", []
    needs.write_text("six==1.16.0")
    do([counting(needs, made, calls)])

    needs.write_text("six==1.17.0")
    do([counting(needs, made, calls)])

    assert len(calls) == 2


def test_a_step_is_done_again_when_what_it_made_is_gone(work: Path) -> None:
    needs, made, calls = work / "lock", work / "made", []
    needs.write_text("six==1.16.0")
    do([counting(needs, made, calls)])

    made.unlink()
    do([counting(needs, made, calls)])

    assert len(calls) == 2


def test_a_step_that_fails_is_not_marked_done(work: Path) -> None:
    def fail() -> None:
        raise SetupError("No.")

    step = Step("two", "Failing", (), lambda: True, fail)
    with pytest.raises(SetupError):
        do([step])

    assert not step.is_done()


class _TwoBeats(subprocess.Popen[bytes]):
    """A command that still runs after two beats, however busy the machine is."""

    beats = 2

    def wait(self, timeout: float | None = None) -> int:
        if timeout is not None and self.beats:
            self.beats -= 1
            raise subprocess.TimeoutExpired(self.args, timeout)
        return super().wait()


def test_a_long_command_shows_that_it_lives(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(subprocess, "Popen", _TwoBeats)

    quietly([sys.executable, "-c", "print('chatter')"])

    out = capsys.readouterr().out
    assert out == ".."


def test_a_failed_command_shows_the_end_of_what_it_said() -> None:
    with pytest.raises(SetupError, match="the reason") as error:
        quietly([sys.executable, "-c", "print('the reason'); raise SystemExit(3)"])

    assert "ended with 3" in str(error.value)
