"""The event in hand while its lines are read: its count, its disposition, the update that dates what follows, the open comment."""

import datetime as dt

from vacatur.kit.days import compact_day
from vacatur.reading.comments import OpenComment
from vacatur.reading.drafts import CountDraft, DispositionDraft, EventDraft
from vacatur.reading.headers import Details
from vacatur.reading.ledger import Ledger
from vacatur.reading.lines import Line
from vacatur.records.record import EventKind


class EventState:
    """`event` is `None` between events. `tail` says what an untagged line may go on with, `tail_line` where that stands.

    `counted` is true once the event has shown a `CNT:` line. `update` is the date of a dated update, with its raw form.
    """

    __slots__ = (
        "comment",
        "count",
        "counted",
        "disposition",
        "event",
        "ledger",
        "tail",
        "tail_line",
        "today",
        "update",
        "update_comments",
    )

    def __init__(self, ledger: Ledger, today: dt.date | None) -> None:
        self.ledger = ledger
        self.today = today
        self.event: EventDraft | None = None
        self.count: CountDraft | None = None
        self.disposition: DispositionDraft | None = None
        self.update: tuple[dt.date | None, str] | None = None
        self.update_comments: list[str] = []
        self.comment: OpenComment | None = None
        self.tail: str | None = None
        self.tail_line: Line | None = None
        self.counted = False

    def mark_tail(self, tail: str, line: Line) -> None:
        """Remember what a following line may go on with."""
        self.tail = tail
        self.tail_line = line

    def day(self, raw: str) -> dt.date | None:
        """The day printed, or `None`; a day that cannot be, or that lies ahead, is told."""
        day = compact_day(raw)
        if day is None:
            self.ledger.warn_here("The date on {place} is not a day of the calendar; it is kept as printed.")
        elif self.today is not None and day > self.today:
            self.ledger.warn_here("The date on {place} lies in the future; it is kept as printed.")
        return day

    def take_details(self, event: EventDraft, details: Details) -> None:
        """Take what a header's line (or one of the lines it is spread over) says. What the event has already is not replaced.

        A mental-health event keeps only its kind and day.
        """
        if event.kind is EventKind.MENTAL_HEALTH:
            details = Details(date_raw=details.date_raw)
        event.name_code = event.name_code or details.name_code
        if details.birth_raw and event.birth_date is None:
            event.birth_date = self.day(details.birth_raw)
        if details.date_raw and event.date_raw is None:
            event.date_raw = details.date_raw
            event.date = self.day(details.date_raw)
        event.level = event.level or details.level
        if details.rest:
            self._take_agency(event, details.rest)

    def _take_agency(self, event: EventDraft, text: str) -> None:
        if event.agency is not None or not text[0].isalpha() or ":" in text:
            self.ledger.leave()
            return
        event.agency = text
        self.tail = "agency"

    def new_count(self, line: Line, first: int, last: int) -> CountDraft:
        """Start a count in the event."""
        self.drop_update()
        self.count = CountDraft(line.source, first, last)
        self.disposition = None
        if self.event is not None:
            self.event.counts.append(self.count)
        self.mark_tail("count", line)
        return self.count

    def need_count(self, line: Line) -> CountDraft:
        """The count in hand, or a first one where the sheet prints none."""
        return self.count or self.new_count(line, 1, 1)

    def add_disposition(self, words: str) -> None:
        """Add a disposition to the count in hand, dated by the update above it or else by the event."""
        event, count = self.event, self.count
        if event is None or count is None:
            self.ledger.leave()
            return
        day, raw = self.update if self.update is not None else (event.date, event.date_raw)
        source = self.ledger.lines[self.ledger.now].source
        self.disposition = DispositionDraft(source, words.strip(" '\""), day, raw)
        self.disposition.comments, self.update_comments = self.update_comments, []
        count.dispositions.append(self.disposition)

    def comments(self) -> list[str]:
        """The list a comment belongs to: that of the disposition, the count or the event in hand."""
        if self.update is not None and self.disposition is None:
            return self.update_comments
        owner = self.disposition or self.count or self.event
        return owner.comments if owner is not None else []

    def start_update(self, raw: str) -> None:
        """A dated update: the dispositions that follow carry its date."""
        self.drop_update()
        self.disposition = None
        self.tail = None
        self.update = (self.day(raw), raw)

    def drop_update(self) -> None:
        """End an update. A date that no disposition followed is kept as a comment."""
        update, self.update = self.update, None
        if update is not None and self.disposition is None:
            first, *others = self.update_comments or [""]
            self.update_comments = []
            self.comments().extend([f"{update[1]} {first}".strip(), *others])
