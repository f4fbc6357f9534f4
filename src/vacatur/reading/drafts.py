"""Events, counts and dispositions while they are being read; each freezes into its record."""

import datetime as dt
import re
from dataclasses import replace

from vacatur.reading.charges import SENTENCING_FLAG, Charge
from vacatur.reading.dispositions import kind_of, level_of
from vacatur.reading.sentences import read_sentence
from vacatur.reading.set_apart import shown, shown_disposition
from vacatur.records.record import (
    Count,
    Disposition,
    DispositionKind,
    Event,
    EventKind,
    Level,
    NumberKind,
    SentencePart,
)
from vacatur.records.source import Source

_NUMBER_KINDS = {
    EventKind.ARREST: NumberKind.BOOKING,
    EventKind.SUPPLEMENTAL_ARREST: NumberKind.BOOKING,
    EventKind.COURT: NumberKind.CASE,
    EventKind.CUSTODY: NumberKind.INMATE,
}


_POINTER = re.compile(r"SEE\W+COMMENT")


class Sentencing:
    """A sentence in the pieces it was printed in: the coded line, its wrapped lines, and what a comment added."""

    __slots__ = ("lines", "more")

    def __init__(self) -> None:
        self.lines: list[str] = []
        self.more: list[str] = []

    def parts(self, guarded: bool = False) -> tuple[SentencePart, ...]:
        """All parts. What a comment repeats is not counted twice."""
        parts = read_sentence(" ".join(self.lines)) if self.lines else ()
        for text in self.more:
            parts += tuple(part for part in read_sentence(text) if part not in parts)
        return tuple(replace(part, text=shown(part.text)) for part in parts) if guarded else parts


class DispositionDraft:
    """One disposition."""

    __slots__ = ("comments", "date", "date_raw", "level", "sentence", "source", "text")

    def __init__(self, source: Source, text: str, date: dt.date | None, date_raw: str | None) -> None:
        self.source = source
        self.text = text
        self.date = date
        self.date_raw = date_raw
        self.level: Level | None = None
        self.sentence = Sentencing()
        self.comments: list[str] = []

    def done(self, guarded: bool) -> Disposition:
        """The disposition. "REDUCED TO MISDEMEANOR" names its own level. Its kind comes from all its words, also those not shown."""
        text = " ".join(self.text.split())
        kind = kind_of(text) if text else DispositionKind.OTHER
        level = self.level
        if level is None and kind is DispositionKind.REDUCED:
            level = level_of(text)
        text = shown_disposition(text) if guarded else text
        sentence = self.sentence.parts(guarded)
        return Disposition(kind, text, self.source, self.date, self.date_raw, level, sentence, tuple(self.comments))


