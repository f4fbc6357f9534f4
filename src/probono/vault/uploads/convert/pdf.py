"""A PDF: counted, drawn page by page, or read as a RAP sheet's print."""

import codecs
from collections.abc import Callable
from typing import Any, BinaryIO, TypeVar

from probono.vault.uploads.convert.answering import as_json, facts
from probono.vault.uploads.frames import FACTS, PICTURE, WORDS, send
from probono.vault.uploads.refusal import RefusedError, Why
from vacatur.doors.pdf_facts import facts_of_pdf
from vacatur.doors.pdf_image import page_png
from vacatur.doors.pdf_lines import printed_pages
from vacatur.doors.pdf_text import SCAN, page_texts
from vacatur.doors.pdfium import ENCRYPTED
from vacatur.kit.errors import InputError

T = TypeVar("T")
_REASONS = {ENCRYPTED: Why.LOCKED, SCAN: Why.SCAN}
_TRIAL = (
    b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj "
    b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF"
)


def prepare() -> None:
    """Loads all that is loaded on first use, while there still are files to load from."""
    page_png(_TRIAL, 1)
    printed_pages(_TRIAL)
    codecs.lookup("utf-16-le")


def look(data: bytes, words: list[str], out: BinaryIO) -> None:
    """How many pages, and what would act by itself. No page is drawn yet."""
    found = _or_refused(lambda: facts_of_pdf(data))
    send(out, FACTS, facts(found.pages, found.active))


def page(data: bytes, words: list[str], out: BinaryIO) -> None:
    """One page as a picture. An empty answer when there is no such page."""
    try:
        send(out, PICTURE, _or_refused(lambda: page_png(data, int(words[0]))))
    except IndexError:
        return


def sheet(data: bytes, words: list[str], out: BinaryIO) -> None:
    """What is printed on a RAP sheet's pages: lines, and the baselines of their pieces."""
    facts(_or_refused(lambda: facts_of_pdf(data)).pages)
    texts, printed = _or_refused(lambda: (page_texts(data), printed_pages(data)))
    pages = [
        {"lines": text.lines, "aside": text.aside, "is_picture": text.is_picture, **_placed(place)}
        for text, place in zip(texts, printed, strict=True)
    ]
    send(out, WORDS, as_json(pages))


def _placed(page: Any) -> dict[str, Any]:
    return {"width": page.width, "height": page.height, "baselines": [p.y for p in page.pieces if p.text.strip()]}


def _or_refused(work: Callable[[], T]) -> T:
    """The library's sentences become reasons: no words of this process reach a person."""
    try:
        return work()
    except InputError as error:
        raise RefusedError(_REASONS.get(str(error), Why.DAMAGED)) from None
