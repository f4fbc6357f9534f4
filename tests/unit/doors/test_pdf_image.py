import io

import pikepdf
import pytest
from PIL import Image

from demo.pdf import text_pdf
from vacatur.doors.pdf_image import page_count, page_png
from vacatur.kit.errors import InputError

PDF = text_pdf([["FICTIONAL"], ["SECOND PAGE"]])


def test_it_counts_the_pages() -> None:
    assert page_count(PDF) == 2


def test_it_draws_a_page_as_png_at_the_resolution_asked_for() -> None:
    picture = Image.open(io.BytesIO(page_png(PDF, 1, dpi=72)))

    assert picture.format == "PNG"
    assert picture.size == (612, 792)
    assert picture.convert("L").getextrema() != (255, 255)


def test_it_draws_a_huge_page_smaller() -> None:
    with pikepdf.open(io.BytesIO(PDF)) as document:
        document.pages[0].MediaBox = [0, 0, 14400, 14400]
        out = io.BytesIO()
        document.save(out)

    width, height = Image.open(io.BytesIO(page_png(out.getvalue(), 1))).size

    assert width * height <= 40_100_000


@pytest.mark.parametrize("page", [0, 3])
def test_a_page_that_is_not_there_is_an_index_error(page: int) -> None:
    with pytest.raises(IndexError):
        page_png(PDF, page)


def test_a_damaged_pdf_is_refused() -> None:
    with pytest.raises(InputError):
        page_png(b"%PDF-1.4", 1)
