"""The reader of a California DOJ RAP sheet: a state machine over lines that have been classified once (rap_sheet_format 1 to 9).

It never fails on a line. What it does not understand is kept as unread; what is sensitive is set apart.
"""

import datetime as dt
import re

from vacatur.kit.errors import InputError
from vacatur.reading.drafts import EventDraft
from vacatur.reading.event_lines import EventLines
from vacatur.reading.headers import Details, is_agency, kind_by_agency, read_details, read_header
from vacatur.reading.identity import IdentityBlock
from vacatur.reading.ledger import Ledger
from vacatur.reading.lines import Line, lines_of
from vacatur.reading.separators import Row, row_of
from vacatur.reading.set_apart import sensitive
from vacatur.reading.tokens import classify, unglued
from vacatur.records.record import Cycle, EventKind, Record, SetApartKind

_BANNER = re.compile(
    r"\bDNA\b|\bIII\b|PALM\s+PRINT|CONSOLIDATED|IDENTITY\s+THEFT|LIVE\s+SCAN|FOR\s+CALIFORNIA\s+AGENC|RECORD\s+ERROR"
    r"|PROBATION\s+FLAGS|POTENTIAL\s+ENTRIES|DECEASED|\bSAMPLE\b"
)
_RECORD_ERROR = re.compile(r"\bREC[O0]RD\s+ERR[O0]R\b")
_MULTIPLE = re.compile(r"\bMULT(?:IPLE|I)\W+(?:SOURCE|STATE)")
_CII = re.compile(r"C[I1L][I1L]\s?/\s*([AHM]?[0-9]{7,8})")
_LONGEST_BOX = 12
"""Lines a frame of stars may hold. A frame whose closing row is lost must not swallow the sheet."""

RECORD_ERROR = (
    "This sheet says RECORD ERROR and holds no record: the Department of Justice could not answer the inquiry. "
    "Please ask for the record again."
)
NO_SHEET = (
    "This file does not look like a California RAP sheet: it has neither the identity block (CII, name, date of birth) "
    "nor any arrest or court event."
)


def read_text(text: str, file: str = "text", *, today: dt.date | None = None, otherwise: str | None = None) -> Record:
    """Read the text of a RAP sheet. Each form feed starts a page. `today` is only used to tell of days that lie ahead.

    `otherwise` is the sentence of the refusal when the text is no sheet.

    Raises:
        InputError: when the text is no RAP sheet at all, or is a RECORD ERROR sheet.
    """
    lines, pages = lines_of(text)
    return SheetReader(today, otherwise or NO_SHEET).read(lines, file, pages)


