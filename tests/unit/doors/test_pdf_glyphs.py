import pypdfium2
import pytest

from demo.pdf import text_pdf
from tests.unit.doors.turned_pages import drawn_sideways, stamped
from vacatur.doors.pdf_glyphs import Glyph, by_direction


def ways(pdf: bytes) -> list[list[Glyph]]:
    with pypdfium2.PdfDocument(pdf) as document:
        textpage = document[0].get_textpage()
        return by_direction(textpage.raw, document[0].get_mediabox())


def test_places_are_counted_down_and_to_the_right() -> None:
    (found,) = ways(text_pdf([["AB", "C"]]))

    assert [(round(down), round(right), char) for down, right, char in found] == [
        (50, 54, "A"),
        (50, 60, "B"),
        (61, 54, "C"),
    ]


@pytest.mark.parametrize("degrees", [90, 180, 270])
def test_turned_text_has_the_places_of_straight_text(degrees: int) -> None:
    (straight,) = ways(text_pdf([["AB", "C"]]))
    (sideways,) = ways(drawn_sideways(text_pdf([["AB", "C"]]), degrees))

    for here, there in zip(sorted(straight), sorted(sideways), strict=True):
        assert there[2] == here[2]
        assert there[:2] == pytest.approx(here[:2])


def test_the_direction_of_most_characters_comes_first() -> None:
    most, least = ways(stamped(text_pdf([["MANY CHARACTERS HERE", "AND HERE"]]), "FEW"))

    assert "".join(char for _, _, char in most).split() == ["MANY", "CHARACTERS", "HEREAND", "HERE"]
    assert "".join(char for _, _, char in least) == "FEW"


def test_blanks_alone_are_no_text() -> None:
    assert ways(text_pdf([["   "]])) == []
