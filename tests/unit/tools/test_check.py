import sys

import pytest

from tools import check


@pytest.fixture(autouse=True)
def _two_checks(monkeypatch: pytest.MonkeyPatch) -> None:
    good = [sys.executable, "-c", "print('never shown')"]
    bad = [sys.executable, "-c", "import sys; print('line 7 is wrong'); sys.exit(1)"]
    monkeypatch.setattr(check, "CHECKS", {"good": good, "bad": bad})


def test_a_check_that_holds_is_one_line(capsys: pytest.CaptureFixture[str]) -> None:
    assert check.main(["good"]) == 0

    out = capsys.readouterr().out
    assert out.startswith("ok      good")
    assert out.count("\n") == 1


def test_a_check_that_fails_shows_all_it_said_and_the_others_still_run(capsys: pytest.CaptureFixture[str]) -> None:
    assert check.main([]) == 1

    out = capsys.readouterr().out
    assert "FAILED  bad" in out
    assert "line 7 is wrong" in out
    assert "ok      good" in out


def test_an_unknown_check_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    assert check.main(["spelling"]) == 2
    assert capsys.readouterr().err == "There is no check named spelling; there are good, bad.\n"
