"""The library's verbs as this site uses them: bytes in, results out, nothing left lying in plain text."""

import datetime as dt
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from django.utils.translation import gettext as _

import vacatur
from probono.matters.models.record import SheetKind
from probono.vault.uploads.kinds import Kind
from probono.vault.uploads.opened import PrintOfPage
from probono.vault.uploads.refusal import RefusedError, Why
from probono.vault.uploads.sentences import sentence
from probono.vault.uploads.sniff import sniff
from vacatur.kit.errors import InputError
from vacatur.law import pack
from vacatur.law.pack import Pack
from vacatur.reading.files import read_bytes, read_pages
from vacatur.records.facts import Facts
from vacatur.records.record import Record
from vacatur.screening.finding import Screening

__all__ = ["InputError", "law", "read_print", "read_text_sheet", "refused", "screen", "sheet_kind"]


def law() -> Pack:
    """The law as shipped, loaded once."""
    return pack()


SHEETS = {Kind.PDF: SheetKind.PDF, Kind.TEXT: SheetKind.TEXT}


def sheet_kind(data: bytes, name: str) -> SheetKind:
    """How a sheet came, told by its content and agreed to by its name. InputError when it came in no way that can be read."""
    with refused(
        _("This is a picture or a Word document. Choose the RAP sheet as a PDF with text, or as a text file.")
    ):
        return SHEETS[sniff(data, name, accepted=SHEETS)]


@contextmanager
def refused(not_here: str = "") -> Iterator[None]:
    """The vault's reason for not taking a file, as a sentence: InputError. `not_here` is said of kinds of no use here."""
    try:
        yield
    except RefusedError as error:
        raise InputError(not_here if error.why is Why.NOT_HERE and not_here else sentence(error.why)) from None


def read_text_sheet(data: bytes, *, today: dt.date) -> Record:
    """The record of a sheet that came as text, read in memory. InputError with a sentence when it cannot be read as one."""
    return read_bytes(data, "sheet.txt", today=today)


def read_print(pages: Sequence[PrintOfPage], *, today: dt.date) -> Record:
    """The record of a PDF sheet from what is printed on its pages; the PDF itself was opened behind walls. InputError."""
    return read_pages(pages, today=today)


def screen(record: Record, facts: Facts, as_of: dt.date) -> Screening:
    """The findings of a record on a day."""
    return vacatur.screen(record, facts, as_of, pack())
