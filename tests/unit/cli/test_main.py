import subprocess
import sys
from pathlib import Path

import pytest

from vacatur import __version__
from vacatur.cli import lazy
from vacatur.cli.main import BAD_INPUT, run
from vacatur.kit.errors import InputError


def test_without_a_command_it_prints_the_list(capsys: pytest.CaptureFixture[str]) -> None:
    assert run([]) == 0

    out = capsys.readouterr().out
    assert all(f"\n  {name} " in out for name in lazy.COMMANDS)


def test_it_prints_its_version(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["--version"]) == 0
    assert capsys.readouterr().out == f"vacatur {__version__}\n"


@pytest.mark.parametrize(
    "words",
    [
        ["dance"],
        ["--nope"],
        ["read"],
        ["read", "--nope", "x"],
        ["screen", "sheet.txt"],
        ["screen", "sheet.txt", "--as-of"],
        ["packet", "sheet.txt", "--as-of", "2025-01-01"],
        ["diff", "old.txt"],
        ["law"],
        ["clock"],
    ],
)
def test_a_wrong_call_is_one_sentence_and_exit_2(words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert run(words) == BAD_INPUT

    captured = capsys.readouterr()
    assert captured.out == ""
    assert captured.err.count("\n") == 1
    assert captured.err.endswith((".\n", "?\n"))


def test_the_details_of_an_error_stand_below_its_sentence(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def refuse(name: str) -> None:
        raise InputError("Two facts are missing.", ("the day", "the court"))

    monkeypatch.setattr(lazy, "load", refuse)

    assert run(["read", "x"]) == BAD_INPUT
    assert capsys.readouterr().err == "Two facts are missing.\n- the day\n- the court\n"


def test_a_reader_that_goes_away_is_no_error_of_ours() -> None:
    vacatur = Path(sys.executable).parent / "vacatur"
    done = subprocess.run(f"{vacatur} --help | true", shell=True, capture_output=True, text=True)

    assert done.stderr == ""
