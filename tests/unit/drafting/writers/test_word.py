"""The Word twin, opened again. FICTIONAL people throughout."""

import io
import math
from dataclasses import replace

import docx
import pytest
from docx.oxml.ns import qn

from tests.unit.drafting.writers.papers import (
    BLANKS,
    DAY,
    caption,
    draft,
    fact,
    paper,
    paragraphs,
    petition,
    table,
    words,
)
from vacatur.doors.word import facts_of_word, text_of_word
from vacatur.drafting.blocks import Form, Heading, PageBreak, Paper, Paragraph, SignatureBlock, Table
from vacatur.drafting.writers.word import to_docx
from vacatur.drafting.writers.words import facts_of


def opened(made: Paper):
    return docx.Document(io.BytesIO(to_docx(made, day=DAY)))


def test_the_same_paper_and_day_give_the_same_bytes() -> None:
    made = petition(6)

    assert to_docx(made, day=DAY) == to_docx(made, day=DAY)
    assert to_docx(made, day=DAY) != to_docx(made, day=DAY.replace(day=3))


def test_each_block_is_a_bookmark_named_by_its_place_and_kind() -> None:
    made = paper(caption(), Heading(1, words("FACTS")), *paragraphs(1), table(2), PageBreak(), *BLANKS)
    marks = facts_of_word(to_docx(made, day=DAY)).bookmarks

    assert marks == (
        "blk_001_caption",
        "blk_002_heading",
        "blk_003_paragraph",
        "blk_004_table",
        "blk_005_pagebreak",
        "blk_006_signatureblock",
        "blk_007_judgeblock",
        "blk_008_hearingblank",
        "blk_009_serviceblank",
    )
    assert all(len(mark) <= 40 for mark in marks)


def test_every_bookmark_ends_once_after_it_starts() -> None:
    body = opened(petition(4)).element.body
    order = [(node.tag, node.get(qn("w:id"))) for node in body if node.tag.endswith(("bookmarkStart", "bookmarkEnd"))]

    for start, end in zip(order[::2], order[1::2], strict=True):
        assert start == (qn("w:bookmarkStart"), end[1])


def test_each_fact_is_a_content_control_named_by_its_key() -> None:
    made = petition(5)
    controls = facts_of_word(to_docx(made, day=DAY)).controls

    assert controls == tuple((one.key, one.text) for one in facts_of(made))


def test_a_fact_with_a_section_sign_keeps_its_own_space_and_other_words_hold_theirs() -> None:
    made = paper(Paragraph((fact("a", "§ 647"), *words(" and § 236.14"))))
    file = to_docx(made, day=DAY)

    assert facts_of_word(file).controls == (("a", "§ 647"),)
    assert text_of_word(file) == "§ 647 and §\u00a0236.14"


def test_a_key_too_long_for_word_is_shortened_and_still_unlike_others() -> None:
    first, second = (f"nexus.{'5VY02034' * 9}.{n}.account" for n in (1, 2))
    made = paper(Paragraph((fact(first, "x"), fact(second, "y"))))
    names = [name for name, _text in facts_of_word(to_docx(made, day=DAY)).controls]

    assert all(len(name) <= 64 for name in names)
    assert names[0] != names[1]


def test_a_missing_fact_is_a_highlighted_bold_bracket() -> None:
    told = facts_of_word(to_docx(draft(), day=DAY))

    assert told.highlighted == ("[offense date for case 5VY02034, count 1]",)
    assert facts_of_word(to_docx(petition(3), day=DAY)).highlighted == ()


def test_properties_name_no_person_and_no_machine() -> None:
    file = to_docx(petition(3), day=DAY)
    core = docx.Document(io.BytesIO(file)).core_properties

    assert facts_of_word(file).personal == ()
    assert core.title == "Petition for Vacatur Relief"
    assert core.language == "en-US"
    assert core.created == core.modified
    assert core.created.date() == DAY


def test_the_header_numbers_28_lines_of_exactly_24_points() -> None:
    header = opened(petition(3)).sections[0].header
    framed = [line for line in header.paragraphs if line._p.pPr.find(qn("w:framePr")) is not None]

    assert [line.text for line in framed] == [str(n) for n in range(1, 29)]
    assert all(line.paragraph_format.line_spacing.pt == 24 for line in framed)
    assert header.paragraphs[-1].text == ""
    frame = framed[0]._p.pPr.find(qn("w:framePr"))
    assert frame.get(qn("w:y")) == str(72 * 20)


def test_the_section_is_letter_with_the_margins_of_the_rule_and_rules_at_both_sides() -> None:
    section = opened(petition(3)).sections[0]
    borders = section._sectPr.find(qn("w:pgBorders"))

    assert (section.page_width.pt, section.page_height.pt) == (612, 792)
    assert (section.left_margin.pt, section.right_margin.pt, section.top_margin.pt) == (108, 36, 72)
    assert borders.find(qn("w:left")).get(qn("w:val")) == "double"
    assert borders.find(qn("w:right")).get(qn("w:val")) == "single"


