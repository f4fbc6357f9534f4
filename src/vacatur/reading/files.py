"""A file -> Record. What kind of file it is, is told by its first bytes, never by its name."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Protocol

from vacatur.kit.errors import InputError
from vacatur.reading.aside import with_aside
from vacatur.reading.rap_sheet import read_text
from vacatur.records.record import Record

LARGEST_FILE = 50 * 1024 * 1024
"""Bytes. A RAP sheet of a thousand pages has less than 5 MB of text; a larger file is a mistake, and reading it would fill the memory."""

_EMPTY = "This file is empty. Please choose the file again."
_TOO_LARGE = "This file is larger than 50 MB, which no RAP sheet is. Please choose the sheet alone."
_MISSING = "There is no such file, or it may not be opened. Please check its path."
_PICTURE = "This file is a picture, and scans and photographs cannot be read yet. Please ask for a copy with text."
_OFFICE = "This file is a Word, Excel or zip file. Please save it as a PDF or as plain text and try again."
_BINARY = "This file is neither a PDF nor a text file. Please choose the RAP sheet as PDF or plain text."
_NO_SHEET_PDF = (
    "This PDF does not look like a California RAP sheet: it has neither the identity block (CII, name, date of birth) "
    "nor any arrest or court event."
)
_PICTURES = (b"\xff\xd8\xff", b"\x89PNG\r\n", b"GIF8", b"II*\x00", b"MM\x00*", b"BM", b"RIFF")
_PDF_STARTS_WITHIN = 1024


class PrintedLines(Protocol):
    """What is read of a page: its lines, lines that stand across them, and whether it is a picture without text."""

    @property
    def lines(self) -> tuple[str, ...]:
        """The lines from top to bottom."""

    @property
    def aside(self) -> tuple[str, ...]:
        """Lines that stand across the others."""

    @property
    def is_picture(self) -> bool:
        """Whether the page shows something and no text."""


def read_file(path: Path, *, today: dt.date | None = None) -> Record:
    """Read a RAP sheet from a PDF with a text layer or from a text file. `today` is only used to tell of days that lie ahead.

    Raises:
        InputError: in one sentence, when the file cannot be read or is no RAP sheet.
    """
    return read_bytes(load(path), path.name, today=today)


def load(path: Path) -> bytes:
    """The bytes of a file, its size checked before anything is read. Raises InputError."""
    try:
        if not path.is_file():
            raise InputError(_MISSING)
        size = path.stat().st_size
        if size > LARGEST_FILE:
            raise InputError(_TOO_LARGE)
        return path.read_bytes()
    except OSError:
        raise InputError(_MISSING) from None


def read_bytes(data: bytes, file: str, *, today: dt.date | None = None) -> Record:
    """Read a file already in memory (the site decrypts it there). Raises InputError."""
    if len(data) > LARGEST_FILE:
        raise InputError(_TOO_LARGE)
    if not data.strip():
        raise InputError(_EMPTY)
    if b"%PDF-" in data[:_PDF_STARTS_WITHIN]:
        return read_pdf(data, file, today=today)
    return read_text(decode(data), file, today=today)


def read_pdf(data: bytes, file: str = "sheet.pdf", *, today: dt.date | None = None) -> Record:
    """Read a RAP sheet from a PDF with a text layer. Raises InputError."""
    from vacatur.doors.pdf_text import page_texts  # PDFium takes as long to load as a text sheet takes to read

    return read_pages(page_texts(data), file, today=today)


def read_pages(pages: Sequence[PrintedLines], file: str = "sheet.pdf", *, today: dt.date | None = None) -> Record:
    """Read a RAP sheet from the lines of its pages (the site has them taken from the PDF behind walls). Raises InputError."""
    record = read_text("\f".join("\n".join(page.lines) for page in pages), file, today=today, otherwise=_NO_SHEET_PDF)
    warnings = list(record.warnings)
    for number, page in enumerate(pages, 1):
        if page.is_picture:
            warnings.append(f"Page {number} is a picture without text; it was not read.")
        if page.aside:
            warnings.append(
                f"Page {number} holds text that stands across its lines; it was not read. Please look at it."
            )
            record = with_aside(record, number, len(page.lines), page.aside)
    return replace(record, warnings=tuple(warnings), pages=len(pages))


def decode(data: bytes) -> str:
    """The text of a file's bytes: UTF-8, UTF-16 with its mark, else Windows-1252. Raises InputError when it is no text."""
    if data.startswith(_PICTURES):
        raise InputError(_PICTURE)
    if data.startswith((b"PK\x03\x04", b"\xd0\xcf\x11\xe0")):
        raise InputError(_OFFICE)
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        text = data.decode("utf-16", errors="replace")
    else:
        try:
            text = data.decode("utf-8-sig")
        except UnicodeDecodeError:
            text = data.decode("cp1252", errors="replace")
    if _is_binary(text):
        raise InputError(_BINARY)
    return text


def _is_binary(text: str) -> bool:
    """More than one character in twenty that no printer knows."""
    start = text[:65536]
    odd = sum(1 for c in start if (c < " " and c not in "\t\n\r\f\v\x1a\x1b") or c in "\x7f\ufffd")
    return odd * 20 > len(start)
