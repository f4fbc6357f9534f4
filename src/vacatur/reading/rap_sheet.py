"""The reader of a California DOJ RAP sheet: a state machine over lines that have been classified once (rap_sheet_format 1 to 9).

It never fails on a line. What it does not understand is kept as unread; what is sensitive is set apart.
"""

import datetime as dt
import re
from itertools import islice

from vacatur.kit.errors import InputError
from vacatur.reading.banners import Banners
from vacatur.reading.cycles import NO_HEADER, Cycles
from vacatur.reading.drafts import EventDraft
from vacatur.reading.event_lines import EventLines
from vacatur.reading.headers import Details, day_end, is_agency, read_details, read_header
from vacatur.reading.held import Held, join
from vacatur.reading.identity import IdentityBlock
from vacatur.reading.ledger import Ledger
from vacatur.reading.lines import Line, lines_of
from vacatur.reading.preamble import Preamble
from vacatur.reading.separators import Row, row_of, split_row
from vacatur.reading.set_apart import sensitive
from vacatur.reading.tokens import LONGEST_LINE, classify, parts, unglued
from vacatur.records.record import EventKind, Record

RECORD_ERROR = (
    "This sheet says RECORD ERROR and holds no record: the Department of Justice could not answer the inquiry. "
    "Please ask for the record again."
)
NO_SHEET = (
    "This file does not look like a California RAP sheet: it has neither the identity block (CII, name, date of birth) "
    "nor any arrest or court event."
)
SECOND_PERSON = "The file holds a second person's sheet; it was not read. Please keep one person's sheet in one file."
GOES_ON = "The sheet goes on after END OF MESSAGE; what follows was read too."
STRIKE_FLAG = "POTENTIAL FELONY STRIKE ENTRY"
"""The flag of an event whose sheet marks it as a possible strike."""

_CII = re.compile(r"CII\s?/\s*[AHM]?([0-9]{7,8})")
_OF_A_COUNT = frozenset(("count", "dispo", "charge"))
_STRAIGHT = frozenset(
    ("count", "dispo", "comment", "control", "status", "sentence", "charge", "level", "flags", "booked_by")
)
_BOX_KINDS = frozenset(("text", "banner", "number"))
_OF_A_NAME = frozenset(("name_code", "birth"))
_AFTER_A_ROW = frozenset(("header", "day", *_OF_A_NAME))
_AFTER_A_DAY = frozenset(("dispo", "comment", "status", "sentence", "received", "count"))


def read_text(text: str, file: str = "text", *, today: dt.date | None = None, otherwise: str = NO_SHEET) -> Record:
    """Read the text of a RAP sheet. Each form feed starts a page. `today` is only used to tell of days that lie ahead.

    `otherwise` is the sentence of the refusal when the text is no sheet.

    Raises:
        InputError: when the text is no RAP sheet at all, or is a RECORD ERROR sheet.
    """
    lines, pages = lines_of(text)
    reader = SheetReader(lines, today)
    reader.read()
    return reader.record(file, pages, otherwise)


