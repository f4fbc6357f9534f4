"""The library's verbs as this site uses them: bytes in, results out, nothing left lying in plain text."""

import datetime as dt
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import vacatur
from vacatur.kit.errors import InputError
from vacatur.law import pack
from vacatur.law.pack import Pack
from vacatur.reading.files import read_bytes
from vacatur.records.facts import Facts
from vacatur.records.record import Record
from vacatur.screening.finding import Screening

__all__ = ["InputError", "is_pdf", "law", "read_sheet", "screen", "workshop"]

PDF_MAGIC = b"%PDF-"
MEMORY_FOLDER = Path("/dev/shm")  # noqa: S108


def law() -> Pack:
    """The law as shipped, loaded once."""
    return pack()


def is_pdf(data: bytes) -> bool:
    """By content, not by name."""
    return PDF_MAGIC in data[:1024]


def read_sheet(data: bytes, *, today: dt.date) -> Record:
    """The record of one sheet, read in memory. InputError with a sentence when it cannot be read as one."""
    return read_bytes(data, "sheet.pdf" if is_pdf(data) else "sheet.txt", today=today)


def screen(record: Record, facts: Facts, as_of: dt.date) -> Screening:
    """The findings of a record on a day."""
    return vacatur.screen(record, facts, as_of, pack())


@contextmanager
def workshop() -> Iterator[Path]:
    """A private folder for one piece of work, in memory where the system has such a place, and gone afterwards."""
    place = MEMORY_FOLDER if MEMORY_FOLDER.is_dir() else None
    with tempfile.TemporaryDirectory(prefix="probono-", dir=place) as name:
        yield Path(name)
