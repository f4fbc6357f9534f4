"""The data handed to the template."""

import json

from tests.unit.drafting.writers.papers import caption, fact, paper, paragraphs, petition, table, words
from vacatur.drafting.blocks import Heading, JudgeBlock, PageBreak, Paragraph, SignatureBlock, Text
from vacatur.drafting.writers.typst_data import Shaper


def blocks_of(made) -> list[dict]:
    return Shaper(made).shape()["blocks"]


def test_it_is_plain_json_and_names_form_and_language() -> None:
    data = Shaper(petition(3)).shape()

    assert json.loads(json.dumps(data)) == data
    assert (data["form"], data["language"], data["region"]) == ("pleading", "en", "US")


def test_a_fact_is_cut_after_its_first_letter_and_the_accents_on_it() -> None:
    [block] = blocks_of(paper(Paragraph((fact("a", "x\u0323\u0307y"), fact("b", "Z")))))

    assert [(piece["first"], piece["rest"], piece["mark"]) for piece in block["words"]] == [
        ("ẋ̣", "y", 0),
        ("Z", "", 1),
    ]


def test_facts_are_numbered_through_the_whole_paper_in_reading_order() -> None:
    made = paper(caption(), *paragraphs(2), table(2))
    marks = [int(part.split("}")[0]) for part in json.dumps(blocks_of(made)).split('"mark": ')[1:]]

    assert marks == list(range(6))


def test_a_line_end_becomes_a_break() -> None:
    [block] = blocks_of(paper(Paragraph((Text("one\ntwo", bold=True),))))

    assert [piece["kind"] for piece in block["words"]] == ["text", "break", "text"]
    assert all(piece["bold"] for piece in block["words"] if piece["kind"] == "text")


def test_headings_never_skip_a_depth_for_a_screen_reader() -> None:
    levels = (2, 4, 1, 3, 2)
    shaped = blocks_of(paper(*(Heading(level, words("x")) for level in levels)))

    assert [block["level"] for block in shaped] == list(levels)
    assert [block["depth"] for block in shaped] == [1, 2, 1, 2, 2]


def test_only_a_short_paragraph_before_a_signature_is_kept_with_it() -> None:
    short, long = Paragraph(words("I declare.")), Paragraph(words("I declare. " * 100))
    sign = SignatureBlock(words("M.A.V."), "Petitioner")
    shaped = blocks_of(paper(short, sign, long, sign, short, JudgeBlock("Judge"), short))

    assert [block["keep"] for block in shaped if block["kind"] == "paragraph"] == [True, False, True, False]


def test_numbered_paragraphs_are_numbered_from_1_and_others_not_at_all() -> None:
    one = Paragraph(words("x"), numbered=True)
    shaped = blocks_of(paper(one, Paragraph(words("y")), one, PageBreak(), one))

    assert [block["number"] for block in shaped if block["kind"] == "paragraph"] == ["1.", None, "2.", "3."]


def test_a_table_tells_the_length_of_each_cell_and_that_a_line_end_is_long() -> None:
    [block] = blocks_of(paper(table(1, "one\ntwo")))

    assert block["letters"] == [[4, 5, 5], [8, 1, 10_000]]