class SheetReader:
    """Reads one sheet. `waiting` is a day with an agency whose meaning the next line tells."""

    def __init__(self, lines: list[Line], today: dt.date | None) -> None:
        self.ledger = Ledger(lines)
        self.identity = IdentityBlock()
        self.banners = Banners(self.ledger, self.identity)
        self.preamble = Preamble(self.ledger, self.identity, self.banners)
        self.inside = EventLines(self.ledger, today)
        self.cycles = Cycles(self.ledger)
        self.stars = 0
        self.waiting: tuple[Line, Details] | None = None
        self.held = Held(self.ledger)
        self.ended = False
        self.second_person = False

    def read(self) -> None:
        """Read all lines."""
        ledger = self.ledger
        for now, line in enumerate(ledger.lines):
            if line.text:
                ledger.now = now
                self._take_line(line)
        self._settle_waiting("end")
        self.held.drop()
        self.inside.close()
        self.ledger.settle()

    def record(self, file: str, pages: int, otherwise: str) -> Record:
        """The record read.

        Raises:
            InputError: when there is none.
        """
        person = self.identity.person()
        if self.banners.record_error and not self.cycles.have_counts():
            raise InputError(RECORD_ERROR)
        if not (self.cycles.have_content() or person.names or person.cii):
            raise InputError(otherwise)
        ledger = self.ledger
        return Record(
            file=file,
            person=person,
            cycles=self.cycles.done(),
            unread=ledger.unread_lines(),
            set_apart=ledger.set_apart(),
            warnings=tuple(ledger.warnings),
            banners=tuple(ledger.banners),
            pages=pages,
            read_lines=ledger.read_lines(),
        )

    # --- one line

    def _take_line(self, line: Line) -> None:
        """One printed line, or the pieces a lost line break has glued into it."""
        if self.second_person:
            self.ledger.leave()
            return
        text = line.text
        if line.hint:
            self._take_guarded(line, text)
        elif len(text) <= LONGEST_LINE and text.count(":") < 2 and ";" not in text:
            kind, words = classify(text)
            if kind in _STRAIGHT:
                self._take_straight(kind, line, words)
            else:
                self._take_other(kind, line, words)
        else:
            self._take_pieces(line, text)

    def _take_pieces(self, line: Line, text: str) -> None:
        for piece in unglued(text):
            self._take_piece(line, piece)

    def _take_guarded(self, line: Line, text: str) -> None:
        """A line that may hold something sensitive: read as any other, but it is set apart, and its event shows nothing of it."""
        self._take_pieces(line, text)
        kind = sensitive(text)
        if kind is not None:
            self.ledger.apart(kind)
            if self.inside.event is not None:
                self.inside.event.guarded = True

    def _take_piece(self, line: Line, text: str) -> None:
        kind, words = classify(text)
        if kind in _STRAIGHT:
            self._take_straight(kind, line, words)
        else:
            self._take_other(kind, line, words)

    def _take_other(self, kind: str, line: Line, words: str) -> None:
        """A piece that is no line of a count."""
        if kind == "text" and words[0] in "*-":
            self._take_after_row(line, words)
        elif kind == "day":
            self._take_day(line, words)
        elif kind == "furniture":
            self._mark_bare(line, words)
        else:
            self._take(kind, line, words)

    def _take_straight(self, kind: str, line: Line, text: str) -> None:
        """A line of a count, which nearly every line is: where an event is in hand and nothing waits or is framed, it is the event's."""
        inside = self.inside
        if kind == "dispo" and " CONV " in text:
            for part in parts(text):
                self._take(classify(part)[0], line, part)
        elif inside.state.event is not None and self.waiting is None and not self.banners.box:
            self.stars = 0
            inside.take(kind, line, text)
        else:
            self._take(kind, line, text)

    def _take_after_row(self, line: Line, text: str) -> None:
        """A separator and what starts after it, on one line; or any other text."""
        row, rest = split_row(text)
        kind = classify(rest)[0] if row else "text"
        if kind in _AFTER_A_ROW:
            self._take("row", line, row)
            self._take_piece(line, rest)
        else:
            self._take("text", line, text)

    def _take_day(self, line: Line, text: str) -> None:
        """A line that starts with a day: alone, with an agency, or with the disposition it dates."""
        end = day_end(text)
        if end < len(text) and (":" in text or ";" in text):
            kind, words = classify(text[end:].strip())
            if kind in _AFTER_A_DAY:
                self._take("day", line, text[:end])
                self._take(kind, line, words)
                return
        self._take("day", line, text)

    def _take(self, kind: str, line: Line, text: str) -> None:
        """One piece of a known kind."""
        if self.waiting is not None:
            if self._adds_to_waiting(kind, text):
                return
            self._settle_waiting(kind)
        if kind == "row":
            self._mark_bare(line, text)
            self._take_row(text)
            return
        self.stars = 0
        if kind == "header":
            self._take_header(line, text)
        elif kind == "end":
            self._part(Row.CYCLE)
            self.ended = True
        elif kind == "strike":
            self._take_strike()
        elif self.inside.event is not None:
            self._take_inside(kind, line, text)
        elif self.cycles.any:
            self._take_between(kind, line, text)
        else:
            self._take_before(kind, line, text)

    def _mark_bare(self, line: Line, text: str) -> None:
        """A line of nothing but furniture or marks says nothing of the record."""
        if len(text) == len(line.text):
            self.ledger.bare.add(self.ledger.now)

    # --- separators

    def _take_row(self, text: str) -> None:
        """A row of marks: a separator, the frame of a box, or dirt. Stars on lines of their own add up to a separator."""
        row = row_of(text)
        if row is Row.PART:
            self.stars += text.count("*")
            if self.stars >= 3:
                self.stars = 0
                self._part(Row.CYCLE)
        elif row is Row.FRAME:
            self.banners.frame()
            self.inside.end_comment()
        elif row is Row.CYCLE or row is Row.EVENT:
            self._part(row)

    def _part(self, row: Row) -> None:
        """End the event in hand."""
        self.inside.close()
        self.banners.end()
        self.preamble.end()
        self.cycles.part(row)

    def _take_strike(self) -> None:
        """A strike entry is a note on the event above it."""
        self.inside.end_comment()
        event = self.cycles.last
        if event is None:
            self.ledger.leave()
        elif STRIKE_FLAG not in event.flags:
            event.flags.append(STRIKE_FLAG)

    # --- events

    def _take_header(self, line: Line, text: str) -> None:
        """The header of an event, or the supervision block that stands before the first one."""
        found = read_header(text)
        if found is None or (self.inside.event is not None and self._is_word(line, text)):
            self._take_inside("text", line, text)
            return
        kind, name, rest = found
        details = read_details(rest)
        if not self.cycles.any and name in ("PROBATION", "PAROLE") and not (details.name_code or details.date_raw):
            self.preamble.start_supervision(text)
            return
        if self.ended:
            self.ended = False
            self.ledger.warn(GOES_ON)
        self._start(EventDraft(line.source, kind, name), details)

    def _is_word(self, line: Line, text: str) -> bool:
        """A header's word alone and indented is part of a comment or a charge (`DECEASED`), not a header."""
        return line.indent > 0 and text.isalpha()

    def _start(self, event: EventDraft, details: Details) -> None:
        self.banners.end()
        self.preamble.end()
        self.held.give(details)
        self.inside.close()
        self.cycles.add(event)
        self.inside.start(event, details)

    def _take_inside(self, kind: str, line: Line, text: str) -> None:
        """A line of the event in hand."""
        if self.banners.box:
            if kind in _BOX_KINDS:
                self.banners.take(text)
                return
            self.banners.end()
        if kind == "identity" and self._is_new_person(text):
            self.ledger.leave()
        elif self._is_late_identity(kind, text):
            self.preamble.take(kind, text, hint=line.hint)
        elif kind == "day" and self._is_new_entry(line, text):
            self.waiting = (line, read_details(text))
        elif kind in _OF_A_NAME and self._is_of_next(line):
            self._hold(line, text)
        else:
            self.inside.take(kind, line, text)

    def _is_late_identity(self, kind: str, text: str) -> bool:
        """A stray header before the identity block takes none of it: the block goes on while that first event says nothing."""
        event = self.inside.event
        if event is None or event.date_raw or event.counts or len(self.cycles.all) > 1 or len(self.cycles.all[0]) > 1:
            return False
        if kind == "identity":
            return bool(self.identity.cii) or _CII.match(text) is not None
        return kind == "text" and self.identity.tag is not None

    def _is_new_entry(self, line: Line, text: str) -> bool:
        """A day with an agency in an event that has its own day: an entry without header or an update; the next line tells."""
        event = self.inside.event
        if (
            event is None
            or event.date_raw is None
            or event.kind is EventKind.MENTAL_HEALTH
            or self.inside.is_in_comment(line)
        ):
            return False
        return is_agency(read_details(text).rest or self._agency_ahead())

    def _is_of_next(self, line: Line) -> bool:
        """A name code (or date of birth) that stands before the header it belongs to, with no separator between the events."""
        event = self.inside.event
        full = event is not None and (event.counts or event.name_code)
        return bool(full) and not self.inside.is_in_comment(line) and self._ahead(_OF_A_NAME)[0] == "header"

    def _ahead(self, past: frozenset[str] = frozenset()) -> tuple[str, str]:
        """The kind and text of the next line that is neither blank, nor furniture, nor of the kinds to look past."""
        for line in islice(self.ledger.lines, self.ledger.now + 1, None):
            kind, text = classify(line.text) if line.text else ("furniture", "")
            if kind != "furniture" and kind not in past:
                return kind, text
        return "end", ""

    def _agency_ahead(self) -> str:
        """The agency on the next line, where a scan has broken the line of the date."""
        kind, text = self._ahead()
        return text if kind == "text" and is_agency(text) else ""

    def _hold(self, line: Line, text: str) -> None:
        """A name code or a date of birth before its header; a day on the same line starts an event without header."""
        details = read_details(text)
        if details.date_raw:
            self.waiting = (line, details)
        elif details.rest or not (details.name_code or details.birth_raw):
            self.ledger.leave()
        else:
            self.held.add(details)

    # --- between events, and before the first

    def _take_between(self, kind: str, line: Line, text: str) -> None:
        """A line after a separator that no header has followed yet."""
        if kind == "day":
            self.waiting = (line, read_details(text))
        elif kind in _OF_A_NAME:
            self._hold(line, text)
        elif kind == "identity":
            if self._is_new_person(text) or not _CII.match(text):
                self.ledger.leave()
        elif self.banners.is_banner(kind, text) or self.banners.going:
            self.banners.take(text)
        elif kind in _OF_A_COUNT and not self.ended:
            self._start_unknown(kind, line, text)
        elif kind != "transport":
            self.ledger.leave()

    def _start_unknown(self, kind: str, line: Line, text: str) -> None:
        """A count whose event has lost its header and date: kept, but nobody can say what kind of event it was."""
        self.ledger.warn_here(NO_HEADER)
        self._start(EventDraft(line.source, EventKind.OTHER, ""), Details())
        self.inside.take(kind, line, text)

    def _take_before(self, kind: str, line: Line, text: str) -> None:
        """A line before the first event. An event there may have lost its header, or print its name code first."""
        if kind in _OF_A_NAME and not self.preamble.supervision:
            self._hold(line, text)
        elif kind == "day" and self._is_first_entry(text):
            self.waiting = (line, read_details(text))
        elif kind == "count" or (kind == "dispo" and self.identity.tag is None):
            self._start_unknown(kind, line, text)
        else:
            self.preamble.take(kind, text, hint=line.hint)

    def _is_first_entry(self, text: str) -> bool:
        """A day after the identity block, with its agency or before the counts of an event: the first event, without its header."""
        if self.identity.tag is not None or self.preamble.supervision:
            return False
        rest = read_details(text).rest
        return is_agency(rest or self._agency_ahead()) or (not rest and self._ahead(_OF_A_NAME)[0] == "count")

    def _is_new_person(self, text: str) -> bool:
        """Does an identity block of somebody else begin here? Then nothing from here on may enter the record."""
        found = _CII.match(text)
        known = {number[-7:] for number in self.identity.cii}
        if found is None or not known or found[1][-7:] in known:
            return False
        self.inside.close()
        self.second_person = True
        self.ledger.warn(SECOND_PERSON)
        return True

    # --- a day whose meaning the next line tells

    def _adds_to_waiting(self, kind: str, text: str) -> bool:
        """Does the line go on with the header whose day waits: its agency, its name code, its date of birth?"""
        if self.waiting is None:
            return False
        _, details = self.waiting
        if kind in _OF_A_NAME:
            more = read_details(text)
            return not (more.date_raw or more.rest) and join(details, more)
        if kind == "text" and not details.rest and is_agency(text):
            details.rest = read_details(text).rest
            return True
        return False

    def _settle_waiting(self, kind: str) -> None:
        """A day with its agency is an update when a disposition follows, else an event without header."""
        waiting, self.waiting = self.waiting, None
        if waiting is None:
            return
        line, details = waiting
        last = self.cycles.last
        if kind in ("dispo", "received") and last is not None and last.counts and self.cycles.parted is not Row.CYCLE:
            self.inside.update(last, details)
        else:
            self._start(self.cycles.without_header(line.source, details), details)
