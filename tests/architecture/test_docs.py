"""The documentation covers what there is, and is as private as the site."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.architecture.tree import ROOT
from vacatur.cli.lazy import COMMANDS, load

DOCS = ROOT / "docs"
ADRS = sorted((DOCS / "adr").glob("*.md"))
REMOTE = re.compile(r"<(?:script|img|link|iframe|source)\b[^>]*\b(?:src|href)=\"(?:https?:)?//", re.IGNORECASE)
LINK = re.compile(r"\]\(([^)#:\s]+)(?:#[^)]*)?\)")


def test_every_command_and_option_stands_in_the_reference() -> None:
    text = (DOCS / "reference" / "commands.md").read_text("utf-8")
    commands = [inner for name in COMMANDS for inner in (load(name), *getattr(load(name), "commands", {}).values())]
    options = [option for command in commands for parameter in command.params for option in parameter.opts]

    assert [name for name in COMMANDS if f"vacatur {name}" not in text] == []
    assert [option for option in options if option.startswith("--") and option != "--help" and option not in text] == []


def test_the_documentation_builds_and_asks_nothing_of_another_site(tmp_path: Path) -> None:
    mkdocs = Path(sys.executable).parent / "mkdocs"
    command = [mkdocs, "build", "--strict", "--quiet", "--site-dir", tmp_path / "site"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)

    assert done.returncode == 0, done.stderr
    pages = list((tmp_path / "site").rglob("*.html"))
    assert len(pages) > len(ADRS)
    assert [page.name for page in pages if REMOTE.search(page.read_text("utf-8"))] == []


@pytest.mark.parametrize("path", ADRS, ids=lambda path: path.stem)
def test_a_decision_has_its_parts(path: Path) -> None:
    text = path.read_text("utf-8")

    assert re.match(rf"# {int(path.stem[:4])}\. .+\n\n\d{{4}}-\d\d-\d\d\. (Accepted|Superseded by \d+)\.\n", text)
    assert all(f"\n## {part}\n" in text for part in ("Context", "Decision", "Consequences"))


def test_decisions_are_numbered_without_a_gap() -> None:
    assert [int(path.stem[:4]) for path in ADRS] == list(range(1, len(ADRS) + 1))


@pytest.mark.parametrize("name", ["README.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "GLOSSARY.md", "CHANGELOG.md"])
def test_the_root_pages_are_there_and_their_links_lead_somewhere(name: str) -> None:
    text = (ROOT / name).read_text("utf-8")

    assert text.startswith("# ")
    assert [link for link in LINK.findall(text) if not (ROOT / link).exists()] == []


def test_the_architecture_page_names_every_room() -> None:
    text = (ROOT / "ARCHITECTURE.md").read_text("utf-8")
    rooms = [path.parent.name for path in (ROOT / "src" / "vacatur").glob("*/__init__.py")]
    apps = [path.parent.name for path in (ROOT / "src" / "probono").glob("*/__init__.py")]

    assert [room for room in rooms if f"`{room}`" not in text] == []
    assert [app for app in apps if app not in text] == []
