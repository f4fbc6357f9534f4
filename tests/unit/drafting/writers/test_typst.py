"""The filing PDF, measured on the file itself. FICTIONAL people throughout."""

from dataclasses import replace
from itertools import product

import pytest

from tests.unit.drafting.writers.papers import (
    BLANKS,
    DAY,
    SENTENCE,
    caption,
    draft,
    fact,
    paper,
    paragraphs,
    petition,
    table,
    words,
)
from vacatur.doors.pdf_edit import metadata_of
from vacatur.doors.pdf_lines import PrintedPage, printed_pages
from vacatur.drafting.blocks import (
    BulletList,
    Form,
    Heading,
    PageBreak,
    Paper,
    Paragraph,
    ServiceBlank,
    SignatureBlock,
    Text,
)
from vacatur.drafting.check_grid import body_of, drift_of, numbers_of
from vacatur.drafting.fonts import filing_fonts
from vacatur.drafting.glyphs import printable
from vacatur.drafting.writers.typst import FactPlace, line_of, to_pdf
from vacatur.drafting.writers.words import facts_of
from vacatur.kit.errors import InputError


def pages_of(made: Paper) -> tuple[PrintedPage, ...]:
    return printed_pages(to_pdf(made, day=DAY).pdf)


def said(made: Paper) -> str:
    """The words of a paper as its PDF holds them, lines joined."""
    return " ".join(" ".join(page.text() for page in pages_of(made)).split())


def test_every_page_has_the_numbers_1_to_28_evenly_spaced() -> None:
    pages = pages_of(petition())

    assert len(pages) >= 9
    for page in pages:
        numbers = numbers_of(page)
        assert [piece.text for piece in numbers] == [str(n) for n in range(1, 29)]
        assert [round(piece.y, 2) for piece in numbers] == [round(87.6 + 24 * n, 2) for n in range(28)]


def test_no_line_of_text_drifts_from_its_number_on_any_page() -> None:
    assert max(drift_of(page) for page in pages_of(petition())) <= 0.1


@pytest.mark.parametrize(("rows", "length"), list(product((1, 2, 13, 40), (1, 3, 4, 9))))
def test_text_after_a_table_is_on_the_grid_whatever_the_rows_hold(rows: int, length: int) -> None:
    made = paper(caption(), table(rows, "Los Angeles Superior Court " * length), Paragraph(words(SENTENCE * 3)))

    for page in pages_of(made):
        assert drift_of(page) <= 0.1


@pytest.mark.parametrize("offset", range(6))
def test_a_cell_longer_than_a_page_goes_on_over_the_page_and_keeps_the_grid(offset: int) -> None:
    made = paper(*paragraphs(offset), table(2, SENTENCE * 30), Paragraph(words("After the table.")))
    pages = pages_of(made)

    assert len(pages) >= 4
    assert "".join(said(made).split()).count("".join((SENTENCE * 30).split())) == 2
    assert max(drift_of(page) for page in pages) <= 0.1
    assert all(piece.y < 745 for page in pages for piece in body_of(page))


@pytest.mark.parametrize("offset", range(7))
def test_each_block_keeps_the_grid_wherever_the_page_ends(offset: int) -> None:
    filler = tuple(Paragraph(words("One line.")) for _ in range(20 + offset))
    made = paper(
        *filler, Heading(1, words("HEADING")), *BLANKS, BulletList((words("One"), words(SENTENCE * 2))), table(3)
    )

    assert max(drift_of(page) for page in pages_of(made)) <= 0.1


def test_a_page_is_full_to_line_28() -> None:
    first = pages_of(paper(*paragraphs(30)))[0]

    assert {line_of(piece.y) for piece in body_of(first)} == set(range(1, 29))


def test_a_heading_is_never_the_last_line_of_a_page() -> None:
    filler = tuple(Paragraph(words("One line.")) for _ in range(27))
    pages = pages_of(paper(*filler, Heading(2, words("Next part")), Paragraph(words(SENTENCE))))

    assert "Next part" not in pages[0].text()
    assert pages[1].text().startswith("Next part")