def test_body_text_is_12_point_times_on_exact_24_points() -> None:
    document = opened(petition(3))
    normal = document.styles["Normal"]
    defaults = document.styles.element.find(f"{qn('w:docDefaults')}//{qn('w:rPr')}")

    assert normal.paragraph_format.line_spacing.pt == 24
    assert normal.paragraph_format.widow_control is False
    assert defaults.find(qn("w:sz")).get(qn("w:val")) == "24"
    assert defaults.find(qn("w:rFonts")).get(qn("w:ascii")) == "Times New Roman"


def test_the_footer_has_the_page_number_above_the_papers_title() -> None:
    lines = opened(petition(3)).sections[0].footer.paragraphs
    field = lines[0]._p.find(qn("w:fldSimple"))

    assert field.get(qn("w:instr")) == "PAGE"
    assert lines[1].text == "PETITION FOR VACATUR RELIEF"
    assert lines[1].runs[0].font.size.pt == 10
    assert lines[1]._p.pPr.find(f"{qn('w:pBdr')}/{qn('w:top')}") is not None


def test_the_court_stands_on_line_8() -> None:
    lines = [line.text for line in opened(paper(caption())).paragraphs]

    assert lines.index("SUPERIOR COURT OF THE STATE OF CALIFORNIA") == 7


def test_single_spaced_counsel_also_leaves_the_court_on_line_8() -> None:
    many = tuple(words(f"Line {n}") for n in range(10))
    lines = opened(paper(caption(counsel=many))).paragraphs
    above = lines[: [line.text for line in lines].index("SUPERIOR COURT OF THE STATE OF CALIFORNIA")]

    assert math.fsum(line.paragraph_format.line_spacing.pt for line in above) == 7 * 24


def test_the_caption_is_a_table_of_two_columns_and_leaves_the_clerks_space() -> None:
    document = opened(paper(caption()))
    cells = document.tables[0].rows[0].cells

    assert "THE PEOPLE" in cells[0].text
    assert "PETITION FOR VACATUR RELIEF" in cells[1].text
    assert document.paragraphs[0].paragraph_format.right_indent.pt >= 468 / 2


def test_numbered_paragraphs_use_words_own_numbering() -> None:
    made = paper(*paragraphs(2), Paragraph(words("Not numbered.")), *paragraphs(1))
    numbered = [line.style.name for line in opened(made).paragraphs]

    assert numbered == ["Numbered Paragraph", "Numbered Paragraph", "Normal", "Numbered Paragraph"]
    assert [line.split()[0] for line in text_of_word(to_docx(made, day=DAY)).splitlines()] == ["1.", "2.", "Not", "3."]


def test_headings_are_headings() -> None:
    made = paper(Heading(1, words("ONE")), Heading(2, words("Two")))

    assert [line.style.name.lower() for line in opened(made).paragraphs] == ["heading 1", "heading 2"]


def test_a_table_repeats_its_header_and_says_its_title_to_a_screen_reader() -> None:
    document = opened(paper(table(3)))
    found = document.tables[0]

    assert [cell.text for cell in found.rows[0].cells] == ["Case", "Count", "Court"]
    assert found.rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None
    assert found.rows[1]._tr.trPr.find(qn("w:tblHeader")) is None
    assert found._tbl.tblPr.find(qn("w:tblCaption")).get(qn("w:val")) == "Schedule of cases"


@pytest.mark.parametrize(("letters", "slots"), [(10, 1), (60, 2), (400, 6)])
def test_a_row_is_as_many_whole_slots_as_its_longest_cell_needs(letters: int, slots: int) -> None:
    document = opened(paper(Table("T", ("A", "B"), ((words("x"), words("y" * letters)),), (1, 1))))

    assert document.tables[0].rows[1].height.pt == pytest.approx(slots * 24)


def test_the_last_table_is_followed_by_a_paragraph_as_word_asks() -> None:
    body = opened(paper(table(2))).element.body

    assert [node.tag for node in body][-2:] == [qn("w:p"), qn("w:sectPr")]


def test_text_is_kept_letter_for_letter_and_line_ends_are_breaks() -> None:
    text = "<w:t> & \"quotes\" 'x' #$*_@ \\ Nguyễn 王 😀"
    made = paper(Paragraph(words(f"{text}\nnext")))

    assert text_of_word(to_docx(made, day=DAY)) == f"{text} next"


def test_blanks_are_drawn_lines_without_words() -> None:
    made = paper(SignatureBlock(words("M.A.V."), "Petitioner", place=True))

    assert text_of_word(to_docx(made, day=DAY)).split("\n") == ["Dated:", "Place:", "M.A.V.", "Petitioner"]
    leaders = [tab for tab in opened(made).element.body.iter(qn("w:tab")) if tab.get(qn("w:leader")) == "underscore"]
    assert len(leaders) == 3


def test_a_plain_page_has_no_line_numbers_and_larger_headings() -> None:
    document = opened(replace(paper(Heading(1, words("Filing sheet"))), form=Form.PLAIN))

    assert [line.text for line in document.sections[0].header.paragraphs] == [""]
    assert document.styles["Heading 1"].font.size.pt == 18
    assert document.sections[0].left_margin.pt == 72
    assert "Page " in document.sections[0].footer.paragraphs[0].text


def test_an_empty_paper_is_still_a_file_word_can_open() -> None:
    assert opened(paper()).paragraphs[0].text == ""
