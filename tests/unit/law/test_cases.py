import datetime as dt
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from vacatur.law import LawError, pack
from vacatur.law.case_pages import cases_page
from vacatur.law.cases import Side, WorkedCase, load_cases

Write = Callable[[str, str], Path]
EXAMPLE = re.search(r"```toml\n(.*?)```", (pack().root / "README.md").read_text(encoding="utf-8"), re.DOTALL)
assert EXAMPLE
TEXT = EXAMPLE[1]


def load(write: Write, text: str = TEXT) -> tuple[WorkedCase, ...]:
    return load_cases(write("cases/pc_236_14.toml", text))


def test_the_example_of_the_lawyers_room_is_a_case(write: Write) -> None:
    (case,) = load(write)

    assert case.as_of == dt.date(2026, 11, 24)
    assert case.expects[0].outcome == "available"
    assert case.record.cycles[0].events[1].number == "5VY02034"
    assert case.facts.nexus[0].offense_date == dt.date(2014, 3, 9)


def test_a_case_can_stand_at_a_line(write: Write) -> None:
    (case,) = load(write, TEXT.replace("as_of", 'threshold = "pc_851_91/pattern_years"\nside = "on"\nas_of'))

    assert (case.threshold, case.side) == ("pc_851_91/pattern_years", Side.ON)


@pytest.mark.parametrize(
    ("old", "new", "sentence"),
    [
        ('relief = "pc_236_14"', 'relief = "pc_236_15"', "its relief must be 'pc_236_14'"),
        ('outcome = "available"', 'outcome = "likely"', "'outcome' must be one of"),
        ("as_of = 2026-11-24\n", "", "the key 'as_of' is missing"),
        ("[[case.expect]]", "[[case.expects]]", "it expects nothing"),
        ("as_of", 'side = "on"\nas_of', "stand together"),
        ("as_of", 'threshold = "a/b"\nas_of', "stand together"),
        ('reasons = ["violent.nonviolent"]', 'reason = "violent.nonviolent"', "the key 'reason' is not known"),
        ("offense_date = 2014", "ofense_date = 2014", "the fact 'ofense_date' is not known"),
        ("disposition | sentence", "disposal | sentence", "the column 'disposal' is not known"),
    ],
)
def test_a_broken_case_is_refused(write: Write, old: str, new: str, sentence: str) -> None:
    assert old in TEXT

    with pytest.raises(LawError, match=sentence):
        load(write, TEXT.replace(old, new, 1))


def test_two_cases_may_not_have_one_name(write: Write) -> None:
    with pytest.raises(LawError, match="no two may have one name"):
        load(write, TEXT + TEXT.partition("\n\n")[2])


def test_a_file_without_cases_is_refused(write: Write) -> None:
    with pytest.raises(LawError, match="at least one case"):
        load(write, 'relief = "pc_236_14"\n')


def test_the_page_of_cases_tells_the_situation_and_the_answer(write: Write) -> None:
    page = cases_page(load(write), pack())

    assert "## Vacatur for victims of human trafficking (Pen. Code, § 236.14)" in page
    assert "### A prostitution conviction inside the time of trafficking can be asked for" in page
    assert "| case | code | section |" in page
    assert "- victimization: kind trafficking, from 2012-01-01" in page
    assert "- 5VY02034, count 1: **available** (`violent.nonviolent`)" in page
    assert "FICTIONAL" in page
