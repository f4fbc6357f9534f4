"""Where a value stands."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Source:
    """A place in the file read: page from 1, line from 1 on that page.

    A text file has one page unless it holds form feeds; then each form feed starts a page.
    """

    page: int
    line: int
