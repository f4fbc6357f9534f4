import io

import pikepdf
import pytest
import typst
from PIL import Image

from demo.pdf import text_pdf
from tests.unit.doors.turned_pages import draw_turned, drawn_sideways, stamped, turned
from vacatur.doors.pdf_text import SCAN, page_texts
from vacatur.doors.pdfium import DAMAGED, ENCRYPTED
from vacatur.kit.errors import InputError

PAGE = ["CII/A99000001        FICTIONAL", "", "", "   COM: X  (1)  Y-", "- - - -", "        deep"]


def picture_pdf() -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (60, 60), "white").save(out, format="PDF")
    return out.getvalue()


def test_every_column_and_blank_row_is_kept() -> None:
    (page,) = page_texts(text_pdf([PAGE]))

    assert list(page.lines) == PAGE
    assert not page.is_picture


@pytest.mark.parametrize("degrees", [90, 180, 270])
@pytest.mark.parametrize("shown_upright", [True, False])
def test_a_turned_page_reads_like_a_straight_one(degrees: int, shown_upright: bool) -> None:
    (page,) = page_texts(turned(text_pdf([PAGE]), degrees, shown_upright=shown_upright))

    assert (list(page.lines), page.aside) == (PAGE, ())


@pytest.mark.parametrize("degrees", [90, 180, 270])
def test_turned_text_on_a_straight_page_is_read_in_its_own_direction(degrees: int) -> None:
    (page,) = page_texts(drawn_sideways(text_pdf([PAGE]), degrees))

    assert list(page.lines) == PAGE


@pytest.mark.parametrize("degrees", [90, 180, 270])
@pytest.mark.parametrize("shown_upright", [True, False])
def test_a_turned_page_moves_no_other_page(degrees: int, shown_upright: bool) -> None:
    pages = page_texts(turned(text_pdf([PAGE, PAGE, PAGE]), degrees, page=1, shown_upright=shown_upright))

    assert [list(page.lines) for page in pages] == [PAGE, PAGE, PAGE]


@pytest.mark.parametrize("matrix", ["0 1 -1 0 30 200", "0.7071 0.7071 -0.7071 0.7071 100 100"])
def test_words_across_the_lines_stand_beside_them(matrix: str) -> None:
    (page,) = page_texts(stamped(text_pdf([PAGE]), "RECEIVED IN COURT", matrix))

    assert (list(page.lines), page.aside) == (PAGE, ("RECEIVED IN COURT",))


def test_a_page_a_little_askew_is_read_as_one_text() -> None:
    with pikepdf.open(io.BytesIO(text_pdf([PAGE]))) as document:
        draw_turned(document.pages[0], "0.99985 0.01745 -0.01745 0.99985 0 0 cm")
        out = io.BytesIO()
        document.save(out)

    (page,) = page_texts(out.getvalue())

    assert page.lines[0].split() == PAGE[0].split()
    assert page.aside == ()


def test_each_page_is_read_and_its_indents_are_those_of_the_document() -> None:
    first, second = page_texts(text_pdf([["  A B", "C D"], ["    E F", "    G H"]]))

    assert (first.lines, second.lines) == (("  A B", "C D"), ("    E F", "    G H"))


def test_a_typeset_monospaced_page_keeps_its_columns() -> None:
    source = '#set text(font: "DejaVu Sans Mono", size: 9pt)\n#raw("' + "\\n".join(PAGE) + '", block: true)'

    (page,) = page_texts(typst.compile(source.encode()))

    assert [line for line in page.lines if line] == [line for line in PAGE if line]


def test_words_of_a_proportional_font_stay_apart() -> None:
    source = '#set text(font: "Libertinus Serif")\nThe clerk will wait in illicit illumination.'

    (page,) = page_texts(typst.compile(source.encode()))

    assert "".join(page.lines).split() == ["The", "clerk", "will", "wait", "in", "illicit", "illumination."]


def test_wide_gaps_of_a_proportional_font_stay_wide() -> None:
    source = '#set text(font: "Libertinus Serif")\nFirst #h(4cm) second word'

    (page,) = page_texts(typst.compile(source.encode()))

    first, second = page.lines[0].split("  ")[0], page.lines[0].split("  ")[-1]
    assert (first, second.strip()) == ("First", "second word")


def test_letters_printed_twice_for_boldness_are_one() -> None:
    with pikepdf.open(io.BytesIO(text_pdf([["COURT:  X"]]))) as document:
        page = document.pages[0]
        again = page.Contents.read_bytes().replace(b"54 742 Td", b"54.4 742 Td")
        page.contents_add(again)
        out = io.BytesIO()
        document.save(out)

    (read,) = page_texts(out.getvalue())

    assert read.lines == ("COURT:  X",)


def test_a_scan_says_that_it_is_one() -> None:
    with pytest.raises(InputError) as refused:
        page_texts(picture_pdf())

    assert refused.value.sentence == SCAN


def test_a_page_that_is_a_picture_is_known_among_pages_of_text() -> None:
    with pikepdf.open(io.BytesIO(text_pdf([PAGE]))) as document, pikepdf.open(io.BytesIO(picture_pdf())) as picture:
        document.pages.extend(picture.pages)
        document.add_blank_page()
        out = io.BytesIO()
        document.save(out)

    assert [(bool(page.lines), page.is_picture) for page in page_texts(out.getvalue())] == [
        (True, False),
        (False, True),
        (False, False),
    ]


def test_a_page_with_a_note_pinned_on_it_and_no_text_is_one_to_look_at() -> None:
    with pikepdf.open(io.BytesIO(text_pdf([PAGE]))) as document:
        document.add_blank_page()
        note = {"/Type": pikepdf.Name.Annot, "/Subtype": pikepdf.Name.FreeText, "/Rect": [10, 10, 90, 40]}
        document.pages[1].Annots = document.make_indirect(pikepdf.Array([pikepdf.Dictionary(note)]))
        out = io.BytesIO()
        document.save(out)

    assert page_texts(out.getvalue())[1].is_picture


def test_a_locked_pdf_says_so() -> None:
    with pikepdf.open(io.BytesIO(text_pdf([PAGE]))) as document:
        out = io.BytesIO()
        document.save(out, encryption=pikepdf.Encryption(owner="x", user="y"))

    with pytest.raises(InputError) as refused:
        page_texts(out.getvalue())

    assert refused.value.sentence == ENCRYPTED


def test_a_pdf_that_only_forbids_printing_is_read() -> None:
    with pikepdf.open(io.BytesIO(text_pdf([PAGE]))) as document:
        out = io.BytesIO()
        document.save(out, encryption=pikepdf.Encryption(owner="x", user=""))

    assert list(page_texts(out.getvalue())[0].lines) == PAGE


@pytest.mark.parametrize("data", [b"%PDF-1.4\ngarbage", b"%PDF-1.4\n" + bytes(500), text_pdf([PAGE])[:300]])
def test_a_damaged_pdf_says_so(data: bytes) -> None:
    with pytest.raises(InputError) as refused:
        page_texts(data)

    assert refused.value.sentence == DAMAGED
