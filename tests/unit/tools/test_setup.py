import pytest

from tools import setup
from tools.places import DEV_LOCK, RUNTIME_LOCK
from tools.steps import Step


@pytest.fixture
def done(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of the steps that would have been done."""
    names: list[str] = []
    monkeypatch.setattr(setup, "do", lambda steps: names.extend(step.name for step in steps))
    return names


def test_it_does_all_steps_in_order(done: list[str]) -> None:
    assert setup.main(["test"]) == 0
    assert done == ["debian-test", "python", "static", "fonts", "catalogs"]


def test_it_can_do_some_steps_only(done: list[str]) -> None:
    assert setup.main(["run", "--only", "fonts", "debian"]) == 0
    assert done == ["debian-run", "fonts"]


def test_running_needs_no_browser_and_no_database_server() -> None:
    assert {need.package for need in setup._needs("run")} == {"fonts-liberation", "bubblewrap"}
    assert {need.package for need in setup._needs("test")} == {
        "fonts-liberation",
        "bubblewrap",
        "postgresql",
        "chromium",
    }


def test_an_environment_with_the_tests_packages_is_not_cut_down_for_running(
    monkeypatch: pytest.MonkeyPatch, tmp_path: pytest.TempPathFactory
) -> None:
    monkeypatch.setattr(setup, "VENV", tmp_path)
    assert setup._lock_for("run") == RUNTIME_LOCK
    assert setup._lock_for("test") == DEV_LOCK

    (tmp_path / "bin").mkdir()  # type: ignore[attr-defined]
    (tmp_path / "bin" / "pytest").touch()  # type: ignore[operator]
    assert setup._lock_for("run") == DEV_LOCK


def test_an_old_python_gets_a_sentence(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(setup, "OLDEST", (4, 0))

    assert setup.main(["run"]) == 1
    assert capsys.readouterr().err.startswith("Python 3.11 or newer is needed")


def test_settings_of_tools_do_not_build_the_environment_anew() -> None:
    assert "ruff" not in setup._project().replace("ruff>=", "")
    assert "django" in setup._project()


def test_every_step_depends_on_files_that_are_there() -> None:
    assert all(isinstance(step, Step) and len(step.digest()) == 64 for step in setup.steps_for("test"))
