"""Every command in a console block of the documentation is run, in order, and prints what the page says."""

import pytest

from tests.docs.console import ROOT, agrees, prepare, run, steps

PAGES = sorted(path for path in (ROOT / "docs").rglob("*.md") if "```console" in path.read_text(encoding="utf-8"))


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_the_commands_print_what_the_page_says(page, tmp_path):
    prepare(tmp_path)

    for step in steps(page.read_text(encoding="utf-8")):
        printed = run(step.command, tmp_path)

        assert agrees(step.prints, printed), f"$ {step.command}\n{printed}"


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_a_page_that_shows_people_says_that_they_are_fictional(page):
    assert "fictional" in page.read_text(encoding="utf-8").lower()
