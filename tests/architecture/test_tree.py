"""What holds for the repository as a tree of files."""

import ast
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.architecture.tree import ROOT, SRC, texts, tracked
from tools import lock

MACHINE_PATH = re.compile(r"(?<![\w.}<])/(?:work|root)/\w")
REGISTRY = re.compile(r"(?:registry\.|files\.)?(?:npmjs|pythonhosted|pypi)\.(?:org|com)")
CLOCKS = {"today", "now", "utcnow", "localtime", "gmtime", "monotonic"}
# Nouns only: their shape is tested wherever they are used.
WITHOUT_OWN_TEST = {
    "vacatur/cli/today.py",
    "vacatur/drafting/blocks.py",
    "vacatur/drafting/problem.py",
    "vacatur/planning/plan.py",
    "vacatur/records/facts.py",
    "vacatur/records/item.py",
    "vacatur/records/person.py",
    "vacatur/records/record.py",
    "vacatur/records/source.py",
    "vacatur/screening/finding.py",
}


def modules(room: str) -> Iterator[tuple[str, ast.Module]]:
    for path in sorted((SRC / room).rglob("*.py")):
        yield path.relative_to(SRC).as_posix(), ast.parse(path.read_text("utf-8"))


def test_files_with_people_say_that_they_are_fictional() -> None:
    suffixes = (".txt", ".toml", ".json", ".csv", ".md")
    data = [
        (name, text)
        for name, text in texts(*suffixes)
        if name.startswith(("demo/", "tests/readers/")) or name == "program.toml"
    ]

    assert data
    assert [name for name, text in data if "FICTIONAL" not in text] == []


def test_no_file_names_a_place_on_one_machine() -> None:
    found = [name for name, text in texts() if MACHINE_PATH.search(text)]

    assert found == []


def test_no_file_names_the_host_of_a_package_registry() -> None:
    found = [name for name, text in texts() if REGISTRY.search(text)]

    assert found == []


@pytest.mark.parametrize("path", lock.LOCKS, ids=lambda path: path.name)
def test_a_lock_holds_hashes_and_no_address(path: Path) -> None:
    text = path.read_text("utf-8")

    assert lock.addresses(path) == []
    assert "--hash=sha256:" in text or '"integrity": "sha512-' in text


def test_the_guard_of_the_locks_sees_an_address(tmp_path: Path) -> None:
    planted = tmp_path / "planted.lock"
    planted.write_text("six==1.16.0\n--index-url https" + "://example.test/simple\nsix @ file:///six.whl\n")

    assert len(lock.addresses(planted)) == 2


def test_evaluation_is_pinned_as_production_is_and_production_as_the_tests_are() -> None:
    def pins(path: Path) -> set[str]:
        return {line.split(" ")[0] for line in path.read_text().splitlines() if "==" in line}

    assert pins(lock.RUNTIME_LOCK) < pins(lock.PRODUCTION_LOCK) < pins(lock.DEV_LOCK)


def test_the_library_has_no_clock_outside_the_command_line() -> None:
    found = [
        f"{name}:{node.lineno}"
        for name, tree in modules("vacatur")
        if name != "vacatur/cli/today.py"
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in CLOCKS
        if ast.unparse(node.func) != "today.today"
    ]

    assert found == []


def test_only_the_command_line_asks_what_day_it_is() -> None:
    found = [
        name
        for name, tree in modules("vacatur")
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and any(alias.name == "today" for alias in node.names)
    ]

    assert [name for name in found if not name.startswith("vacatur/cli/")] == []


@pytest.mark.parametrize("room", ["vacatur", "probono"])
def test_only_the_command_lines_print(room: str) -> None:
    speaks = ("vacatur/cli/", "probono/config/", "probono/matters/management/", "probono/accounts/management/")
    found = [
        f"{name}:{node.lineno}"
        for name, tree in modules(room)
        if not name.startswith(speaks)
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "print"
    ]

    assert found == []


def test_no_package_is_empty() -> None:
    packages = {path.parent for path in tracked() if path.is_relative_to(SRC) and path.name == "__init__.py"}
    containers = ("management", "commands", "migrations", "templatetags")
    hollow = [
        package.relative_to(SRC).as_posix()
        for package in packages
        if package.name not in containers
        and not [path for path in package.rglob("*") if path.is_file() and path.name != "__init__.py"]
        and len((package / "__init__.py").read_text().splitlines()) < 2
    ]

    assert hollow == []


def test_every_module_of_the_library_has_its_test_file() -> None:
    missing = [
        path.relative_to(SRC).as_posix()
        for path in sorted((SRC / "vacatur").rglob("*.py"))
        if path.name != "__init__.py"
        and path.relative_to(SRC).as_posix() not in WITHOUT_OWN_TEST
        and not (ROOT / "tests" / "unit" / path.relative_to(SRC / "vacatur").with_name(f"test_{path.name}")).is_file()
    ]

    assert missing == []


def test_the_list_of_modules_without_a_test_file_is_not_stale() -> None:
    assert [name for name in WITHOUT_OWN_TEST if not (SRC / name).is_file()] == []


def test_every_dependency_says_what_it_is_for() -> None:
    text = (ROOT / "pyproject.toml").read_text("utf-8")
    data = tomllib.loads(text)
    listed = [*data["project"]["dependencies"], *data["dependency-groups"]["dev"]]
    lines = {match[1]: line for line in text.splitlines() if (match := re.match(r'\s+"([^"]+)",', line))}

    assert [name for name in listed if "# " not in lines[name]] == []


def test_what_set_up_makes_is_packed_into_the_wheel() -> None:
    data = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    packed = {path for pattern in data["tool"]["hatch"]["build"]["artifacts"] for path in ROOT.glob(pattern)}

    assert ROOT / "src/probono/ui/static/vendor/uswds/css/uswds.min.css" in packed
    assert ROOT / "src/vacatur/drafting/fonts/LiberationSerif-Regular.ttf" in packed
    assert {path.with_suffix(".mo") for path in SRC.rglob("LC_MESSAGES/*.po")} <= packed
    assert not [path for path in packed if "axe-core" in path.parts]


def test_the_licence_is_apache_2() -> None:
    assert "Apache License" in (ROOT / "LICENSE").read_text()
