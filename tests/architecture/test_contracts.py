"""Each import rule is broken once on purpose, in a copy of the source, and must be caught."""

import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.architecture.tree import ROOT, SRC


@dataclass(frozen=True)
class Breach:
    """A line planted in a module, and the contract that must notice."""

    contract: str
    module: str
    line: str
    needs: str = ""


BREACHES = [
    Breach("The library knows no Django, no site and no network", "vacatur/screening/planted", "import django"),
    Breach("The library knows no Django, no site and no network", "vacatur/kit/planted", "import probono"),
    Breach("The library knows no Django, no site and no network", "vacatur/doors/planted", "import urllib.request"),
    Breach("The library knows no Django, no site and no network", "vacatur/reading/planted", "import socket"),
    Breach("The library's rooms depend downwards only", "vacatur/law/planted", "import vacatur.screening"),
    Breach("The library's rooms depend downwards only", "vacatur/reading/planted", "import vacatur.nexus"),
    Breach("The library's rooms depend downwards only", "vacatur/records/planted", "import vacatur.cli.main"),
    Breach("The library's rooms depend downwards only", "vacatur/utils/planted", "VALUE = 1"),
    Breach("Only cli, bulk and tracking start the reader", "vacatur/planning/planted", "import vacatur.reading"),
    Breach("Only cli, bulk and tracking start the reader", "vacatur/filing/planted", "import vacatur.reading.facts"),
    Breach(
        "Relief modules do not know each other",
        "vacatur/screening/reliefs/planted",
        "import vacatur.screening.reliefs.planted_other",
        needs="vacatur/screening/reliefs/planted_other",
    ),
    Breach("Outside libraries come in through doors only", "vacatur/drafting/planted", "import typst"),
    Breach("Outside libraries come in through doors only", "vacatur/reading/planted", "import pypdfium2"),
    Breach("Outside libraries come in through doors only", "vacatur/filing/planted", "import pikepdf"),
    Breach("Outside libraries come in through doors only", "vacatur/drafting/planted", "import docx"),
    Breach("Outside libraries come in through doors only", "probono/matters/planted", "import PIL"),
    Breach("Only the command line knows typer", "vacatur/law/planted", "import typer"),
    Breach("A lower app of the site never needs an upper one", "probono/people/planted", "import probono.matters"),
    Breach("A lower app of the site never needs an upper one", "probono/misc/planted", "VALUE = 1"),
    Breach(
        "Inside an app: urls, views, forms, services, policies, selectors, models",
        "probono/people/selectors",
        "import probono.people.views",
        needs="probono/people/views",
    ),
    Breach(
        "Another app's models, views and forms are private",
        "probono/matters/planted",
        "import probono.people.models",
        needs="probono/people/models",
    ),
    Breach("Views and forms never call the library; services do", "probono/matters/views", "import vacatur.records"),
    Breach(
        "The site's models take only the library's enums and nouns",
        "probono/matters/models",
        "import vacatur.screening",
    ),
    Breach(
        "No cycles at any depth",
        "vacatur/kit/planted",
        "import vacatur.kit.planted_other",
        needs="vacatur/kit/planted_other:import vacatur.kit.planted",
    ),
]


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the source with the contracts beside it; Python files are all the linter reads."""
    root = tmp_path_factory.mktemp("house")
    only_code = shutil.ignore_patterns("__pycache__", "static", "templates", "ca", "fonts", "locale", "vendor")
    shutil.copytree(SRC, root / "src", ignore=only_code)
    shutil.copytree(ROOT / "tools", root / "tools", ignore=only_code)
    shutil.copy(ROOT / ".importlinter", root)
    return root


def lint(house: Path) -> subprocess.CompletedProcess[str]:
    command = [Path(sys.executable).parent / "lint-imports", "--no-logo", "--cache-dir", house / "cache"]
    env = os.environ | {"PYTHONPATH": f"{house / 'src'}{os.pathsep}{house}", "NO_COLOR": "1", "COLUMNS": "200"}
    return subprocess.run(command, cwd=house, env=env, capture_output=True, text=True)


def plant(house: Path, module: str, line: str) -> list[tuple[Path, str | None]]:
    """Add the line to the module, made where it is missing; the list says how to undo it."""
    base = house / "src" / module
    target = base / "__init__.py" if base.is_dir() else base.with_suffix(".py")
    undo: list[tuple[Path, str | None]] = []
    for path in (target.parent / "__init__.py", target):
        if path != target and path.exists():
            continue
        undo.append((path, path.read_text() if path.exists() else None))
        path.parent.mkdir(exist_ok=True)
        path.write_text((undo[-1][1] or "") + (f"\n{line}\n" if path == target else ""))
    return undo


def restore(undo: list[tuple[Path, str | None]]) -> None:
    for path, text in reversed(undo):
        if text is None:
            path.unlink()
            if not any(path.parent.glob("*.py")):
                shutil.rmtree(path.parent)
        else:
            path.write_text(text)


def test_all_contracts_hold_before_anything_is_planted(house: Path) -> None:
    done = lint(house)

    assert done.returncode == 0, done.stdout
    assert " BROKEN" not in done.stdout


@pytest.mark.parametrize("breach", BREACHES, ids=lambda breach: f"{breach.module}: {breach.line}")
def test_a_breach_is_caught_by_its_contract(house: Path, breach: Breach) -> None:
    undo = []
    try:
        if breach.needs:
            module, _, line = breach.needs.partition(":")
            undo += plant(house, module, line)
        undo += plant(house, breach.module, breach.line)

        done = lint(house)
    finally:
        restore(undo)

    assert done.returncode == 1, done.stdout + done.stderr
    assert f"{breach.contract} BROKEN" in done.stdout


def test_every_contract_has_a_breach() -> None:
    names = [
        line.partition(" = ")[2]
        for line in (ROOT / ".importlinter").read_text().splitlines()
        if line.startswith("name =")
    ]

    assert {breach.contract for breach in BREACHES} == set(names)
