"""The lines inside one event: its date and agency, counts, charges, dispositions, sentences and comments."""

import datetime as dt
from collections.abc import Callable

from vacatur.kit.days import compact_day
from vacatur.reading.charges import is_sentencing_line, read_charge, take_level
from vacatur.reading.comments import ChargeInComment, read_comment
from vacatur.reading.dispositions import kind_of, level_of
from vacatur.reading.drafts import CountDraft, DispositionDraft, EventDraft
from vacatur.reading.headers import Details, is_agency, read_details
from vacatur.reading.ledger import Ledger
from vacatur.reading.lines import Line
from vacatur.reading.numbers import other_numbers, read_count, read_numbers, split_rest
from vacatur.reading.set_apart import sensitive
from vacatur.records.record import DispositionKind, EventKind, SetApartKind

_SOFT = frozenset(
    (
        "text",
        "charge",
        "number",
        "flags",
        "paper",
        "level",
        "transport",
        "name_code",
        "birth",
        "day",
        "identity",
        "banner",
    )
)
"""Kinds of line that may also be the next line of a comment, when they stand deeper than its first."""

_SENTENCE_WORDS = (
    "YEAR",
    "YR",
    "MONTH",
    "MO ",
    "DAY",
    " DS",
    "JAIL",
    " JL",
    "PROB",
    "PRISON",
    "FINE",
    "REST",
    "RSTN",
    "SS",
    "CC",
    "CS",
)
_ADDRESS_KINDS = frozenset(("text", "number", "flags", "banner", "transport"))


class Open:
    """A comment whose further lines may still come."""

    __slots__ = ("apart", "indent", "indexes", "owner", "pieces")

    def __init__(self, pieces: list[str], indent: int, index: int, owner: list[str]) -> None:
        self.pieces = pieces
        self.indent = indent
        self.indexes = [index]
        self.owner = owner
        self.apart: SetApartKind | None = None


