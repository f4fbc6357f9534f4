import platform
from contextlib import nullcontext
from pathlib import Path

import pytest

from tools import python_env
from tools.steps import SetupError


@pytest.fixture
def venv(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "venv"
    (folder / "bin").mkdir(parents=True)
    monkeypatch.setattr(python_env, "VENV", folder)
    monkeypatch.setattr(python_env, "PYTHON", folder / "bin" / "python")
    return folder


def test_it_is_there_when_python_and_both_commands_are(venv: Path) -> None:
    for name in ("python", "vacatur", "probono"):
        assert not python_env.is_there()
        (venv / "bin" / name).touch()

    assert python_env.is_there()


@pytest.mark.parametrize(("version", "fits"), [(platform.python_version(), True), ("3.9.1", False)])
def test_an_environment_of_another_python_does_not_fit(venv: Path, version: str, fits: bool) -> None:
    (venv / "bin" / "python").touch()
    (venv / "pyvenv.cfg").write_text(f"version = {version}\n")

    assert python_env._fits() is fits


def test_pip_takes_over_when_uv_fails_and_asks_for_hashes_too(
    venv: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    commands: list[list[str]] = []

    def run(command: list[object], **more: object) -> None:
        commands.append([str(word) for word in command])
        if commands[-1][0].endswith("uv"):
            raise SetupError("uv ... ended with 2:\nno route")

    monkeypatch.setattr(python_env, "quietly", run)
    monkeypatch.setattr(python_env, "make_venv", lambda folder, *options: None)
    monkeypatch.setattr(python_env, "throwaway", lambda *packages: nullcontext(tmp_path))

    python_env.build(tmp_path / "a.lock")

    with_uv, packages, project, compiled = commands
    assert "--require-hashes" in with_uv
    assert packages[-3:] == ["--require-hashes", "-r", str(tmp_path / "a.lock")]
    assert project[-3:] == ["--no-deps", "-e", str(python_env.ROOT)]
    assert "compileall" in compiled
    assert "no route; trying pip" in capsys.readouterr().out
