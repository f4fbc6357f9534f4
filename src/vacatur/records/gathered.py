"""An item being put together: its event, its count, its arrests, and what later events add."""

import hashlib
import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from vacatur.records.item import DateIs, Item, ItemKind, Note
from vacatur.records.record import Count, Disposition, DispositionKind, Event, Level, SentencePart

# Members of an enumeration by a name of their own: looking one up takes Python 3.11 as long as calling a function.
_ARREST, _BY_ARREST, _BY_COURT = ItemKind.ARREST, DateIs.ARREST, DateIs.COURT
_CONVICTED, _REDUCED = DispositionKind.CONVICTED, DispositionKind.REDUCED
_TURNED_OVER = re.compile(r"REL\w*\W+TOT|OTHER\W+JURIS")
_ON_SHEET = (DispositionKind.VACATED, DispositionKind.SEALED, DispositionKind.DISMISSED_1203_4)
_NOT_PLAIN = re.compile(r"[^A-Z0-9]+")


class Heading(NamedTuple):
    """What all counts of one event share, worked out once. `agency` is in plain letters; `key` begins the ids of its items."""

    event: Event
    agency: str
    key: str
    numbers: tuple[str, ...]
    juvenile: bool
    strike_banner: bool


def heading_of(event: Event) -> Heading:
    """The heading of an event."""
    printed = event.agency or ""
    agency = plain(printed)
    return Heading(
        event,
        agency,
        _key(agency, event.number, event),
        numbers_of(event),
        printed[2:4] == "JV" or "JUV" in printed,
        bool(event.flags) and any("STRIKE" in flag for flag in event.flags),
    )


def numbers_of(event: Event) -> tuple[str, ...]:
    """Every number printed on an event, the first one first."""
    if not event.other_numbers:
        return (event.number,) if event.number else ()
    return _distinct((event.number, *event.other_numbers))


def plain(text: str | None) -> str:
    """Capital letters and digits only: what a second reading prints alike."""
    letters = text.upper().replace(" ", "") if text else ""
    return letters if letters.isascii() and letters.isalnum() else _NOT_PLAIN.sub("", letters)


def _key(agency: str, number: str | None, event: Event) -> str:
    return f"{agency}|{plain(number)}|{event.date_raw or ''}"


class Gathered:
    """One item while the events of its cycle, and later ones of its case, are read."""

    __slots__ = ("arrest", "arrest_count", "count", "dispositions", "heading", "kind", "notes", "supplements")

    def __init__(self, kind: ItemKind, heading: Heading, count: Count | None, *notes: str) -> None:
        arrested = kind is _ARREST
        self.kind = kind
        self.heading = heading
        self.count = count
        self.dispositions = count.dispositions if count else ()
        self.arrest = heading.event if arrested else None
        self.arrest_count = count if arrested else None
        self.supplements: Sequence[Event] = ()
        self.notes = notes

    def place(self) -> tuple[int, int]:
        """Where it stands on the sheet: page and line."""
        source = self.count.source if self.count else self.heading.event.source
        return source.page, source.line

    def note(self, note: str) -> None:
        """Add a note once."""
        if note not in self.notes:
            self.notes = (*self.notes, note)

    def add(self, count: Count) -> None:
        """Add what another event says of this count."""
        self.dispositions = (*self.dispositions, *count.dispositions)

    def same_count(self, count: Count) -> bool:
        """Whether another event's count has this one's number."""
        return self.count is not None and self.count.number == count.number

    def same_charge(self, count: Count) -> bool:
        """Whether another event's count has this one's charge, as far as both were read."""
        mine = self.count
        if mine is None:
            return False
        return mine.section is None or count.section is None or charge_of(mine) == charge_of(count)

    def item(self, serials: dict[str, int]) -> Item:
        """The item. `serials` counts the ids given so far, to tell twins apart."""
        heading, arrest = self.heading, self.arrest
        event = heading.event
        count = self.count or Count(1, event.source)
        filed = self.kind is not _ARREST
        number = count.case or event.number
        became = _became(self.dispositions)
        sentence = became.sentence or (_sentence_of(event) if became.convicted else ())
        self._note_what_to_check(number, became, sentence)
        arresting = self._arresting_agency()
        date, date_is = event.date, _BY_COURT
        if arrest is not None and (arrest.date is not None or not filed):
            date, date_is = arrest.date, _BY_ARREST
        return Item(
            id=_id(heading, number, count, serials),
            kind=self.kind,
            source=count.source,
            number=number,
            numbers=heading.numbers if number == event.number else _distinct((number, *heading.numbers)),
            case=number if filed else None,
            count=count.number,
            code=count.code,
            section=count.section,
            other_sections=count.other_sections,
            description=count.description,
            attempt=count.attempt,
            flags=(*event.flags, *count.flags),
            level=became.level or count.charged_level,
            charged_level=count.charged_level,
            conviction_level=became.conviction_level,
            date=date,
            date_is=date_is,
            arrest_date=arrest.date if arrest else None,
            court_date=event.date if filed else None,
            agency=event.agency,
            arresting_agency=arresting,
            agencies=self._agencies(arresting),
            arrest_numbers=self._arrest_numbers(),
            name_code=event.name_code or (arrest.name_code if arrest else None),
            dispositions=self.dispositions,
            sentence=sentence,
            juvenile=heading.juvenile,
            strike_banner=heading.strike_banner,
            notes=self.notes,
        )

    def _arresting_agency(self) -> str | None:
        for count in (self.count, self.arrest_count):
            if count is not None and count.arresting_agency:
                return count.arresting_agency
        return self.arrest.agency if self.arrest else None

    def _agencies(self, arresting: str | None) -> tuple[str, ...]:
        """Who arrested, who booked, and whom the supplemental arrests name."""
        booked = self.arrest.agency if self.arrest else None
        if arresting and not self.supplements and arresting == booked:
            return (arresting,)
        return _distinct((arresting, booked, *(agency for other in self.supplements for agency in _printed_in(other))))

    def _arrest_numbers(self) -> tuple[str, ...]:
        numbers = numbers_of(self.arrest) if self.arrest else ()
        if not self.supplements:
            return numbers
        return _distinct((*numbers, *(number for other in self.supplements for number in numbers_of(other))))

    def _note_what_to_check(self, number: str | None, became: "_Became", sentence: tuple[SentencePart, ...]) -> None:
        if sentence and not became.sentence:
            self.note(Note.SENTENCE_ELSEWHERE)
        if number is None:
            self.note(Note.NUMBER_MISSING)
        if became.relief_on_sheet:
            self.note(Note.RELIEF_ON_SHEET)
        if became.turned_over:
            self.note(Note.TURNED_OVER)


