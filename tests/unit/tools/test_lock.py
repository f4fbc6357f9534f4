from pathlib import Path

import pytest

from tools import lock


def test_a_lock_with_an_address_fails_the_check_and_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    planted = tmp_path / "requirements.lock"
    planted.write_text("six==1.16.0\n--find-links /wheels\n")
    monkeypatch.setattr(lock, "LOCKS", (planted,))

    assert lock.main(["check"]) == 2
    assert capsys.readouterr().err == "requirements.lock: --find-links /wheels\n"


@pytest.mark.parametrize(
    "line", ["six @ https" + "://x.test/six", "--index-url x", "--extra-index-url x", '"resolved": "x"', "-e file:x"]
)
def test_every_form_of_address_is_seen(tmp_path: Path, line: str) -> None:
    planted = tmp_path / "a.lock"
    planted.write_text(f"six==1.16.0\n{line}\n")

    assert lock.addresses(planted) == [line]


def test_the_locks_of_the_project_pass() -> None:
    assert lock.main(["check"]) == 0
