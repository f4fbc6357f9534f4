"""The project's virtual environment: locked packages with hashes, then the project itself."""

import os
import platform
import shutil
from pathlib import Path

from tools.places import BOOTSTRAP_LOCK, PYTHON, ROOT, VENV
from tools.steps import SetupError, quietly
from tools.throwaway import make_venv, throwaway


def is_there() -> bool:
    """True when the environment's Python and both commands are in place."""
    return all((VENV / "bin" / name).exists() for name in ("python", "vacatur", "probono"))


def build(lock: Path) -> None:
    """An environment with exactly what `lock` names. One of the same Python is changed in place: a site may be running on it."""
    if not _fits():
        shutil.rmtree(VENV, ignore_errors=True)
        make_venv(VENV, "--without-pip")
    with throwaway("uv") as env:
        try:
            _with_uv(env, lock)
        except SetupError as error:
            print(f"(uv did not manage: {str(error).splitlines()[-1]}; trying pip) ", end="", flush=True)
            _with_pip(env, lock)
    _compile()


def _fits() -> bool:
    """True when the environment there is was made by this Python."""
    config = VENV / "pyvenv.cfg"
    return PYTHON.exists() and f"version = {platform.python_version()}" in config.read_text("utf-8")


def _with_uv(env: Path, lock: Path) -> None:
    uv: list[str | Path] = [env / "bin" / "uv", "pip"]
    options: list[str | Path] = ["--python", PYTHON, "--no-cache", "--no-progress"]
    here = os.environ | {"UV_PYTHON_DOWNLOADS": "never"}
    quietly([*uv, "sync", *options, "--require-hashes", lock], env=here)
    quietly([*uv, "install", *options, "--build-constraints", BOOTSTRAP_LOCK, "--no-deps", "-e", ROOT], env=here)


def _with_pip(env: Path, lock: Path) -> None:
    pip: list[str | Path] = [
        env / "bin" / "python",
        "-m",
        "pip",
        "--python",
        PYTHON,
        "install",
        "--no-cache-dir",
        "--no-compile",
    ]
    quietly([*pip, "--require-hashes", "-r", lock])
    quietly([*pip, "--no-deps", "-e", ROOT])


def _compile() -> None:
    """Bytecode for what every start loads, so that a first command is as quick as the second; not for rarely used data."""
    packages = VENV / "lib"
    rarely = r"/(pygments|babel|rich|docx|tests?|mypy|locale|contrib/(admin|gis)|socialaccount/providers)/"
    quietly([PYTHON, "-m", "compileall", "-q", "-j", "0", "-x", rarely, packages, ROOT / "src"])
