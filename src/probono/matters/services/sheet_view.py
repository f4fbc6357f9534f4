"""The sheet as it came, for showing a row beside the line it was read from."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from itertools import groupby

from probono.matters import words
from probono.matters.models import RecordVersion
from probono.matters.models.record import RecordUpload, SheetKind
from probono.matters.services.library import refused
from probono.matters.services.record import print_of_sheet, record_of
from probono.vault import files
from probono.vault.fields import scope_of
from probono.vault.uploads import opened
from probono.vault.uploads.opened import PrintOfPage
from vacatur.reading.files import decode
from vacatur.reading.lines import lines_of
from vacatur.records.record import Record

SAME_ROW = 3.0
"""Points: two baselines nearer than this are one printed line."""
ABOVE, BELOW = 9.0, 3.0
"""Points above and below a baseline that a highlighted line covers."""


@dataclass(frozen=True, slots=True)
class SheetLine:
    """One printed line. `state` is read, unread or apart; `top` is its place on the page image in points, if known."""

    number: int
    text: str
    state: str = "read"
    top: float | None = None
    height: float = ABOVE + BELOW


@dataclass(frozen=True, slots=True)
class SheetPage:
    """One page. `placed` says that every line has its place on the page's picture."""

    number: int
    lines: tuple[SheetLine, ...]
    width: float = 0
    height: float = 0
    picture: bool = False
    placed: bool = False


def sheet_pages(version: RecordVersion) -> tuple[SheetPage, ...]:
    """All pages of the sheet a record was read from, each line with what became of it."""
    upload = version.upload
    states = _states(record_of(version))
    if upload.kind == SheetKind.PDF:
        return tuple(_pdf_page(number, page, states) for number, page in enumerate(print_of_sheet(upload), start=1))
    lines, _count = lines_of(decode(files.read(upload.file, scope_of(upload))))
    return tuple(
        SheetPage(number, tuple(_line(number, line.source.line, line.raw, states) for line in found))
        for number, found in groupby(lines, key=lambda line: line.source.page)
    )


def page_picture(upload: RecordUpload, number: int) -> Callable[[], bytes]:
    """What draws one page of a PDF sheet as PNG, behind walls, whenever it is called: it asks the database for nothing more.
    IndexError when there is no such page, InputError from the drawing when it cannot be drawn.
    """
    if upload.kind != SheetKind.PDF or not 1 <= number <= upload.pages:
        raise IndexError(number)
    data = files.read(upload.file, scope_of(upload))

    def draw() -> bytes:
        with refused():
            return opened.page_picture(data, number)

    return draw


def _states(record: Record) -> dict[tuple[int, int], str]:
    """What became of each line that was not simply read: unread, or the reason it is set apart."""
    found = {(line.page, line.line): "unread" for line in record.unread}
    return found | {(line.page, line.line): line.kind.value for line in record.set_apart}


def _line(
    page: int, number: int, text: str, states: Mapping[tuple[int, int], str], top: float | None = None
) -> SheetLine:
    state = states.get((page, number), "read")
    if state in words.APART:
        return SheetLine(number, f"[{words.APART[state]}]", "apart", top)
    return SheetLine(number, text, state, top)


def _pdf_page(number: int, printed: PrintOfPage, states: Mapping[tuple[int, int], str]) -> SheetPage:
    texts = (*printed.lines, *printed.aside)
    rows = _baselines(printed)
    full = [place for place, text in enumerate(texts, start=1) if text.strip()]
    tops = dict(zip(full, (y - ABOVE for y in rows), strict=True)) if len(rows) == len(full) else {}
    lines = tuple(_line(number, place, text, states, tops.get(place)) for place, text in enumerate(texts, start=1))
    return SheetPage(number, lines, printed.width, printed.height, picture=True, placed=bool(tops))


def _baselines(printed: PrintOfPage) -> list[float]:
    """The baselines of the printed lines, from the top."""
    found: list[float] = []
    for y in sorted(printed.baselines):
        if not found or y - found[-1] > SAME_ROW:
            found.append(y)
    return found
