"""The page that answers for the whole project: what it points to is there, and it names nobody."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.docs.console import ROOT, run

PAGE = (ROOT / "docs" / "explanation" / "what-was-asked.md").read_text(encoding="utf-8")
ROWS = [line for line in PAGE.split("\n") if line.startswith("| ") and not line.startswith(("| ---", "| what"))]
QUOTED = re.findall(r"`([^`]+)`", PAGE)
PATHS = sorted(
    {word for word in QUOTED if "/" in word and not word.startswith("vacatur")}
    | {word for word in QUOTED if word.endswith(".toml")}
)
COMMANDS = sorted({word for word in QUOTED if word.startswith(("vacatur ", "probono "))})
KEYS = sorted({word for word in QUOTED if re.fullmatch(r"(months|team_attorneys)_(min|max)", word)})


def test_every_row_says_what_where_and_how_it_is_shown():
    assert len(ROWS) >= 24
    assert all(line.count(" | ") == 2 or line.endswith("| |") for line in ROWS)


@pytest.mark.parametrize("line", ROWS, ids=lambda line: line[2:40])
def test_a_row_without_a_test_or_a_page_says_that_it_is_not_yet_there(line):
    what, where, shown = [cell.strip() for cell in line.strip("|").split("|")]

    assert what
    assert where
    assert shown or where.startswith("**not yet: a later part**")


@pytest.mark.parametrize("path", PATHS)
def test_every_place_exists_and_is_not_empty(path):
    place = ROOT / path

    assert place.is_file() or any(one.is_file() and "__pycache__" not in one.parts for one in place.rglob("*"))


@pytest.mark.parametrize("link", sorted(set(re.findall(r"\]\(([^)]+)\)", PAGE))))
def test_every_link_leads_somewhere(link):
    assert (ROOT / "docs" / "explanation" / link).is_file()


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_exists(command, tmp_path):
    tool, verb, *_ = command.split()

    done = subprocess.run(
        [Path(sys.executable).parent / tool, verb, "--help"], cwd=tmp_path, capture_output=True, check=False
    )

    assert done.returncode == 0


def test_the_clock_of_the_page_counts(tmp_path):
    assert "2026-07-16" in run("vacatur clock prosecutor-response --from 2026-06-01", tmp_path)


@pytest.mark.parametrize("key", KEYS)
def test_every_key_stands_in_the_program_file(key):
    assert re.search(rf"^{key} = ", (ROOT / "program.toml").read_text(encoding="utf-8"), re.MULTILINE)
