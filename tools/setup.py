"""`python3 -m tools.setup [run|test] [--only STEP...]`: everything the project needs on this machine, once.

`run` is what the site and the command line need; `test` adds the tests' packages, PostgreSQL and Chromium.
A second call does nothing and says nothing.
"""

import argparse
import sys
import tomllib
from pathlib import Path

from tools import catalogs, debian, fonts, python_env, static_files
from tools.places import BOOTSTRAP_LOCK, DEV_LOCK, PYTHON, ROOT, RUNTIME_LOCK, VENV
from tools.steps import SetupError, Step, do, quietly, tell

OLDEST = (3, 11)


def steps_for(purpose: str) -> list[Step]:
    """The steps in their order."""
    lock = _lock_for(purpose)
    return [
        Step(
            f"debian-{purpose}",
            "Debian packages",
            tuple(need.package for need in _needs(purpose)),
            lambda: not debian.missing(_needs(purpose)),
            lambda: debian.install(debian.missing(_needs(purpose))),
        ),
        Step(
            "python",
            "Python packages, locked",
            (lock, BOOTSTRAP_LOCK, _project(), sys.version),
            python_env.is_there,
            lambda: python_env.build(lock),
        ),
        Step(
            "static",
            "Style sheet, page fonts and images",
            static_files.LISTS,
            static_files.are_there,
            static_files.fetch,
        ),
        Step("fonts", "Filing font", ("liberation-serif",), fonts.are_there, fonts.copy),
        Step(
            "catalogs",
            "Translations",
            tuple(catalogs.sources()),
            catalogs.are_compiled,
            lambda: quietly([PYTHON, "-m", "tools.catalogs"]),
        ),
    ]


def _project() -> str:
    """What the environment holds of pyproject.toml: names, commands, dependencies; not the settings of tools."""
    data = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    return repr((data["project"], data["build-system"]))


def _needs(purpose: str) -> tuple[debian.Need, ...]:
    return debian.FOR_TEST if purpose == "test" else debian.FOR_RUN


def _lock_for(purpose: str) -> Path:
    """The tests' packages hold the runtime's; an environment that has them is never cut down again for `run`."""
    has_tests = (VENV / "bin" / "pytest").exists()
    return DEV_LOCK if purpose == "test" or has_tests else RUNTIME_LOCK


def main(arguments: list[str]) -> int:
    """Do the steps for one purpose; 0 when all is in place."""
    parser = argparse.ArgumentParser(prog="python3 -m tools.setup")
    parser.add_argument("purpose", choices=("run", "test"), nargs="?", default="test")
    parser.add_argument("--only", nargs="+", metavar="STEP", help="debian, python, static, fonts, catalogs")
    chosen = parser.parse_args(arguments)
    if sys.version_info < OLDEST:
        print(f"Python 3.11 or newer is needed; this is {sys.version.split()[0]}.", file=sys.stderr)
        return 1
    try:
        do([step for step in steps_for(chosen.purpose) if not chosen.only or step.name.split("-")[0] in chosen.only])
    except SetupError as error:
        return tell(error)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
