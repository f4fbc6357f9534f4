"""What came as a sheet, told by its bytes, looked at by the virus scanner and read. Nothing is kept here, and no database is asked."""

from dataclasses import dataclass

from probono.matters.models.record import SheetKind
from probono.matters.services.library import read_print, read_text_sheet, refused, sheet_kind
from probono.ui.today import today
from probono.vault.uploads.clamd import Verdict
from probono.vault.uploads.limits import MOST_LINES, MOST_TEXT
from probono.vault.uploads.opened import print_of, sheet_print
from probono.vault.uploads.refusal import RefusedError, Why
from probono.vault.uploads.verdicts import scanned
from vacatur.records.record import Record


@dataclass(frozen=True, slots=True)
class TakenSheet:
    """A sheet that was read. `printed` is what is printed on the pages of a PDF, as it came from behind the walls."""

    data: bytes
    name: str
    kind: SheetKind
    scan: Verdict
    printed: bytes | None
    record: Record


def take_sheet(data: bytes, name: str) -> TakenSheet:
    """Reads a sheet. InputError with a sentence when the file is no readable one."""
    kind = sheet_kind(data, name)
    with refused():
        scan = scanned(data)
    printed = printed_on(data) if kind == SheetKind.PDF else None
    return TakenSheet(data, name, kind, scan, printed, _read(data, printed))


def printed_on(data: bytes) -> bytes:
    """What is printed on the pages of a PDF, taken behind walls. InputError."""
    with refused():
        return sheet_print(data)


def _read(data: bytes, printed: bytes | None) -> Record:
    if printed is None:
        _check_length(len(data.splitlines()), len(data))
        return read_text_sheet(data, today=today())
    pages = print_of(printed)
    _check_length(sum(len(page.lines) for page in pages), sum(len(line) for page in pages for line in page.lines))
    return read_print(pages, today=today())


def _check_length(lines: int, size: int) -> None:
    """A sheet as long as nobody's would hold up whoever opens its page."""
    if lines > MOST_LINES or size > MOST_TEXT:
        with refused():
            raise RefusedError(Why.TOO_MUCH_TEXT)