def test_a_signature_takes_the_sentence_before_it_along_to_the_next_page() -> None:
    filler = tuple(Paragraph(words("One line.")) for _ in range(26))
    oath = Paragraph(words("I declare under penalty of perjury that this is true."))
    pages = pages_of(paper(*filler, oath, SignatureBlock(words("M.A.V."), "Petitioner")))

    assert pages[1].text().startswith("I declare")


def test_the_page_is_letter_with_the_margins_of_the_rule() -> None:
    for page in pages_of(petition()):
        assert (page.width, page.height) == (612, 792)
        assert all(piece.x >= 72 and piece.right <= 612 - 36 + 0.5 for piece in body_of(page))


def test_the_caption_stands_where_rule_2_111_puts_it() -> None:
    first = pages_of(petition())[0]
    line = {piece.text.strip(): line_of(piece.y) for piece in body_of(first)}

    assert line["Frances Lindqvist (SBN 000000)"] == 1
    assert line["SUPERIOR COURT OF THE STATE OF CALIFORNIA"] == 8
    assert line["COUNTY OF LOS ANGELES"] == 9
    assert line["THE PEOPLE OF THE STATE OF"] == 11
    assert line["Case No. 5VY02034"] == 11
    right = {piece.text.strip(): piece.x for piece in body_of(first)}
    assert right["Case No. 5VY02034"] > 306
    assert right["PETITION FOR VACATUR RELIEF"] > 306
    assert right["CONFIDENTIAL"] > 306
    assert all(piece.right < 307 for piece in body_of(first) if line_of(piece.y) < 8)


def test_counsel_of_more_than_seven_lines_still_ends_above_the_court() -> None:
    long = tuple(words(f"Counsel line {n}, which is rather long") for n in range(6))
    first = pages_of(paper(caption(counsel=long)))[0]
    line = {piece.text.strip(): line_of(piece.y) for piece in body_of(first)}

    assert line["SUPERIOR COURT OF THE STATE OF CALIFORNIA"] == 8
    assert drift_of(first) <= 0.1


def test_counsel_that_cannot_end_above_the_court_is_refused() -> None:
    with pytest.raises(InputError, match="counsel do not fit above line 8"):
        to_pdf(paper(caption(counsel=tuple(words(f"Line {n}") for n in range(20)))), day=DAY)


def test_a_long_case_column_is_single_spaced_and_too_long_a_one_is_refused() -> None:
    many = tuple(words(f"Case No. 5VY{n:05}") for n in range(22))
    assert len(pages_of(paper(caption(case_numbers=many), Paragraph(words("Text."))))) <= 2

    with pytest.raises(InputError, match="longer than the first page"):
        to_pdf(paper(caption(case_numbers=many * 3)), day=DAY)


def test_the_footer_names_the_paper_below_the_page_number() -> None:
    for page in pages_of(petition()):
        foot = [piece for piece in page.pieces if piece.y > 744]
        number = next(piece for piece in foot if piece.text == str(page.number))
        title = next(piece for piece in foot if piece.text == "PETITION FOR VACATUR RELIEF")
        assert number.y < title.y
        assert title.size >= 9
        assert number.artifact
        assert title.artifact


def test_a_footer_of_more_than_two_lines_is_refused() -> None:
    assert to_pdf(paper(Paragraph(words("x")), footer="PETITION " * 15), day=DAY).pages == 1
    with pytest.raises(InputError, match="footer title takes more than two lines"):
        to_pdf(paper(Paragraph(words("x")), footer="PETITION " * 40), day=DAY)


def test_all_text_is_the_filing_font_in_12_points() -> None:
    pieces = [piece for page in pages_of(petition()) for piece in page.pieces]

    assert all(piece.font.startswith("LiberationSerif") for piece in pieces)
    assert all(piece.size == 12 for piece in pieces if not piece.artifact)


