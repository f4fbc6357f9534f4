"""Uncertain time: a stretch of days whose ends may be open, with the words it came from."""

from dataclasses import dataclass
from datetime import date

from vacatur.kit.tri import Tri


@dataclass(frozen=True, slots=True)
class Span:
    """From one day to another, both included. An end that is `None` is not known, which is not the same as open for ever.

    Raises:
        ValueError: when the end stands before the start.
    """

    start: date | None = None
    end: date | None = None
    text: str | None = None

    def __post_init__(self) -> None:
        if self.start is not None and self.end is not None and self.end < self.start:
            raise ValueError("a span must not end before it starts")

    def holds(self, day: date | None) -> Tri:
        """Is the day inside? `None` when that turns on an end that is not known."""
        if day is None:
            return None
        if self.start is not None and day < self.start:
            return False
        if self.end is not None and day > self.end:
            return False
        return True if self.start is not None and self.end is not None else None

    def meets(self, other: "Span") -> Tri:
        """Do the two share a day? `None` when that turns on an end that is not known."""
        if _before(self.end, other.start) or _before(other.end, self.start):
            return False
        ends = (self.start, self.end, other.start, other.end)
        return None if any(end is None for end in ends) else True


def _before(end: date | None, start: date | None) -> bool:
    return end is not None and start is not None and end < start