class CountDraft:
    """One count, or a range of counts with one charge."""

    __slots__ = (
        "agency", "attempt", "case", "code", "comments", "description", "dispositions", "first", "flags", "last", "level", "others",
        "section", "source",
    )  # fmt: skip

    def __init__(self, source: Source, first: int, last: int) -> None:
        self.source = source
        self.first = first
        self.last = last
        self.code: str | None = None
        self.section: str | None = None
        self.description: str | None = None
        self.others: list[str] = []
        self.attempt = False
        self.flags: list[str] = []
        self.level: Level | None = None
        self.case: str | None = None
        self.agency: str | None = None
        self.comments: list[str] = []
        self.dispositions: list[DispositionDraft] = []

    @property
    def has_charge(self) -> bool:
        """Has a section with its code been read?"""
        return self.code is not None

    def take(self, charge: Charge) -> None:
        """Take a charge: the count's own, or a further one printed in the same count."""
        if self.has_charge:
            self._also(charge)
        else:
            self.charge(charge)

    def charge(self, charge: Charge) -> None:
        """Take the count's own charge. Words that stood in its place are kept, unless they only point to the comment."""
        if self.description and _POINTER.match(self.description):
            self.description = None
        elif self.description and charge.description:
            self.comments.append(self.description)
        self.code = charge.code
        self.section = charge.sections.first
        self.others.extend(charge.sections.others)
        self.attempt = self.attempt or charge.sections.attempt
        self.description = charge.description or self.description
        self.level = self.level or charge.level

    def _also(self, charge: Charge) -> None:
        """An enhancement, or a second section on a line of its own."""
        prefix = "" if charge.code == self.code else f"{charge.code} "
        self.others.extend(prefix + section for section in (charge.sections.first, *charge.sections.others))
        self.comments.append(f"{charge.code} {charge.sections.first} {charge.description or ''}".strip())

    def flag(self, flag: str) -> None:
        """Take a flag: `ATTEMPTED` also makes the charge an attempt."""
        if flag and flag not in self.flags:
            self.flags.append(flag)
        self.attempt = self.attempt or flag.startswith("ATTEMPT")

    def sentencing(self) -> None:
        """Mark the count as sentenced under PC 1170(h)."""
        self.flag(SENTENCING_FLAG)

    def done(self, guarded: bool) -> list[Count]:
        """The counts: one, or one for each number of the range."""
        dispositions = tuple([draft.done(guarded) for draft in self.dispositions])
        if guarded:
            self._guard()
        shared = (
            self.source, self.code, self.section, self.description, tuple(self.flags), self.level, self.attempt, self.case, self.agency,
            tuple(self.others), tuple(self.comments), dispositions,
        )  # fmt: skip
        return [Count(number, *shared) for number in range(self.first, self.last + 1)]

    def _guard(self) -> None:
        self.description = shown(self.description) if self.description else None
        self.agency = shown(self.agency) if self.agency else None
        self.flags = [shown(flag) for flag in self.flags]


class EventDraft:
    """One event. `level` is the type of charge of all counts that print none.

    `guarded` means that a line of it held something sensitive: then every text is looked through before it is shown.
    """

    __slots__ = (
        "agency", "birth_date", "comments", "counts", "date", "date_raw", "flags", "guarded", "header", "kind", "level", "name_code",
        "number", "numbers", "sentence", "source",
    )  # fmt: skip

    def __init__(self, source: Source, kind: EventKind, header: str) -> None:
        self.source = source
        self.kind = kind
        self.header = header
        self.guarded = False
        self.date: dt.date | None = None
        self.date_raw: str | None = None
        self.agency: str | None = None
        self.level: Level | None = None
        self.name_code: str | None = None
        self.birth_date: dt.date | None = None
        self.number: str | None = None
        self.numbers: list[str] = []
        self.flags: list[str] = []
        self.comments: list[str] = []
        self.counts: list[CountDraft] = []
        self.sentence = Sentencing()

    def take_numbers(self, numbers: tuple[str, ...], count: CountDraft | None) -> None:
        """Take the numbers of a count line. The first of the event is its number, which later counts inherit."""
        if not numbers:
            return
        if self.number is None:
            self.number = numbers[0]
        elif numbers[0] != self.number:
            if count is not None:
                count.case = numbers[0]
            self.note_numbers(numbers[:1])
        if len(numbers) > 1:
            self.note_numbers(numbers[1:])

    def note_numbers(self, numbers: tuple[str, ...]) -> None:
        """Keep further numbers of the event, each once."""
        self.numbers.extend(number for number in numbers if number != self.number and number not in self.numbers)

    def done(self) -> Event:
        """The event."""
        guarded = self.guarded
        counts: list[Count] = []
        for count in self.counts:
            count.level = count.level or self.level
            counts.extend(count.done(guarded))
        return Event(
            kind=self.kind,
            source=self.source,
            date=self.date,
            date_raw=self.date_raw,
            agency=shown(self.agency) if guarded and self.agency else self.agency,
            name_code=self.name_code,
            number=self.number,
            number_kind=None if self.number is None else _NUMBER_KINDS.get(self.kind, NumberKind.OTHER),
            other_numbers=tuple(self.numbers),
            birth_date=self.birth_date,
            header=self.header,
            flags=tuple(map(shown, self.flags)) if guarded else tuple(self.flags),
            comments=tuple(self.comments),
            counts=tuple(counts),
            sentence=self.sentence.parts(guarded),
        )
