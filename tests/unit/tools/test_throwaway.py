from pathlib import Path

import pytest

from tools import throwaway
from tools.lock import BOOTSTRAP
from tools.steps import SetupError
from tools.throwaway import _pins, make_venv


@pytest.mark.parametrize("package", BOOTSTRAP)
def test_every_package_of_the_set_up_is_pinned_with_hashes(package: str) -> None:
    (pin,) = _pins((package,)).splitlines()

    assert pin.startswith(f"{package}==")
    assert "--hash=sha256:" in pin


def test_only_the_packages_asked_for_are_installed() -> None:
    assert _pins(("uv",)).count("==") == 1


def test_a_python_without_venv_names_the_package_to_install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(throwaway.sys, "executable", "/bin/false")

    with pytest.raises(SetupError, match="python3-venv"):
        make_venv(tmp_path / "env")
