import datetime as dt
from collections.abc import Callable
from enum import StrEnum
from pathlib import Path

import pytest

from vacatur.law.errors import LawError
from vacatur.law.table import Table, read_table

Write = Callable[[str, str], Path]


class Fruit(StrEnum):
    APPLE = "apple"
    PEAR = "pear"


def table(**data: object) -> Table:
    return Table(dict(data), "some/file.toml")


def refuses(sentence: str) -> "pytest.RaisesExc[LawError]":
    return pytest.raises(LawError, match=sentence)


def test_it_reads_each_kind_of_value() -> None:
    found = table(t="words", n=3, b=True, d=dt.date(2026, 1, 2), l=["a", "b"], c="pear", cs=["apple"])

    assert found.text("t") == "words"
    assert found.whole("n") == 3
    assert found.flag("b") is True
    assert found.day("d") == dt.date(2026, 1, 2)
    assert found.texts("l") == ("a", "b")
    assert found.choice("c", Fruit) is Fruit.PEAR
    assert list(found.choices("cs", Fruit)) == [Fruit.APPLE]
    found.end()


def test_a_missing_key_is_named() -> None:
    with refuses("the key 'label' is missing"):
        table().text("label")


def test_an_unknown_key_is_named() -> None:
    with refuses("the key 'lable' is not known here"):
        table(lable="x").end()


@pytest.mark.parametrize(
    ("data", "read"),
    [
        ({"k": 3}, "text"),
        ({"k": "3"}, "whole"),
        ({"k": True}, "whole"),
        ({"k": 1}, "flag"),
        ({"k": "2026-01-01"}, "day"),
        ({"k": dt.datetime(2026, 1, 1, tzinfo=dt.UTC)}, "day"),
        ({"k": "a"}, "texts"),
        ({"k": ["a", 1]}, "texts"),
        ({"k": [" "]}, "texts"),
        ({"k": []}, "table"),
    ],
)
def test_a_wrong_type_is_refused(data: dict[str, object], read: str) -> None:
    with refuses("'k' must be"):
        getattr(table(**data), read)("k")


def test_an_empty_text_is_refused() -> None:
    with refuses("'k' is empty"):
        table(k="  ").text("k")


def test_a_list_may_not_name_something_twice() -> None:
    with refuses("names something twice"):
        table(k=["PC 187", "PC 187"]).texts("k")


def test_a_word_that_is_no_choice_is_refused_with_the_choices() -> None:
    with refuses("must be one of: apple, pear"):
        table(k="plum").choice("k", Fruit)
    with refuses("must hold only: apple, pear"):
        list(table(k=["plum"]).choices("k", Fruit))


def test_a_list_of_tables_must_hold_tables() -> None:
    with refuses("must be a list of tables"):
        list(table(k=["x"]).tables("k"))


def test_the_place_within_the_file_is_told() -> None:
    (inner,) = table(value=[{"is": 1}]).tables("value")

    with refuses("value 1: the key 'from' is missing"):
        inner.day("from")


def test_the_citation_beside_the_mistake_is_told() -> None:
    with pytest.raises(LawError) as caught:
        table(cite="pc_1(a)").text("label")

    assert caught.value.cite == "pc_1(a)"
    assert caught.value.file == "some/file.toml"
    assert "some/file.toml (pc_1(a))" in caught.value.sentence


def test_an_id_must_be_the_path(write: Write) -> None:
    root = write("deadlines/a.toml", 'id = "b"\n')

    with refuses("its id must be 'a', as its path says"):
        read_table(root, "deadlines/a.toml").id_of_path("deadlines")


def test_a_repeated_key_is_refused(write: Write) -> None:
    root = write("a.toml", "is = 1\nis = 2\n")

    with refuses("not valid TOML"):
        read_table(root, "a.toml")


def test_a_missing_file_and_one_that_is_no_text_are_refused(write: Write) -> None:
    root = write("a.toml", "")
    (root / "b.toml").write_bytes(b"\xff\xfe\x00")

    with refuses("there is no such file"):
        read_table(root, "missing.toml")
    with refuses("not UTF-8"):
        read_table(root, "b.toml")
