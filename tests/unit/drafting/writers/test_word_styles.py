"""Styles and numberings."""

from xml.etree import ElementTree

from vacatur.drafting.blocks import Form
from vacatur.drafting.writers.word_styles import numberings, styles

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def parsed(xml: str) -> ElementTree.Element:
    return ElementTree.fromstring(f'<x xmlns:w="{W[1:-1]}">{xml}</x>')


def test_there_is_one_default_paragraph_style_and_nine_headings() -> None:
    for form in Form:
        found = parsed(styles(form, "en-US")).findall(f"{W}style")
        names = [style.get(f"{W}styleId") for style in found]
        assert [name for name in names if name.startswith("Heading")] == [f"Heading{n}" for n in range(1, 10)]
        assert len(names) == len(set(names))


def test_kinds_of_numbering_come_before_their_uses_as_word_asks() -> None:
    tags = [child.tag.removeprefix(W) for child in parsed(numberings())]

    assert tags == ["abstractNum", "abstractNum", "num", "num"]


def test_list_styles_use_numberings_that_exist() -> None:
    used = {one.get(f"{W}val") for one in parsed(styles(Form.PLAIN, "en")).iter(f"{W}numId")}

    assert used == {one.get(f"{W}numId") for one in parsed(numberings()).findall(f"{W}num")}
