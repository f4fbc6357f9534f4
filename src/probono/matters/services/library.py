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
from vacatur.records.facts import Facts
from vacatur.records.record import Record
from vacatur.screening.finding import Screening

__all__ = ["InputError", "is_pdf", "law", "read_sheet", "screen", "workshop"]

PDF_MAGIC = b"%PDF-"
MEMORY_FOLDER = Path("/dev/shm")  # noqa: S108
SHEET_NAME = {True: "sheet.pdf", False: "sheet.txt"}


def law() -> Pack:
    """The law as shipped, loaded once."""
    return pack()


def is_pdf(data: bytes) -> bool:
    """By content, not by name."""
    return PDF_MAGIC in data[:1024]


def read_sheet(data: bytes, *, today: dt.date) -> Record:
    """The record of one sheet. InputError with a sentence when it cannot be read as one."""
    with workshop() as folder:
        path = folder / SHEET_NAME[is_pdf(data)]
        path.write_bytes(data)
        return vacatur.read(path, today=today)


def screen(record: Record, facts: Facts, as_of: dt.date) -> Screening:
    """The findings of a record on a day."""
    return vacatur.screen(record, facts, as_of, pack())


@contextmanager
def workshop() -> Iterator[Path]:
    """A private folder for one piece of work, in memory where the system has such a place, and gone afterwards."""
    place = MEMORY_FOLDER if MEMORY_FOLDER.is_dir() else None
    with tempfile.TemporaryDirectory(prefix="probono-", dir=place) as name:
        yield Path(name)
