"""The browser part of the tutorial names buttons, people and a code name that exist."""

import random
import re

import pytest

from demo.docket import README_SLUG
from probono.config.demo import PEOPLE
from probono.people import code_names
from tests.docs.console import ROOT

PAGE = (ROOT / "docs" / "tutorial" / "main-job.md").read_text(encoding="utf-8")
BROWSER = PAGE[PAGE.index("## 11.") :]
BOLD = [" ".join(words.split()) for words in re.findall(r"\*\*([^*]+)\*\*", BROWSER)]
CODE_NAME = re.compile(r"[A-Z][a-z]+ [A-Z][a-z]+ \d\d")
SOURCES = "\n".join(
    path.read_text(encoding="utf-8")
    for pattern in ("*.html", "*.py")
    for path in sorted((ROOT / "src" / "probono").rglob(pattern))
)


@pytest.mark.parametrize("label", sorted({words for words in BOLD if not CODE_NAME.fullmatch(words)}))
def test_every_label_stands_on_a_page_of_the_site(label):
    assert any(f"{mark}{label}{mark}" in SOURCES for mark in ("'", '"'))


@pytest.mark.parametrize("name", ["Avery Lindqvist", "Casey Marchetti", "Elif Sorensen"])
def test_every_person_can_be_chosen(name):
    assert name in BROWSER
    assert name in {person.name for person in PEOPLE}


def test_the_code_name_is_that_of_the_readmes_client():
    drawn = random.Random(README_SLUG)
    name = f"{drawn.choice(code_names.FIRST)} {drawn.choice(code_names.SECOND)} {drawn.randrange(10, 100)}"

    assert [words for words in BOLD if CODE_NAME.fullmatch(words)] == [name]