class _Became(NamedTuple):
    """What the dispositions of an item come to: `conviction_level` is that of the conviction, `level` that of today."""

    convicted: bool
    conviction_level: Level | None
    level: Level | None
    sentence: tuple[SentencePart, ...]
    relief_on_sheet: bool
    turned_over: bool


def _became(dispositions: Sequence[Disposition]) -> _Became:
    """The first level of a conviction counts, the last reduction and the last sentence."""
    if not dispositions:
        return _NOTHING
    convicted = relief = turned_over = False
    of_conviction: Level | None = None
    of_another: Level | None = None
    reduced: Level | None = None
    sentence: tuple[SentencePart, ...] = ()
    for one in dispositions:
        kind, text = one.kind, one.text
        if kind is _CONVICTED:
            convicted = True
            of_conviction = of_conviction or one.level
        elif kind is _REDUCED:
            reduced = one.level or reduced
        else:
            of_another = of_another or one.level
        sentence = one.sentence or sentence
        relief = relief or kind in _ON_SHEET or "RELIEF" in text
        turned_over = turned_over or _TURNED_OVER.search(text) is not None
    level = of_conviction or of_another
    return _Became(convicted, level, reduced or level, sentence, relief, turned_over)


_NOTHING = _Became(False, None, None, (), False, False)


def charge_of(count: Count) -> tuple[str | None, str | None]:
    """Code and section of a count, as printed."""
    return count.code, count.section


def _printed_in(arrest: Event) -> Iterator[str | None]:
    """The agencies of an arrest, that of its heading first."""
    yield arrest.agency
    for count in arrest.counts:
        yield count.arresting_agency


def _sentence_of(event: Event) -> tuple[SentencePart, ...]:
    """The sentence of an event, else the one printed on its last convicted count: it covers all of them."""
    if event.sentence:
        return event.sentence
    for count in reversed(event.counts):
        for disposition in reversed(count.dispositions):
            if disposition.kind is _CONVICTED and disposition.sentence:
                return disposition.sentence
    return ()


def _distinct(texts: Iterable[str | None]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(filter(None, texts)))


def _id(heading: Heading, number: str | None, count: Count, serials: dict[str, int]) -> str:
    """Short hash of agency, number, raw date, count and section; twins get a serial. Places on the page do not enter it."""
    event = heading.event
    key = heading.key if number == event.number else _key(heading.agency, number, event)
    charge = f"{count.code} {count.section}" if count.section else ""
    key = hashlib.sha256(f"{key}|{count.number}|{charge}".encode()).hexdigest()[:12]
    serial = serials[key] = serials.get(key, 0) + 1
    return key if serial == 1 else f"{key}-{serial}"