def test_each_fact_is_found_on_the_page_and_line_it_names() -> None:
    made = petition()
    result = to_pdf(made, day=DAY)
    pages = printed_pages(result.pdf)

    assert [place.key for place in result.facts] == [one.key for one in facts_of(made)]
    by_key = {one.key: one.text for one in facts_of(made)}
    for place in result.facts:
        on_line = [piece for piece in body_of(pages[place.page - 1]) if line_of(piece.y) == place.line]
        line = "".join(piece.text for piece in on_line)
        assert by_key[place.key].split()[0] in line


def test_a_fact_that_starts_a_line_is_on_that_line_and_not_the_one_before() -> None:
    long = "x" * 70
    result = to_pdf(paper(Paragraph((Text(f"{long} "), fact("a", "y" * 60)), indent=False)), day=DAY)

    assert result.facts == (FactPlace("a", 1, 2),)


def test_the_same_paper_and_day_give_the_same_bytes_and_another_day_does_not() -> None:
    made = petition(6)

    assert to_pdf(made, day=DAY).pdf == to_pdf(made, day=DAY).pdf
    assert to_pdf(made, day=DAY).pdf != to_pdf(made, day=DAY.replace(day=3)).pdf


def test_the_pdf_is_tagged_and_declares_both_standards() -> None:
    told = metadata_of(to_pdf(petition(6), day=DAY).pdf)

    assert told.tagged
    assert told.title == "Petition for Vacatur Relief"
    assert told.language == "en-US"
    assert "<pdfuaid:part>1<" in told.xmp
    assert "<pdfaid:part>2<" in told.xmp
    assert "<pdfaid:conformance>A<" in told.xmp
    assert ("/CreationDate", "D:20260302120000Z") in told.info
    assert told.bookmarks == ("STATEMENT OF FACTS", "Schedule of cases")
    assert not {"/Author", "/Keywords", "/Subject"} & {key for key, _value in told.info}


def test_a_first_heading_of_level_2_and_a_skipped_level_are_still_well_tagged() -> None:
    made = paper(Heading(2, words("Second")), Heading(4, words("Fourth")), Paragraph(words("Text.")))

    assert metadata_of(to_pdf(made, day=DAY).pdf).bookmarks == ("Second", "Fourth")


def test_line_numbers_and_footers_are_not_read_aloud_but_the_paper_is() -> None:
    page = pages_of(petition(6))[0]

    assert all(piece.artifact for piece in numbers_of(page))
    assert not any(piece.artifact for piece in body_of(page))


def test_a_repeated_table_header_is_read_aloud_once() -> None:
    made = paper(table(60))

    assert said(made).count("Court") == 1 + 60
    shown = " ".join(page.text(artifacts=True) for page in pages_of(made))
    assert shown.count("Case") == len(pages_of(made))


@pytest.mark.parametrize(
    "text",
    [
        "#let x = 1 #panic() *bold* _italic_ `raw` $x^2$ @ref <label> // not a comment /* nor */",
        "quotes \" and ' and \\ backslash \\u{41} ~ -- --- ... [bracket] {brace} = - + / 1. a:b",
        "https://example.org/#x and sys.inputs.paper and \\n",
        "Señora Núñez, ¿cuándo? año café Zoë Łukasz",
        "“curly” ‘quotes’ – dash — dash … • § ¶ ½ €",
        "ffi fi fl office",
        "2 * 3 * 4 and a_b_c and # # #",
        "</w:t> &amp; <b>&lt;",
    ],
)
def test_text_comes_out_letter_for_letter(text: str) -> None:
    made = paper(Paragraph((fact("account", text),), indent=False), Heading(1, words(text)), table(1, text))

    assert said(made).count(" ".join(text.split())) == 3


def test_a_line_end_in_a_fact_starts_a_new_line() -> None:
    made = paper(Paragraph((fact("account", "First.\r\nSecond.\n\nFourth."),), indent=False))
    lines = {piece.text: line_of(piece.y) for piece in body_of(pages_of(made)[0])}

    assert lines == {"First.": 1, "Second.": 2, "Fourth.": 4}


