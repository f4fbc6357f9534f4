"""The check of finished papers. FICTIONAL people throughout."""

import io
from dataclasses import replace

import docx
import pikepdf
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from tests.unit.drafting.writers.papers import DAY, caption, draft, fact, paper, paragraphs, petition, table, words
from vacatur.drafting.blocks import Form, Heading, Missing, Paper, Paragraph, Text
from vacatur.drafting.check import check_paper, same_words
from vacatur.drafting.writers.typst import to_pdf
from vacatur.drafting.writers.word import to_docx


def written(made: Paper) -> tuple[bytes, bytes]:
    return to_pdf(made, day=DAY).pdf, to_docx(made, day=DAY)


def checks(made: Paper, pdf: bytes, word: bytes, **how: object) -> list[str]:
    return [problem.check for problem in check_paper(made, pdf, word, **how)]  # type: ignore[arg-type]


def saved(pdf: pikepdf.Pdf) -> bytes:
    stored = io.BytesIO()
    pdf.save(stored)
    return stored.getvalue()


@pytest.mark.parametrize("form", list(Form))
def test_our_own_papers_pass_even_for_filing(form: Form) -> None:
    made = replace(petition(), form=form)

    assert checks(made, *written(made), filing=True, suppressed=["Marisol Aranda Vega"]) == []


def test_a_table_over_several_pages_still_holds_the_same_words_as_its_twin() -> None:
    made = paper(Heading(1, words("A")), table(60, "Los Angeles Superior Court, Van Nuys\nsecond line"))

    assert checks(made, *written(made)) == []


def test_a_bracket_is_fine_in_a_draft_and_stops_a_filing() -> None:
    made = draft()

    assert checks(made, *written(made)) == []
    assert checks(made, *written(made), filing=True) == ["brackets"]


def test_a_bracket_of_a_citation_is_no_missing_fact() -> None:
    made = paper(Paragraph(words("People v. Doe (2016) 1 Cal.5th 1 [2 Cal.Rptr.3d 3].")))

    assert checks(made, *written(made), filing=True) == []


def test_two_brackets_of_one_fact_are_counted_once() -> None:
    gap = Missing("a", "the day")
    made = paper(Paragraph((gap, Text(" and "), gap)))
    [problem] = check_paper(made, *written(made), filing=True)

    assert problem.sentence == "One fact is still missing, shown in brackets."


@pytest.mark.parametrize("value", ["Marisol Aranda Vega", "ARANDA VEGA, MARISOL", "marisol aranda-vega", "Marisól"])
def test_a_suppressed_value_in_the_text_is_found_and_not_repeated(value: str) -> None:
    made = paper(Paragraph((Text("Petitioner "), fact("n", "Marisol Aranda Vega"), Text(" / ARANDA VEGA, MARISOL"))))
    [problem] = check_paper(made, *written(made), suppressed=["Nobody", value])

    assert problem.check == "suppressed"
    assert "number 2" in problem.sentence
    assert "ris" not in problem.sentence


def test_two_missing_facts_are_counted() -> None:
    made = paper(Paragraph((Missing("a", "the day"), Text(" and "), Missing("b", "the place"))))
    [problem] = check_paper(made, *written(made), filing=True)

    assert problem.sentence == "2 facts are still missing, shown in brackets."


def test_a_suppressed_value_behind_the_pages_is_found() -> None:
    made = paper(Heading(1, words("A")), Paragraph(words("Nothing here.")))
    pdf, word = written(made)
    opened = pikepdf.open(io.BytesIO(pdf))
    opened.Root.OpenAction = pikepdf.Dictionary(S=pikepdf.Name.URI, URI="https://example.org/marisol-aranda")
    document = docx.Document(io.BytesIO(word))
    document.core_properties.subject = "Marisol Aranda"
    stored = io.BytesIO()
    document.save(stored)

    assert checks(made, saved(opened), word, suppressed=["Marisol Aranda"]) == ["suppressed"]
    assert checks(made, pdf, stored.getvalue(), suppressed=["Marisol Aranda"]) == ["word properties", "suppressed"]


def test_twins_that_differ_are_told_apart() -> None:
    made = paper(caption(), *paragraphs(3))
    pdf, _word = written(made)
    _pdf, other = written(paper(caption(), *paragraphs(2)))

    assert checks(made, pdf, other) == ["twins"]


def test_a_reviewers_comment_and_a_tracked_change_in_the_twin_are_seen() -> None:
    made = paper(Paragraph(words("Text.")))
    pdf, word = written(made)
    document = docx.Document(io.BytesIO(word))
    line = document.paragraphs[0]
    document.add_comment(line.runs, text="Is this so?", author="", initials="")
    line._p.append(parse_xml(f'<w:ins {nsdecls("w")} w:id="900" w:author="x"><w:r><w:t> </w:t></w:r></w:ins>'))
    stored = io.BytesIO()
    document.save(stored)

    assert checks(made, pdf, stored.getvalue()) == ["word comments", "word changes"]


def test_a_pdf_that_lost_its_tags_title_and_language_is_seen() -> None:
    made = paper(Heading(1, words("A")), Paragraph(words("Text.")))
    pdf, word = written(made)
    opened = pikepdf.open(io.BytesIO(pdf))
    for key in ("/StructTreeRoot", "/MarkInfo", "/Lang", "/Metadata", "/Outlines"):
        del opened.Root[key]
    opened.docinfo["/Title"] = "Untitled"
    opened.docinfo["/Author"] = "Somebody"

    assert checks(made, saved(opened), word) == ["title", "language", "tags", "standard", "properties", "bookmarks"]


def test_text_in_another_font_or_too_small_is_seen() -> None:
    made = paper(Paragraph(words("Text.")))
    pdf, word = written(made)
    opened = pikepdf.open(io.BytesIO(pdf))
    font = pikepdf.Dictionary(Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica)
    opened.pages[0].obj.Resources.Font["/F99"] = opened.make_indirect(font)
    opened.pages[0].contents_add(b"BT /F99 9 Tf 1 0 0 1 108 632.4 Tm (Text) Tj ET")

    assert {"font", "font size", "twins"} <= set(checks(made, saved(opened), word))


def test_words_are_compared_without_spacing_and_bullets() -> None:
    assert same_words(" • One\ntwo ") == same_words("One two") == "Onetwo"
