"""Events put into cycles: by separators, and where those are missing by the kind of event (rap_sheet_format 4)."""

from vacatur.reading.drafts import EventDraft
from vacatur.reading.headers import Details, kind_by_agency
from vacatur.reading.ledger import Ledger
from vacatur.reading.separators import Row
from vacatur.records.record import Cycle, EventKind
from vacatur.records.source import Source

NO_HEADER = "The event on {place} has no header, so its kind is not known and it is not screened; please look at it on the sheet."
KIND_BY_AGENCY = "The event on {place} has no header; its kind was taken from its agency."
_OPENS = (EventKind.ARREST, EventKind.APPLICANT, EventKind.REGISTRATION)
"""Kinds of event that start a cycle even where the sheet shows no separator before them: two arrests must not become one."""


class Cycles:
    """The cycles read so far. `parted` is the last separator, until an event follows it."""

    def __init__(self, ledger: Ledger) -> None:
        self.ledger = ledger
        self.all: list[list[EventDraft]] = []
        self.parted: Row | None = Row.CYCLE

    @property
    def any(self) -> bool:
        """Has an event been read?"""
        return bool(self.all)

    @property
    def last(self) -> EventDraft | None:
        """The last event."""
        return self.all[-1][-1] if self.all else None

    def part(self, row: Row) -> None:
        """A separator. A closing banner after a cycle's separator does not make an empty cycle."""
        if self.parted is not Row.CYCLE:
            self.parted = row

    def add(self, event: EventDraft) -> None:
        """Put an event into the cycle in hand, or start a new one."""
        if self._starts_cycle(event):
            self.all.append([])
        self.all[-1].append(event)
        self.parted = None

    def _starts_cycle(self, event: EventDraft) -> bool:
        if self.parted is Row.CYCLE or not self.all:
            return True
        if self.parted is None and event.kind in _OPENS and event.header:
            self.ledger.warn_here(
                "The separator before the event on {place} seems to be missing; a new cycle was started there."
            )
            return True
        return False

    def without_header(self, source: Source, details: Details) -> EventDraft:
        """A further entry of a registration or of a hospital's care, or an event whose header was lost: then its agency tells."""
        before = self.last.kind if self.last is not None and self.parted is not Row.CYCLE else None
        kind = kind_by_agency(details.rest)
        if before is EventKind.REGISTRATION or (
            before is EventKind.MENTAL_HEALTH and kind in (before, EventKind.OTHER)
        ):
            return EventDraft(source, before, "")
        warning = NO_HEADER if kind is EventKind.OTHER else KIND_BY_AGENCY
        self.ledger.warn(warning.format(place=f"page {source.page}, line {source.line}"))
        return EventDraft(source, kind, "")

    def have_content(self) -> bool:
        """Is there any event that says something?"""
        return any(event.date_raw or event.counts or event.name_code for cycle in self.all for event in cycle)

    def have_counts(self) -> bool:
        """Is there any count?"""
        return any(event.counts for cycle in self.all for event in cycle)

    def done(self) -> tuple[Cycle, ...]:
        """The cycles as records."""
        return tuple(Cycle(tuple([event.done() for event in cycle]), cycle[0].source) for cycle in self.all)