@pytest.mark.parametrize("letter", ["x", "W", "9"])
def test_a_word_longer_than_its_line_stays_on_the_page_whole_in_its_text(letter: str) -> None:
    word = f"https://example.org/{letter * 150}"
    made = paper(
        caption(title=(words(word[:60]),)), Paragraph((Text("See "), fact("a", word), Text("."))), table(2, word)
    )
    pages = pages_of(made)

    assert all(piece.right <= 612 - 36 + 0.5 for page in pages for piece in body_of(page))
    assert max(drift_of(page) for page in pages) <= 0.1
    assert "".join(said(made).split()).count(word) == 3


def test_vietnamese_letters_are_printed_where_the_second_font_is_and_refused_where_it_is_not() -> None:
    name = "Nguyễn Thị Ánh"
    made = paper(Paragraph(words(name)))

    if "ễ" in printable(filing_fonts()):
        assert name in said(made)
    else:
        with pytest.raises(InputError, match="accents"):
            to_pdf(made, day=DAY)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("王小明", "Chinese, Japanese or Korean"),
        ("김", "Chinese, Japanese or Korean"),
        ("😀", "emoji"),
        ("क", "Devanagari"),
    ],
)
def test_a_letter_the_font_lacks_stops_the_paper_without_repeating_it(text: str, kind: str) -> None:
    with pytest.raises(InputError) as caught:
        to_pdf(paper(Paragraph(words(f"Hello {text}"))), day=DAY)

    assert "'petition'" in caught.value.sentence
    assert kind in caught.value.sentence
    assert text not in caught.value.sentence


def test_a_missing_fact_prints_a_bold_bracket() -> None:
    page = pages_of(draft())[0]
    shown = [piece for piece in page.pieces if "[offense date for case 5VY02034, count 1]" in piece.text]

    assert [piece.font for piece in shown] == ["LiberationSerif-Bold"]


def test_a_signature_leaves_a_line_for_the_pen_and_a_further_blank_takes_a_line_of_its_own() -> None:
    sign = SignatureBlock(words("M.A.V."), "Petitioner")
    made = paper(sign, ServiceBlank(("Address:", "", "")), Paragraph(words("After.")))
    lines = {piece.text.strip(): line_of(piece.y) for piece in body_of(pages_of(made)[0])}

    assert lines == {"Dated:": 1, "M.A.V.": 4, "Petitioner": 5, "Address:": 6, "After.": 9}


def test_a_page_break_starts_a_page() -> None:
    pages = pages_of(paper(Paragraph(words("One.")), PageBreak(), Paragraph(words("Two."))))

    assert [page.text() for page in pages] == ["One.", "Two."]


def test_numbered_paragraphs_count_through_the_paper() -> None:
    one, two = (Paragraph(words("Text."), numbered=True) for _ in range(2))

    assert "1. Text. Not counted. 2. Text." in said(paper(one, Paragraph(words("Not counted.")), two))


def test_a_plain_page_has_no_numbers_and_says_page_of_its_facts_only() -> None:
    made = replace(petition(6), form=Form.PLAIN)
    result = to_pdf(made, day=DAY)
    pages = printed_pages(result.pdf)

    assert not any(numbers_of(page) for page in pages)
    assert "PETITION FOR VACATUR RELIEF" in pages[-1].text(artifacts=True)
    assert f"Page {len(pages)}" in pages[-1].text(artifacts=True).replace("\n", "")
    assert {place.line for place in result.facts} == {0}


def test_a_paper_in_spanish_says_so_and_labels_its_blanks_in_spanish() -> None:
    made = paper(SignatureBlock(words("M.A.V."), "Peticionaria", place=True), language="es")

    assert metadata_of(to_pdf(made, day=DAY).pdf).language == "es-US"
    assert said(made).startswith("Fecha: Lugar:")


def test_the_count_of_pages_is_the_files_own() -> None:
    result = to_pdf(petition(), day=DAY)

    assert result.pages == metadata_of(result.pdf).pages
