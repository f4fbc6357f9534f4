"""Pages of a PDF as pictures, for showing a line beside the page it was read from."""

from io import BytesIO

from vacatur.doors.pdfium import DAMAGED, open_pdf
from vacatur.kit.errors import InputError

DOTS_PER_INCH = 110
_POINTS_PER_INCH = 72
_MOST_PIXELS = 40_000_000
"""A page larger than this at the resolution asked for is drawn smaller: a malicious page size must not take the memory."""


def page_count(data: bytes) -> int:
    """How many pages a PDF has. Raises InputError when it is locked or damaged."""
    with open_pdf(data) as document:
        return len(document)


def page_png(data: bytes, page: int, *, dpi: int = DOTS_PER_INCH) -> bytes:
    """One page (from 1) as a PNG.

    Raises:
        InputError: when the PDF is locked or damaged.
        IndexError: when there is no such page.
    """
    with open_pdf(data) as document:
        if not 1 <= page <= len(document):
            raise IndexError(page)
        try:
            sheet = document[page - 1]
        except Exception:
            raise InputError(DAMAGED) from None
        scale = dpi / _POINTS_PER_INCH
        width, height = sheet.get_size()
        pixels = width * height * scale * scale
        if pixels > _MOST_PIXELS:
            scale *= (_MOST_PIXELS / pixels) ** 0.5
        picture = sheet.render(scale=scale).to_pil()
    out = BytesIO()
    picture.save(out, format="PNG", optimize=False)
    return out.getvalue()
