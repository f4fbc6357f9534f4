from pathlib import Path

import pytest

from tools import debian
from tools.debian import Need, install, missing
from tools.steps import SetupError


def test_a_need_is_met_by_a_file_or_by_a_program(tmp_path: Path) -> None:
    (tmp_path / "font.ttf").touch()

    assert Need("fonts", (f"{tmp_path}/*.ttf",)).is_met()
    assert Need("shell", ("sh",)).is_met()
    assert not Need("nothing", (f"{tmp_path}/*.otf", "no-such-program")).is_met()


def test_only_what_is_missing_is_named() -> None:
    assert missing((Need("shell", ("sh",)), Need("nothing", ("no-such-program",)))) == ["nothing"]


def test_nothing_is_asked_of_apt_when_nothing_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(debian, "_apt", lambda: pytest.fail("apt was asked for"))

    install([])


def test_without_the_right_to_install_it_names_all_packages_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(debian, "_apt", lambda: None)

    with pytest.raises(SetupError, match="chromium postgresql"):
        install(["chromium", "postgresql"])


def test_it_installs_without_questions_after_one_update(monkeypatch: pytest.MonkeyPatch) -> None:
    calls = []
    monkeypatch.setattr(debian, "_apt", lambda: ["apt-get"])
    monkeypatch.setattr(debian, "quietly", lambda command, env: calls.append((command, env["DEBIAN_FRONTEND"])))

    install(["chromium"])

    assert calls == [
        (["apt-get", "update"], "noninteractive"),
        (["apt-get", "install", "-y", "--no-install-recommends", "chromium"], "noninteractive"),
    ]
