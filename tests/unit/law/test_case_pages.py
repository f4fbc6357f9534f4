from collections.abc import Callable
from pathlib import Path

from vacatur.law import pack
from vacatur.law.case_pages import cases_page
from vacatur.law.cases import load_cases

Write = Callable[[str, str], Path]
TEXT = """relief = "pc_851_91"
[[case]]
name = "An arrest"
as_of = 2026-01-01
note = "Why this case stands here."
threshold = "pc_851_91/pattern_years"
side = "before"
counts = '''
code | arrest
PC | 2020-01-01
'''
[case.facts.status]
charged = false
[[case.facts.nexus]]
number = "1"
evidence = ["one", "two"]
[[case.expect]]
outcome = "not_yet"
day = 2027-01-01
missing = ["limitations_run"]
"""


def test_it_tells_the_line_the_note_the_facts_and_the_day(write: Write) -> None:
    page = cases_page(load_cases(write("cases/pc_851_91.toml", TEXT)), pack())

    assert "This case stands *before* the line of `pc_851_91/pattern_years`." in page
    assert "Why this case stands here." in page
    assert "- status: charged no" in page
    assert "- nexus: number 1, evidence one; two" in page
    assert "- the item: **not yet**, on 2027-01-01; asked for: limitations_run" in page


def test_an_empty_page_still_says_how_many() -> None:
    assert "What the law says of 0 situations" in cases_page((), pack())
