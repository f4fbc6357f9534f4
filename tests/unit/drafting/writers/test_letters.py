"""What no paper may hold."""

from dataclasses import replace

import pytest

from tests.unit.drafting.writers.papers import DAY, fact, paper, petition, words
from vacatur.drafting.blocks import Fact, Missing, Paragraph, Table
from vacatur.drafting.fonts import filing_fonts
from vacatur.drafting.writers.letters import check_controls, check_letters
from vacatur.drafting.writers.typst import to_pdf
from vacatur.drafting.writers.word import to_docx
from vacatur.kit.errors import InputError


@pytest.mark.parametrize("char", ["\x00", "\x07", "\u200b", "\u00ad", "\u202e", "\ufeff", "\ud800", "\ue000"])
def test_control_and_invisible_characters_are_refused_by_both_writers(char: str) -> None:
    made = paper(Paragraph(words(f"Maris{char}ol")))

    for write in (to_pdf, to_docx):
        with pytest.raises(InputError, match="invisible or control character") as caught:
            write(made, day=DAY)
        assert "Maris" not in caught.value.sentence


@pytest.mark.parametrize("text", ["", "  ", "\n"])
def test_a_fact_that_would_print_a_blank_is_refused_by_both_writers(text: str) -> None:
    for inline in (Fact("nexus.1.account", text, "FACTS.toml"), Missing("k", text)):
        for write in (to_pdf, to_docx):
            with pytest.raises(InputError, match="a fact without words"):
                write(paper(Paragraph((inline,))), day=DAY)


def test_titles_footers_and_names_of_tables_are_looked_at_too() -> None:
    for made in (
        paper(title="中"),
        paper(footer="中"),
        paper(Table("中", ("A",), ((words("x"),),), (1,))),
        paper(Table("A", ("中",), ((words("x"),),), (1,))),
    ):
        with pytest.raises(InputError, match="Chinese, Japanese or Korean"):
            check_letters(made, filing_fonts())


def test_an_ordinary_paper_passes() -> None:
    made = replace(petition(3), title="Petición – “Núñez”")

    assert check_controls(made) is None
    assert check_letters(made, filing_fonts()) is None
    assert check_letters(paper(Paragraph((fact("a", "one\ntwo"),))), filing_fonts()) is None
