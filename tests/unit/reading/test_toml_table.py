import datetime as dt
from enum import StrEnum
from typing import Any

import pytest

from vacatur.reading.toml_table import Table


class Word(StrEnum):
    ONE = "one"
    TWO = "two"


def table(**values: Any) -> Table:
    return Table(values, "top", [])


def test_missing_keys_are_not_known_and_no_problem() -> None:
    empty = table()

    assert (empty.text("a"), empty.texts("b"), empty.yes("c"), empty.number("d"), empty.day("e")) == (
        None,
        (),
        None,
        None,
        None,
    )
    assert (empty.word("f", Word), empty.day_or("g", Word.ONE), empty.tables("h")) == (None, None, [])
    empty.close()
    assert empty.problems == []


def test_it_gives_what_the_file_says() -> None:
    full = table(a=" x ", b=["y"], c=False, d=3, e=dt.date(2014, 3, 9), f="two", g="one", h=[{"a": "z"}])

    assert (full.text("a"), full.texts("b"), full.yes("c"), full.number("d"), full.day("e")) == (
        "x",
        ("y",),
        False,
        3,
        dt.date(2014, 3, 9),
    )
    assert (full.word("f", Word), full.day_or("g", Word.ONE)) == (Word.TWO, Word.ONE)
    assert full.tables("h")[0].text("a") == "z"
    assert full.tables("h")[0].path == "top.h[1]"


@pytest.mark.parametrize(
    ("getter", "value"),
    [
        ("text", 3),
        ("text", "  "),
        ("texts", "one text"),
        ("texts", [1]),
        ("texts", [""]),
        ("yes", "true"),
        ("yes", 1),
        ("number", True),
        ("number", "3"),
        ("number", 0),
        ("day", "2014-03-09"),
        ("day", dt.datetime(2014, 3, 9, tzinfo=dt.UTC)),
        ("tables", {"a": 1}),
    ],
)
def test_a_wrong_value_is_a_problem_told_by_its_key(getter: str, value: Any) -> None:
    wrong = table(key=value)

    assert getattr(wrong, getter)("key") in (None, (), [])
    assert len(wrong.problems) == 1
    assert wrong.problems[0].startswith("top.key ")


def test_a_word_that_is_not_on_the_list_is_told_with_the_list() -> None:
    wrong = table(key="three")

    assert wrong.word("key", Word) is None
    assert wrong.day_or("other", Word.ONE) is None
    assert wrong.problems == ["top.key must be one of: one, two"]


def test_a_needed_word_that_is_missing_is_told() -> None:
    wrong = table()

    assert wrong.word("key", Word, needed=True) is None
    assert wrong.problems == ["top.key is missing"]


def test_a_day_or_word_must_be_one_of_the_two() -> None:
    wrong = table(key="sometime")

    assert wrong.day_or("key", Word.ONE) is None
    assert wrong.problems == ['top.key must be a day like 2014-03-09, without quotes, or "one"']


def test_unknown_keys_are_told_with_the_nearest_known_one() -> None:
    wrong = table(noncitzen=True, zzz=1)
    wrong.yes("noncitizen")
    wrong.close()

    assert wrong.problems == [
        "top.noncitzen is not a known key; did you mean noncitizen?",
        "top.zzz is not a known key; known keys are noncitizen",
    ]


def test_what_should_be_a_table_and_is_none_is_told() -> None:
    problems: list[str] = []

    Table(3, "status", problems).close()

    assert problems == ["status must be a table"]