class EventLines:
    """Reads the lines of one event after another into event drafts. `event` is `None` between events."""

    def __init__(self, ledger: Ledger, today: dt.date | None) -> None:
        self.ledger = ledger
        self.today = today
        self.event: EventDraft | None = None
        self.count: CountDraft | None = None
        self.disposition: DispositionDraft | None = None
        self.update: tuple[dt.date | None, str] | None = None
        self.update_comments: list[str] = []
        self.comment: Open | None = None
        self.tail: str | None = None
        self.tail_indent = 0
        self.counted = False
        self.handlers: dict[str, Callable[[Line, str], None]] = {
            "count": self.take_count,
            "dispo": self.take_disposition,
            "comment": self.take_comment,
            "control": self.take_control,
            "received": self.take_control,
            "status": self.take_status,
            "sentence": self.take_sentence,
            "charge": self.take_charge,
            "day": self.take_day,
            "level": self.take_level,
            "number": self.take_number,
            "flags": self.take_flags,
            "booked_by": self.take_booked_by,
            "sentenced_from": self.take_sentenced_from,
            "paper": self.take_paper,
            "address": self.take_address,
            "name_code": self.take_name_code,
            "birth": self.take_name_code,
            "identity": self.take_text,
            "banner": self.take_text,
            "transport": self.take_transport,
            "text": self.take_text,
        }

    # --- the event itself

    def start(self, event: EventDraft) -> None:
        """Turn to a new event."""
        self.close()
        self.event = event
        self.counted = False

    def close(self) -> None:
        """End the event: what is still open is finished."""
        self.end_comment()
        self.drop_update()
        self.event = self.count = self.disposition = None
        self.tail = None

    def reopen(self, event: EventDraft) -> None:
        """Go back to an event that a separator had ended: a dated update belongs to it."""
        self.event = event
        self.count = event.counts[-1] if event.counts else None

    def take(self, kind: str, line: Line, text: str) -> None:
        """Read one line of the event."""
        if self.event is not None and self.event.kind is EventKind.MENTAL_HEALTH:
            self.take_muted(kind, text)
        elif not self.goes_on(kind, line, text):
            self.handlers[kind](line, text)

    def take_muted(self, kind: str, text: str) -> None:
        """A mental-health event keeps its kind and date, nothing else."""
        event = self.event
        if event is not None and kind == "day" and event.date_raw is None:
            event.date_raw = read_details(text).date_raw
            event.date = self.day(event.date_raw)
        self.ledger.apart(SetApartKind.MENTAL_HEALTH)

    def day(self, raw: str | None) -> dt.date | None:
        """The day printed, or `None`; a day that cannot be, or that lies ahead, is told."""
        if raw is None:
            return None
        day = compact_day(raw)
        if day is None:
            self.ledger.warn_here("The date on {place} is not a day of the calendar; it is kept as printed.")
        elif self.today is not None and day > self.today:
            self.ledger.warn_here("The date on {place} lies in the future; it is kept as printed.")
        return day

    def take_details(self, details: Details) -> None:
        """Take what a header's line (or one of the lines it is spread over) says."""
        event = self.event
        if event is None:
            return
        event.name_code = event.name_code or details.name_code
        if details.birth_raw and event.birth_date is None:
            event.birth_date = self.day(details.birth_raw)
        if details.date_raw and event.date_raw is None:
            event.date_raw = details.date_raw
            event.date = self.day(details.date_raw)
        if details.rest:
            self.take_agency(details.rest)

    def take_agency(self, text: str) -> None:
        """Take the agency, once."""
        event = self.event
        if event is None or event.agency is not None or not text[0].isalpha():
            self.ledger.leave()
            return
        event.agency = text
        self.tail = "agency"

    # --- lines that go on with what stands above

    def goes_on(self, kind: str, line: Line, text: str) -> bool:
        """Is this a further line of the comment above? Then take it."""
        comment = self.comment
        if comment is None or kind not in _SOFT:
            return False
        if comment.apart is SetApartKind.ADDRESS:
            if kind in _ADDRESS_KINDS or line.indent > comment.indent:
                self.add_to_comment(text)
                return True
            return False
        deeper = line.indent > comment.indent or (comment.indent == 0 and kind == "text")
        if not deeper or (kind == "charge" and self.count is not None and not self.count.has_charge):
            return False
        self.add_to_comment(text)
        return True

    def take_text(self, line: Line, text: str) -> None:
        """A line with no known beginning: the rest of what stands above it, a charge in words, an agency; or unread."""
        deeper = line.indent > self.tail_indent
        if self.tail == "sentence" and (deeper or any(word in text for word in _SENTENCE_WORDS)):
            self.add_to_sentence(text)
        elif self.tail == "dispo" and deeper and self.disposition is not None:
            self.disposition.text = f"{self.disposition.text} {text}"
        elif self.tail == "charge" and deeper and self.count is not None and self.count.description:
            self.add_to_description(text)
        elif self.count is not None and not self.count.has_charge and self.count.description is None and len(text) > 2:
            self.take_words(line, text)
        elif (
            self.event is not None
            and self.event.agency is None
            and not self.counted
            and (self.event.date_raw or is_agency(text))
        ):
            self.take_details(read_details(text))
        else:
            self.ledger.leave()

    def take_transport(self, line: Line, text: str) -> None:
        """A terminal's header in the middle of a sheet: nothing to keep."""

    def take_words(self, line: Line, text: str) -> None:
        """A charge in words only, without a section (`TRAFFIC VIOLATION`, `SEE COMMENT FOR CHARGE`)."""
        count = self.count
        if count is None or self.disposition is not None:
            self.ledger.leave()
            return
        text, level = take_level(text)
        count.description = text or None
        count.level = count.level or level
        self.mark_tail("charge", line)

    def add_to_sentence(self, text: str) -> None:
        """A further line of the sentence. Two or three stray characters are dirt."""
        if len(text) <= 3 and text.strip(",.") not in ("SS", "CC", "CS", "JL", "YR", "MO", "DS"):
            self.ledger.leave()
        elif self.disposition is not None:
            self.disposition.sentence.lines.append(text)
        elif self.event is not None:
            self.event.sentence.lines.append(text)

    def add_to_description(self, text: str) -> None:
        """A further line of the charge's words."""
        count = self.count
        if count is not None:
            text, level = take_level(text)
            count.description = f"{count.description} {text}".strip()
            count.level = count.level or level

    def mark_tail(self, tail: str, line: Line) -> None:
        """Remember what a following line may go on with."""
        self.tail = tail
        self.tail_indent = line.indent

    # --- dates

    def take_day(self, line: Line, text: str) -> None:
        """The event's date when it has none yet, else the date of an update to the count above."""
        event = self.event
        details = read_details(text)
        if event is None:
            self.ledger.leave()
        elif event.date_raw is None and not self.counted:
            self.take_details(details)
        else:
            self.start_update(details)

    def start_update(self, details: Details) -> None:
        """A dated update: the dispositions that follow carry its date."""
        self.end_comment()
        self.drop_update()
        self.disposition = None
        self.tail = None
        raw = details.date_raw or ""
        self.update = (self.day(raw), raw)
        if details.rest:
            self.after_day(details.rest)

    def after_day(self, rest: str) -> None:
        """What stands on an update's line after its date, when it is not a disposition: kept as a comment of the count."""
        if kind_of(rest) is not DispositionKind.OTHER:
            self.add_disposition(rest)
        else:
            self.comments().append(rest)

    def drop_update(self) -> None:
        """An update's date that no disposition followed is kept as a comment."""
        if self.update is not None and self.disposition is None:
            words, self.update_comments = [self.update[1], *self.update_comments], []
            self.update = None
            self.comments().extend(words)
        self.update = None

    # --- counts and charges

    def take_count(self, line: Line, text: str) -> None:
        """`CNT:` starts a count or a range of counts."""
        found = read_count(text[text.index(":") + 1 :] if ":" in text else text[3:])
        if found is None:
            self.ledger.leave()
            return
        if not found.range_ok:
            self.ledger.warn_here("The range of counts on {place} makes no sense; only its first count was read.")
        self.new_count(line, found.first, found.last)
        self.counted = True
        self.take_after_count(line, found.rest)

    def take_after_count(self, line: Line, rest: str) -> None:
        """What follows the count's number on its line: a case number, other numbers, a level, a charge."""
        rest, charge = split_rest(rest)
        rest, level = take_level(rest)
        if self.count is not None and level is not None:
            self.count.level = level
        if rest:
            self.take_number(line, rest)
        if charge:
            self.take_charge(line, charge)

    def new_count(self, line: Line, first: int, last: int) -> CountDraft:
        """Start a count in the event."""
        self.end_comment()
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

    def take_charge(self, line: Line, text: str) -> None:
        """The charge of the count in hand."""
        if is_sentencing_line(text):
            self.need_count(line).sentencing()
            return
        charge = read_charge(text.lstrip("-. "))
        if charge is None:
            self.take_text(line, text)
            return
        if self.tail == "dispo" and charge.description is None and self.disposition is not None:
            self.disposition.text = f"{self.disposition.text} {text}"
            return
        count = self.count_for_charge(line)
        if count.has_charge:
            count.also(charge)
        else:
            count.charge(charge)
        self.mark_tail("charge", line)

    def count_for_charge(self, line: Line) -> CountDraft:
        """Where a charge belongs: a second one after a disposition, or in an event without counts, is a count of its own."""
        count = self.need_count(line)
        if not count.has_charge or (self.counted and not count.dispositions):
            return count
        if self.counted:
            self.ledger.warn_here("The charge on {place} has no count number; it was read as a further count.")
        return self.new_count(line, count.last + 1, count.last + 1)

    def take_level(self, line: Line, text: str) -> None:
        """`TOC:` on a line of its own."""
        rest, level = take_level(text)
        if self.count is None or rest:
            self.ledger.leave()
        if self.count is not None:
            self.count.level = self.count.level or level

    def take_number(self, line: Line, text: str) -> None:
        """`#` with the number of a case, a booking or an inmate."""
        if self.event is None:
            self.ledger.leave()
            return
        others = other_numbers(text)
        numbers = () if others else read_numbers(text)
        if not others and not numbers:
            self.ledger.leave()
        self.event.take_numbers(numbers, self.count)
        self.event.note_numbers(others)

    def take_paper(self, line: Line, text: str) -> None:
        """`CITE #`, `WARRANT #`, `CRT #`: the number of another paper."""
        if self.event is not None:
            self.event.note_numbers(other_numbers(text))

    def take_flags(self, line: Line, text: str) -> None:
        """`-WARRANT -PROBATION REVO`: flags of the count, or of the event when they stand before its counts."""
        flags = [" ".join(flag.split()) for flag in text.replace(" -", "\n").lstrip("-").split("\n")]
        for flag in filter(None, flags):
            if self.count is not None:
                self.count.flag(flag)
            elif self.event is not None and flag not in self.event.flags:
                self.event.flags.append(flag)

    def take_booked_by(self, line: Line, text: str) -> None:
        """`ARR BY:` the agency that made the arrest, when another booked it."""
        agency, _ = take_level(_after_colon(text))
        if agency:
            self.need_count(line).agency = " ".join(agency.split())

    # --- dispositions and sentences

    def take_disposition(self, line: Line, text: str) -> None:
        """`DISPO:` starts a disposition of the count above."""
        self.end_comment()
        self.need_count(line)
        self.add_disposition(_after_colon(text))
        self.mark_tail("dispo", line)

    def add_disposition(self, words: str) -> None:
        """Add a disposition to the count in hand, dated by the update above it or by the event."""
        event, count = self.event, self.count
        if event is None or count is None:
            self.ledger.leave()
            return
        day, raw = self.update if self.update is not None else (event.date, event.date_raw)
        source = self.ledger.lines[self.ledger.now].source
        self.disposition = DispositionDraft(source, words.strip(" '\""), day, raw)
        self.disposition.comments, self.update_comments = self.update_comments, []
        count.dispositions.append(self.disposition)

    def take_status(self, line: Line, text: str) -> None:
        """`CONV STATUS:` the level of conviction."""
        self.end_comment()
        if self.disposition is None:
            self.need_count(line)
            self.add_disposition("")
            self.ledger.warn_here("The conviction status on {place} has no disposition above it.")
        if self.disposition is not None:
            self.disposition.level = level_of(text[4:].replace("STATUS", ""))
        self.tail = None

    def take_sentence(self, line: Line, text: str) -> None:
        """`SEN:` the sentence, of the disposition above or of a probation or custody event."""
        self.end_comment()
        words = _after_colon(text)
        holder = self.disposition or self.event
        if holder is not None and words:
            holder.sentence.lines.append(words)
        self.mark_tail("sentence", line)

    def take_sentenced_from(self, line: Line, text: str) -> None:
        """`SEN FROM:` the court a custody or probation event comes from; its case number is the only link to the case."""
        self.end_comment()
        if self.event is not None:
            self.event.note_numbers(other_numbers(text))
            self.event.comments.append(" ".join(text.split()))

    # --- comments

    def comments(self) -> list[str]:
        """The list a comment belongs to: that of the disposition, the count or the event in hand."""
        if self.update is not None and self.disposition is None:
            return self.update_comments
        owner = self.disposition or self.count or self.event
        return owner.comments if owner is not None else self.ledger.banners

    def take_comment(self, line: Line, text: str) -> None:
        """`COM:` starts a comment."""
        self.open_comment(line, _after_colon(text))

    def take_control(self, line: Line, text: str) -> None:
        """`DCN:`, `SCN-`, `RECVD BY:` on a line of their own: kept as comments."""
        self.open_comment(line, text)

    def take_address(self, line: Line, text: str) -> None:
        """`ADR:` a home address: set apart with the lines that go on with it."""
        self.open_comment(line, text)

    def open_comment(self, line: Line, text: str) -> None:
        """Start a comment; the lines that go on with it are added until something else begins."""
        self.end_comment()
        self.comment = Open([], line.indent, self.ledger.now, self.comments())
        self.comment.indexes.clear()
        self.add_to_comment(text)
        self.tail = None

    def add_to_comment(self, text: str) -> None:
        """Add a line to the open comment, and set it apart where it is sensitive."""
        comment = self.comment
        if comment is None:
            return
        comment.pieces.append(text)
        comment.indexes.append(self.ledger.now)
        kind = comment.apart or sensitive(text)
        if kind is None:
            return
        comment.apart = kind
        self.ledger.apart(kind)
        if kind is not SetApartKind.ADDRESS:
            for index in comment.indexes:
                self.ledger.apart(kind, index)

    def end_comment(self) -> None:
        """Finish the open comment: keep its text, and take the charge, sentence and numbers it gives."""
        open_, self.comment = self.comment, None
        if open_ is None or self.event is None:
            return
        comment = read_comment(open_.pieces)
        if comment.text:
            open_.owner.append(comment.text)
        for found in comment.charges:
            self.take_charge_in_comment(found)
        if comment.sentence:
            (self.disposition or self.event).sentence.more.append(comment.sentence)
        self.event.note_numbers(comment.numbers)

    def take_charge_in_comment(self, found: ChargeInComment) -> None:
        """`CHRG-` in a comment: the charge of the count it names, of the count above, or of counts it adds."""
        event, above = self.event, self.count
        if event is None or above is None:
            return
        if found.more:
            last = max(count.last for count in event.counts)
            self.added_count(event, above, found, last + 1, last + found.more)
        elif found.first is None:
            if not above.has_charge:
                above.charge(found.charge)
        else:
            self.take_named(event, above, found)

    def take_named(self, event: EventDraft, above: CountDraft, found: ChargeInComment) -> None:
        """`CNT 02 CHRG-`: the count it names takes the charge, and is added where the sheet has no such count."""
        first, last = found.first or 0, found.last or found.first or 0
        named = [count for count in event.counts if count.first >= first and count.last <= last]
        for count in named:
            if not count.has_charge:
                count.charge(found.charge)
        if not named and first <= last < first + 200:
            self.added_count(event, above, found, first, last)

    def added_count(self, event: EventDraft, above: CountDraft, found: ChargeInComment, first: int, last: int) -> None:
        """A count that only a comment tells of; nothing is known of what became of it."""
        count = CountDraft(above.source, first, last)
        count.charge(found.charge)
        count.comments.append(f"Told by a comment of count {above.first}.")
        event.counts.append(count)

    # --- names

    def take_name_code(self, line: Line, text: str) -> None:
        """`NAM:` or `DOB:` on a line of its own: part of a header that is spread over several."""
        details = read_details(text)
        if self.event is None or (details.name_code is None and details.birth_raw is None):
            self.ledger.leave()
        else:
            self.take_details(details)


def _after_colon(text: str) -> str:
    """What follows the first colon (or what a scan makes of it)."""
    for index, mark in enumerate(text):
        if mark in ":;":
            return text[index + 1 :].strip()
    return text.partition(".")[2].strip()
