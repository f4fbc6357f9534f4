"""Text that stands across the lines of a page (a stamp along its edge): kept beside the record, word for word, and read into no event."""

from dataclasses import replace

from vacatur.reading.lines import lines_of
from vacatur.reading.set_apart import sensitive
from vacatur.records.record import Record, SetApart, UnreadLine


def with_aside(record: Record, page: int, after: int, texts: tuple[str, ...]) -> Record:
    """The record with these texts of a page as its last lines, behind the `after` others: unread, or set apart where they are sensitive."""
    unread, apart = list(record.unread), list(record.set_apart)
    block = max((line.block for line in unread), default=0) + 1
    lines, _ = lines_of("\n".join(texts))
    for line in lines:
        kind = sensitive(line.text)
        number = after + line.source.line
        if kind is None:
            unread.append(UnreadLine(page, number, line.raw, block))
        else:
            apart.append(SetApart(page, number, kind, line.raw))
    unread.sort(key=lambda one: (one.page, one.line))
    apart.sort(key=lambda one: (one.page, one.line))
    return replace(record, unread=tuple(unread), set_apart=tuple(apart))
