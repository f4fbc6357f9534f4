"""Pages of a PDF, turned as scanners and their software turn them. FICTIONAL people throughout."""

import io

import pikepdf

_TURNED = {
    90: ("0 1 -1 0 792 0 cm", [0, 0, 792, 612]),
    180: ("-1 0 0 -1 612 792 cm", [0, 0, 612, 792]),
    270: ("0 -1 1 0 0 612 cm", [0, 0, 792, 612]),
}
"""How text is turned, and the edges of the page that then holds it."""


def turned(pdf: bytes, degrees: int, page: int = 0, *, shown_upright: bool) -> bytes:
    """A PDF with one page turned: with its text (then it is shown upright), or the page alone (then it is shown sideways)."""
    with pikepdf.open(io.BytesIO(pdf)) as document:
        if shown_upright:
            _draw_sideways(document.pages[page], degrees)
        document.pages[page].rotate(degrees, relative=False)
        return _saved(document)


def drawn_sideways(pdf: bytes, degrees: int) -> bytes:
    """A PDF whose first page has turned text on a page that is not turned."""
    with pikepdf.open(io.BytesIO(pdf)) as document:
        _draw_sideways(document.pages[0], degrees)
        return _saved(document)


def _draw_sideways(page: pikepdf.Page, degrees: int) -> None:
    matrix, page.MediaBox = _TURNED[degrees]
    draw_turned(page, matrix)


def draw_turned(page: pikepdf.Page, matrix: str) -> None:
    """Draw what is on a page through a matrix."""
    page.contents_add(f"q {matrix}".encode(), prepend=True)
    page.contents_add(b"Q")


def stamped(pdf: bytes, words: str, matrix: str = "0 1 -1 0 30 200") -> bytes:
    """A PDF with words written up along the left edge of its first page, or wherever the matrix puts them."""
    with pikepdf.open(io.BytesIO(pdf)) as document:
        document.pages[0].contents_add(f"BT /F1 9 Tf {matrix} Tm ({words}) Tj ET".encode())
        return _saved(document)


def _saved(document: pikepdf.Pdf) -> bytes:
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()
