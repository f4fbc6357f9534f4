"""A fictional person -> the pages and the text of a RAP sheet in the California layout."""

from collections.abc import Iterator

from demo.banners import banner_lines, closing_lines, message_lines
from demo.events import cycle_lines
from demo.identity import identity_lines
from demo.model import FictionalPerson
from demo.pages import as_text, paginate


def sheet_lines(person: FictionalPerson) -> Iterator[str]:
    """The whole sheet as one flow of lines, before it is cut into pages."""
    yield from message_lines(person)
    yield from banner_lines(person)
    yield from identity_lines(person.identity)
    for cycle in person.cycles:
        yield from cycle_lines(cycle)
    yield from closing_lines(person)


def sheet_pages(person: FictionalPerson) -> list[list[str]]:
    """The sheet page by page."""
    return paginate(sheet_lines(person))


def sheet_text(person: FictionalPerson) -> str:
    """The sheet as a text file holds it."""
    return as_text(sheet_pages(person), form_feeds=person.form_feeds)
