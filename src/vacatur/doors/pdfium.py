"""PDFium, opened and closed under one lock: the library is not safe to use from two threads at once."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager

import pypdfium2 as pdfium
from pypdfium2.raw import FPDF_ERR_PASSWORD

from vacatur.kit.errors import InputError

ENCRYPTED = "This PDF is locked with a password. Please save an unlocked copy and try again."
DAMAGED = "This PDF is damaged and cannot be opened. Please download or save it again."

_LOCK = threading.Lock()


@contextmanager
def open_pdf(data: bytes) -> Iterator[pdfium.PdfDocument]:
    """A PDF opened from its bytes; closed on leaving.

    Raises:
        InputError: when the PDF is locked or damaged.
    """
    with _LOCK:
        try:
            document = pdfium.PdfDocument(data)
        except pdfium.PdfiumError as error:
            locked = getattr(error, "err_code", None) == FPDF_ERR_PASSWORD
            raise InputError(ENCRYPTED if locked else DAMAGED) from None
        try:
            yield document
        finally:
            document.close()
