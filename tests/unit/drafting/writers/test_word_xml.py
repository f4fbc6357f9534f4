"""The small pieces of Word's XML."""

from xml.etree import ElementTree

import pytest

from tests.unit.drafting.writers.papers import fact, words
from vacatur.drafting.blocks import Cite, Missing
from vacatur.drafting.writers.word_xml import Words, alias, blank_line, cell, paragraph, row, run, tab, table

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def parsed(xml: str) -> ElementTree.Element:
    return ElementTree.fromstring(f'<x xmlns:w="{W[1:-1]}">{xml}</x>')[0]


def test_a_key_is_its_own_alias_up_to_64_letters() -> None:
    assert alias("k" * 64) == "k" * 64
    assert len(alias("k" * 65)) == 64
    assert alias("k" * 65) != alias("k" * 66)


def test_a_run_escapes_its_text_and_keeps_its_spaces() -> None:
    text = parsed(run(' <a & "b"> '))[0]

    assert text.text == ' <a & "b"> '
    assert text.get("{http://www.w3.org/XML/1998/namespace}space") == "preserve"


def test_a_run_carries_its_looks_in_the_order_word_asks_for() -> None:
    style = parsed(run("x", bold=True, italic=True, mark=True))[0]

    assert [child.tag.removeprefix(W) for child in style] == ["b", "i", "highlight"]


def test_a_line_end_is_a_break() -> None:
    assert [child.tag.removeprefix(W) for child in parsed(run("a\n\nb"))] == ["t", "br", "br", "t"]


@pytest.mark.parametrize("key", ['a"b', "a&b", "a<b", "a'b"])
def test_a_key_with_signs_of_xml_is_escaped(key: str) -> None:
    control = parsed(Words()((fact(key, "x"),)))

    assert control.find(f"{W}sdtPr/{W}alias").get(f"{W}val") == key


def test_controls_of_one_paper_have_different_numbers() -> None:
    write = Words()
    numbers = [parsed(write((fact("k", "x"),))).find(f"{W}sdtPr/{W}id").get(f"{W}val") for _ in range(3)]

    assert numbers == ["1", "2", "3"]


def test_a_missing_fact_is_marked_and_plain_words_are_not() -> None:
    write = Words()

    assert "highlight" in write((Missing("k", "day"),))
    assert "highlight" not in write(words("day"))
    assert "<w:b/>" in write(words("day"), bold=True)


def test_a_citation_is_plain_words_with_its_section_sign_held() -> None:
    assert (
        "".join(parsed(Words()((Cite("pc_236_14", "Pen. Code, § 236.14"),))).itertext()) == "Pen. Code, §\u00a0236.14"
    )


def test_a_blank_has_a_line_to_its_end() -> None:
    stops = [
        stop.get(f"{W}pos") for stop in parsed(blank_line("Date:", 6200, start=2200)).iter(f"{W}tab") if stop.attrib
    ]

    assert stops == ["2200", "6200"]
    assert tab(100, leader="dot").count("dot") == 1


def test_a_table_says_its_widths_and_title() -> None:
    made = parsed(table([row([cell(paragraph(run("x")), 100)], header=True, height=480)], [100], title="A & B"))

    assert made.find(f"{W}tblPr/{W}tblCaption").get(f"{W}val") == "A & B"
    assert [column.get(f"{W}w") for column in made.iter(f"{W}gridCol")] == ["100"]
    assert made.find(f".//{W}trHeight").get(f"{W}val") == "480"
