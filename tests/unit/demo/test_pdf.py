import re

import pypdfium2
import pytest

from demo.pdf import text_pdf


def _lines(pdf: bytes, page: int = 0) -> list[str]:
    document = pypdfium2.PdfDocument(pdf)
    try:
        return document[page].get_textpage().get_text_range().split("\r\n")
    finally:
        document.close()


def test_every_page_becomes_a_page():
    document = pypdfium2.PdfDocument(text_pdf([["A"], ["B"], ["C"]]))

    assert len(document) == 3
    document.close()


def test_the_text_layer_holds_the_lines_in_order():
    assert _lines(text_pdf([["CNT:01", "", "  647(B) PC-PROSTITUTION"]])) == ["CNT:01", " 647(B) PC-PROSTITUTION"]


@pytest.mark.parametrize("line", ["496 (A) (2) PC", r"A\B", "((", "*DISPO:CONVICTED"])
def test_brackets_and_backslashes_survive(line):
    assert _lines(text_pdf([[line]])) == [line]


def test_the_same_pages_always_give_the_same_bytes():
    assert text_pdf([["A"]]) == text_pdf([["A"]])


def test_the_table_tells_where_each_object_stands():
    pdf = text_pdf([["A"], ["B"]])

    places = [int(place) for place in re.findall(rb"^(\d{10}) 00000 n ", pdf, re.MULTILINE)]

    assert len(places) == 8
    for number, place in enumerate(places, start=1):
        assert pdf[place:].startswith(b"%d 0 obj" % number)


def test_a_letter_outside_ascii_is_refused():
    with pytest.raises(UnicodeEncodeError):
        text_pdf([["CASTAÑEDA"]])