class SheetReader:
    """Reads one sheet."""

    def __init__(self, today: dt.date | None, otherwise: str = NO_SHEET) -> None:
        self.otherwise = otherwise
        self.ledger = Ledger()
        self.identity = IdentityBlock()
        self.inside = EventLines(self.ledger, today)
        self.cycles: list[list[EventDraft]] = []
        self.parted: Row | None = Row.CYCLE
        self.stars = 0
        self.box = 0
        self.tail: str | None = None
        self.apart: SetApartKind | None = None
        self.waiting: tuple[Line, Details] | None = None
        self.name_code: str | None = None
        self.ended = False
        self.foreign = False
        self.record_error = False

    # --- the whole sheet

    def read(self, lines: list[Line], file: str, pages: int) -> Record:
        """Read all lines into a record."""
        begin = self.ledger.begin
        for line in lines:
            begin(line)
            text = line.text
            if text:
                self.take_line(line, text)
        self.settle_waiting("end")
        self.inside.close()
        self.ledger.settle()
        return self.record(file, pages)

    def record(self, file: str, pages: int) -> Record:
        """The record read, or a refusal when there is none."""
        person = self.identity.person()
        events = [event for cycle in self.cycles for event in cycle]
        if self.record_error and not any(event.counts for event in events):
            raise InputError(RECORD_ERROR)
        found = any(event.date_raw or event.counts or event.name_code for event in events)
        if not found and not (person.names or person.cii):
            raise InputError(self.otherwise)
        cycles = tuple(Cycle(tuple([event.done() for event in cycle]), cycle[0].source) for cycle in self.cycles)
        ledger = self.ledger
        return Record(
            file=file,
            person=person,
            cycles=cycles,
            unread=ledger.unread_lines(),
            set_apart=ledger.set_apart(),
            warnings=tuple(ledger.warnings),
            banners=tuple(ledger.banners),
            pages=pages,
            read_lines=ledger.read_lines(),
        )

    def take_line(self, line: Line, text: str) -> None:
        """Read one printed line, or the pieces a lost line break has glued into it."""
        if self.foreign:
            self.ledger.leave()
            return
        for piece in unglued(text):
            kind, words = classify(piece)
            if kind != "furniture":
                self.take(kind, line, words)

    def take(self, kind: str, line: Line, text: str) -> None:
        """Read one piece of a known kind."""
        if self.stars and kind != "row":
            self.settle_stars()
        if self.waiting is not None:
            self.settle_waiting(kind)
        if kind == "row":
            self.take_row(text)
        elif kind == "header":
            self.take_header(line, text)
        elif kind == "end":
            self.take_end()
        elif kind == "strike":
            self.take_strike()
        elif self.inside.event is not None:
            self.take_inside(kind, line, text)
        elif self.cycles:
            self.take_between(kind, line, text)
        else:
            self.take_before(kind, line, text)

    # --- separators

    def take_row(self, text: str) -> None:
        """A row of marks: a separator, the frame of a box, or dirt."""
        row = row_of(text)
        if row is Row.PART:
            self.stars += text.count("*")
            if self.stars >= 3:
                self.stars = 0
                self.part(Row.CYCLE)
        elif row is Row.FRAME:
            self.box = 0 if self.box else _LONGEST_BOX
            self.inside.end_comment()
        elif row is not None and row is not Row.DIRT:
            self.part(row)

    def settle_stars(self) -> None:
        """One or two stars that nothing completed are dirt."""
        self.stars = 0

    def part(self, row: Row) -> None:
        """End the event in hand."""
        self.settle_waiting("row")
        self.inside.close()
        self.box = 0
        self.tail = self.apart = None
        self.identity.tag = None
        if self.parted is not Row.CYCLE:
            self.parted = row

    def take_end(self) -> None:
        """END OF MESSAGE."""
        self.part(Row.CYCLE)
        self.ended = True

    def take_strike(self) -> None:
        """A strike entry is a note on the event above it."""
        if self.inside.event is not None:
            self.inside.end_comment()
        events = self.cycles[-1] if self.cycles else []
        if events and STRIKE_FLAG not in events[-1].flags:
            events[-1].flags.append(STRIKE_FLAG)
        elif not events:
            self.ledger.leave()

    # --- events

    def take_header(self, line: Line, text: str) -> None:
        """The header of an event, or the supervision block that stands before the first one."""
        found = read_header(text)
        if found is None:
            self.take_inside("text", line, text) if self.inside.event else self.ledger.leave()
            return
        kind, name, rest = found
        details = read_details(rest)
        if not self.cycles and name in ("PROBATION", "PAROLE") and not (details.name_code or details.date_raw):
            self.identity.supervision.append(" ".join(text.split()))
            self.tail = "supervision"
            return
        if self.ended:
            self.ledger.warn("The sheet goes on after END OF MESSAGE; what follows was read too.")
            self.ended = False
        self.start_event(EventDraft(line.source, kind, name), details)

    def start_event(self, event: EventDraft, details: Details) -> None:
        """Start an event in the cycle in hand, or in a new one."""
        self.box = 0
        if self.starts_cycle(event):
            self.cycles.append([])
        self.cycles[-1].append(event)
        self.parted = None
        self.tail = self.apart = None
        event.name_code, self.name_code = self.name_code, None
        self.inside.start(event)
        self.inside.take_details(details)
        self.inside.tail = "header"

    def starts_cycle(self, event: EventDraft) -> bool:
        """Does the event start a cycle? After a separator that says so; and an arrest without any separator before it."""
        if self.parted is Row.CYCLE or not self.cycles:
            return True
        opens = event.kind in (EventKind.ARREST, EventKind.APPLICANT, EventKind.REGISTRATION) and event.header != ""
        if self.parted is None and opens:
            self.ledger.warn_here(
                "The separator before the event on {place} seems to be missing; a new cycle was started there."
            )
            return True
        return False

    def take_inside(self, kind: str, line: Line, text: str) -> None:
        """A line of the event in hand."""
        if self.box and kind in ("text", "banner", "number"):
            self.take_banner(text)
        elif kind == "identity" and self.is_new_person(text):
            self.ledger.leave()
        elif kind == "day" and self.is_new_entry(line, text):
            self.waiting = (line, read_details(text))
        else:
            self.inside.take(kind, line, text)

    def is_new_entry(self, line: Line, text: str) -> bool:
        """A day with an agency in an event that has its own day: a further entry without header, or an update; the next line tells."""
        event = self.inside.event
        if (
            event is None
            or event.date_raw is None
            or (self.inside.comment and line.indent > self.inside.comment.indent)
        ):
            return False
        return is_agency(read_details(text).rest + " ")

    # --- between events, and before the first

    def take_between(self, kind: str, line: Line, text: str) -> None:
        """A line after a separator that no header has followed yet."""
        if kind == "day":
            self.waiting = (line, read_details(text))
        elif kind == "name_code":
            self.name_code = read_details(text).name_code
        elif kind == "identity" and not self.is_new_person(text):
            pass
        elif kind == "banner" or self.tail == "banner" or self.box or _BANNER.search(text):
            self.take_banner(text)
        elif kind in ("count", "dispo", "charge") and not self.ended:
            self.start_event(EventDraft(line.source, EventKind.OTHER, ""), Details())
            self.ledger.warn_here("The event on {place} has no header; its kind is not known.")
            self.inside.take(kind, line, text)
        elif kind != "transport":
            self.ledger.leave()

    def take_before(self, kind: str, line: Line, text: str) -> None:
        """A line of the message header, the banners or the identity block."""
        if kind == "identity":
            self.take_identity(text)
        elif kind == "banner" or self.box or _BANNER.search(text):
            self.take_banner(text)
        elif kind == "name_code":
            self.name_code = read_details(text).name_code
        elif (
            kind == "day"
            and self.parted is Row.CYCLE
            and self.identity.tag is None
            and is_agency(read_details(text).rest + " ")
        ):
            self.waiting = (line, read_details(text))
        elif kind == "transport" and self.identity.tag is None:
            self.tail = None
        elif self.tail == "supervision":
            self.identity.supervision[-1] += " " + " ".join(text.split())
        elif self.tail == "banner":
            self.take_banner(text)
        else:
            self.go_on_identity(text)

    def take_identity(self, text: str) -> None:
        """A line of the identity block that starts with a tag."""
        self.tail = None
        understood, apart = self.identity.take(text)
        self.mark(understood, apart)

    def go_on_identity(self, text: str) -> None:
        """A line before the first event without a tag: it goes on with the tag above, or is unread."""
        understood, apart = self.identity.go_on(text)
        self.mark(understood, apart)

    def mark(self, understood: bool, apart: SetApartKind | None) -> None:
        """Mark the line in hand."""
        if apart is not None:
            self.ledger.apart(apart)
        elif not understood:
            self.ledger.leave()

    def take_banner(self, text: str) -> None:
        """A banner: kept, unless it is sensitive; then its lines are set apart until it ends."""
        if self.box:
            self.box -= 1
        if self.tail != "banner" or text.startswith(("**", "III")):
            self.apart = None
        self.tail = "banner"
        self.apart = self.apart or sensitive(text)
        if self.apart is not None:
            self.ledger.apart(self.apart)
            return
        words = " ".join(text.replace("*", " ").split()).strip("\"' ")
        self.ledger.banner(words)
        self.tell_banner(words)

    def tell_banner(self, words: str) -> None:
        """What a banner asks a person to do."""
        for number in _CII.findall(words):
            self.identity.cii.append(number)
        if _RECORD_ERROR.search(words):
            self.record_error = True
            self.ledger.warn(
                "The sheet says RECORD ERROR: the Department of Justice may hold more; please ask for the record again."
            )
        if _MULTIPLE.search(words):
            self.ledger.warn(
                "This is a multiple-source record: other states hold more of this history; please ask for it there too."
            )
        if words.startswith("DECEASED"):
            self.ledger.warn("The sheet says the person is deceased; please check that this is the right record.")

    def is_new_person(self, text: str) -> bool:
        """Does an identity block of somebody else begin here? Then nothing from here on may enter the record."""
        found = _CII.match(text)
        if found is None or not self.identity.cii or found[1][-7:] in {number[-7:] for number in self.identity.cii}:
            return False
        self.inside.close()
        self.foreign = True
        self.ledger.warn(
            "The file holds a second person's sheet; it was not read. Please keep one person's sheet in one file."
        )
        return True

    # --- a day whose meaning the next line tells

    def settle_waiting(self, kind: str) -> None:
        """Decide what a day with its agency is: an update when a disposition follows, else an event without header."""
        waiting, self.waiting = self.waiting, None
        if waiting is None:
            return
        line, details = waiting
        last = self.inside.event or (self.cycles[-1][-1] if self.cycles and self.cycles[-1] else None)
        if kind in ("dispo", "received") and last is not None and last.counts and self.parted is not Row.CYCLE:
            if self.inside.event is None:
                self.inside.reopen(last)
            self.inside.start_update(details)
        else:
            self.start_without_header(line, details)

    def start_without_header(self, line: Line, details: Details) -> None:
        """A further entry of a registration, or an event whose header was lost: its kind is told by its agency."""
        before = self.cycles[-1][-1].kind if self.cycles and self.parted is not Row.CYCLE else None
        kind = before if before is EventKind.REGISTRATION else kind_by_agency(details.rest)
        event = EventDraft(line.source, kind, "")
        if kind is not EventKind.REGISTRATION:
            self.ledger.warn(
                f"The event on page {line.source.page}, line {line.source.line} has no header; its kind was taken from its agency."
            )
        self.start_event(event, details)


STRIKE_FLAG = "POTENTIAL FELONY STRIKE ENTRY"
"""The flag of an event whose sheet marks it as a possible strike."""
