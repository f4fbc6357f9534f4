"""A Record turned into Items, the units of relief (DESIGN section 5, Items).

An arrest whose charges were filed belongs to its court counts. An arrest, or an arrest count, with no filed case is an item of its
own. Custody, probation, supervision, registration and applicant events repeat what a court did and are never items.
"""

import datetime as dt
import hashlib
import re
from collections.abc import Iterable

from vacatur.records.item import DateIs, Item, ItemKind
from vacatur.records.record import (
    Count,
    Cycle,
    Disposition,
    DispositionKind,
    Event,
    EventKind,
    Level,
    Record,
    SentencePart,
)

_ARRESTS = frozenset((EventKind.ARREST, EventKind.SUPPLEMENTAL_ARREST))
_COMBINED = re.compile(r"COMB\w*\W+W")
_DEFERRED = re.compile(r"^PROS\w*\W+DEFER")
_TURNED_OVER = re.compile(r"REL\w*\W+TOT|OTHER\W+JURIS")
_DROPPED = frozenset((DispositionKind.PROSECUTOR_REJECTED, DispositionKind.RELEASED))
_ON_SHEET = frozenset((DispositionKind.VACATED, DispositionKind.SEALED, DispositionKind.DISMISSED_1203_4))


class Note:
    """Ids of what a person should look at on an item (`Item.notes`)."""

    ARREST_COUNT_WITHOUT_MATCH = "arrest_count_without_match"
    ARREST_WITHOUT_COUNTS = "arrest_without_counts"
    COURT_WITHOUT_COUNTS = "court_event_without_counts"
    LATER_CYCLE = "also_in_later_cycle"
    NUMBER_MISSING = "number_missing"
    OTHER_CHARGE = "same_count_other_charge"
    RELIEF_ON_SHEET = "relief_on_sheet_unconfirmed"
    SENTENCE_ELSEWHERE = "sentence_printed_on_another_count"
    TURNED_OVER = "turned_over_to_other_jurisdiction"


def items_of(record: Record) -> tuple[Item, ...]:
    """The items of a record, in the order of the sheet. Each has an id that survives a second reading."""
    drafts: list[_Draft] = []
    cases: dict[tuple[str, str], list[_Draft]] = {}
    for cycle in record.cycles:
        drafts.extend(_court_drafts(cycle, cases))
        drafts.extend(_arrest_drafts(cycle))
    drafts.sort(key=lambda draft: draft.count.source if draft.count else draft.event.source)
    serials: dict[str, int] = {}
    return tuple(draft.item(serials) for draft in drafts)


def combined(disposition: Disposition) -> bool:
    """Whether a prosecutor put the charge together with other counts: it may have been filed with them."""
    return _COMBINED.search(disposition.text) is not None


class _Draft:
    """An item being put together: its event, its count, its arrest, and what later events add."""

    __slots__ = ("arrest", "arrest_count", "count", "dispositions", "event", "kind", "notes")

    def __init__(self, kind: ItemKind, event: Event, count: Count | None) -> None:
        self.kind = kind
        self.event = event
        self.count = count
        self.dispositions: list[Disposition] = list(count.dispositions) if count else []
        self.arrest: Event | None = event if kind is ItemKind.ARREST else None
        self.arrest_count: Count | None = count if kind is ItemKind.ARREST else None
        self.notes: list[str] = []

    def note(self, note: str) -> None:
        if note not in self.notes:
            self.notes.append(note)

    def same_count(self, count: Count) -> bool:
        return self.count is not None and self.count.number == count.number

    def same_charge(self, count: Count) -> bool:
        mine = self.count
        return mine is not None and (mine.section is None or count.section is None or _charge(mine) == _charge(count))

    def item(self, serials: dict[str, int]) -> Item:
        count, event = self.count, self.event
        number = (count.case if count else None) or event.number
        conviction, level = _levels(self.dispositions)
        charged = count.charged_level if count else None
        date, date_is = self._date()
        sentence = self._sentence()
        self._note_what_to_check(number)
        return Item(
            id=_id(event, number, count, serials),
            kind=self.kind,
            source=count.source if count else event.source,
            number=number,
            numbers=_numbers(number, event),
            case=number if self.kind is ItemKind.COUNT else None,
            count=count.number if count else 1,
            code=count.code if count else None,
            section=count.section if count else None,
            other_sections=count.other_sections if count else (),
            description=count.description if count else None,
            attempt=count.attempt if count else False,
            flags=(*event.flags, *(count.flags if count else ())),
            level=level or charged,
            charged_level=charged,
            conviction_level=conviction,
            date=date,
            date_is=date_is,
            arrest_date=self.arrest.date if self.arrest else None,
            court_date=event.date if self.kind is ItemKind.COUNT else None,
            agency=event.agency,
            arresting_agency=self._arresting_agency(),
            name_code=event.name_code or (self.arrest.name_code if self.arrest else None),
            dispositions=tuple(self.dispositions),
            sentence=sentence,
            juvenile=_juvenile(event.agency),
            strike_banner=any("STRIKE" in flag for flag in event.flags),
            notes=tuple(self.notes),
        )

    def _date(self) -> tuple[dt.date | None, DateIs]:
        if self.arrest is not None and (self.arrest.date is not None or self.kind is ItemKind.ARREST):
            return self.arrest.date, DateIs.ARREST
        return self.event.date, DateIs.COURT

    def _sentence(self) -> tuple[SentencePart, ...]:
        """The latest sentence of the count, else the one its event prints on another convicted count, for all of them."""
        own = [disposition.sentence for disposition in self.dispositions if disposition.sentence]
        if own:
            return own[-1]
        if not any(disposition.kind is DispositionKind.CONVICTED for disposition in self.dispositions):
            return ()
        elsewhere = self.event.sentence or _sentence_of_event(self.event)
        if elsewhere:
            self.note(Note.SENTENCE_ELSEWHERE)
        return elsewhere

    def _arresting_agency(self) -> str | None:
        for count in (self.count, self.arrest_count):
            if count is not None and count.arresting_agency:
                return count.arresting_agency
        return self.arrest.agency if self.arrest else None

    def _note_what_to_check(self, number: str | None) -> None:
        if number is None:
            self.note(Note.NUMBER_MISSING)
        if any(d.kind in _ON_SHEET or "RELIEF" in d.text for d in self.dispositions):
            self.note(Note.RELIEF_ON_SHEET)
        if any(_TURNED_OVER.search(d.text) for d in self.dispositions):
            self.note(Note.TURNED_OVER)


# --- court counts


def _court_drafts(cycle: Cycle, cases: dict[tuple[str, str], list[_Draft]]) -> list[_Draft]:
    """The court counts of a cycle. A later event of the same case adds its dispositions to the counts already there."""
    fresh: list[_Draft] = []
    for event in _of_kinds(cycle, {EventKind.COURT}):
        known = cases.setdefault(_case(event), []) if event.number else []
        later = bool(known) and known[0] not in fresh
        added = _add_event(event, known, later)
        known.extend(added)
        fresh.extend(added)
    _add_subsequent(cycle, fresh)
    _join_arrests(cycle, fresh)
    return fresh


def _add_event(event: Event, known: list[_Draft], later: bool) -> list[_Draft]:
    added: list[_Draft] = []
    for count in event.counts:
        same = next((draft for draft in known if draft.same_count(count)), None)
        if same is not None and same.same_charge(count):
            same.dispositions.extend(count.dispositions)
            if later:
                same.note(Note.LATER_CYCLE)
            continue
        draft = _Draft(ItemKind.COUNT, event, count)
        if same is not None:
            draft.note(Note.OTHER_CHARGE)
        added.append(draft)
    if not event.counts and not known:
        draft = _Draft(ItemKind.COUNT, event, None)
        draft.note(Note.COURT_WITHOUT_COUNTS)
        added.append(draft)
    return added


def _add_subsequent(cycle: Cycle, courts: list[_Draft]) -> None:
    """Dispositions of an event that is neither arrest nor court (`SUBSEQUENT ACTION`, `DISMISSAL`) go to the count they name."""
    for event in _of_kinds(cycle, {EventKind.OTHER}):
        for count in event.counts:
            for draft in courts:
                if draft.same_count(count) and draft.same_charge(count) and event.number in (None, draft.event.number):
                    draft.dispositions.extend(count.dispositions)
                    break


def _join_arrests(cycle: Cycle, courts: list[_Draft]) -> None:
    """Give each court count its arrest, and say when an arrest count has no like among the court counts."""
    arrests = _of_kinds(cycle, _ARRESTS)
    charges = {_charge(draft.count) for draft in courts if draft.count and draft.count.section}
    for draft in courts:
        draft.arrest, draft.arrest_count = _arrest_of(draft, arrests)
        for arrest in arrests:
            if any(
                count.section and _charge(count) not in charges and not _not_filed(count) for count in arrest.counts
            ):
                draft.note(Note.ARREST_COUNT_WITHOUT_MATCH)


def _arrest_of(draft: _Draft, arrests: list[Event]) -> tuple[Event | None, Count | None]:
    """The arrest with the same charge, else the first one that is not after the court's day, else the first."""
    if draft.count is not None:
        for arrest in arrests:
            for count in arrest.counts:
                if count.section and _charge(count) == _charge(draft.count):
                    return arrest, count
    day = draft.event.date
    before = [arrest for arrest in arrests if day is not None and arrest.date is not None and arrest.date <= day]
    chosen = next(iter(before or arrests), None)
    return chosen, (chosen.counts[0] if chosen and len(chosen.counts) == 1 else None)


# --- arrests


def _arrest_drafts(cycle: Cycle) -> list[_Draft]:
    """Arrest counts without a filed case: all of them where no court event follows, else those their own disposition says."""
    filed = bool(_of_kinds(cycle, {EventKind.COURT}))
    drafts: list[_Draft] = []
    for event in _of_kinds(cycle, _ARRESTS):
        drafts.extend(_Draft(ItemKind.ARREST, event, count) for count in event.counts if not filed or _not_filed(count))
        if not event.counts and not filed:
            drafts.append(_Draft(ItemKind.ARREST, event, None))
            drafts[-1].note(Note.ARREST_WITHOUT_COUNTS)
    return drafts


def _not_filed(count: Count) -> bool:
    """Does the sheet say that this arrest count was never filed? One combined with others was not dropped."""
    return any(
        (disposition.kind in _DROPPED or _DEFERRED.search(disposition.text)) and not combined(disposition)
        for disposition in count.dispositions
    )


# --- small questions


def _of_kinds(cycle: Cycle, kinds: Iterable[EventKind]) -> list[Event]:
    return [event for event in cycle.events if event.kind in kinds]


def _case(event: Event) -> tuple[str, str]:
    return _plain(event.agency), _plain(event.number)


def _plain(text: str | None) -> str:
    return re.sub(r"[^A-Z0-9]", "", (text or "").upper())


def _charge(count: Count) -> tuple[str | None, str | None]:
    return count.code, count.section


def _juvenile(agency: str | None) -> bool:
    return agency is not None and (agency[2:4] == "JV" or "JUV" in agency)


def _numbers(number: str | None, event: Event) -> tuple[str, ...]:
    return tuple(dict.fromkeys(n for n in (number, event.number, *event.other_numbers) if n))


def _sentence_of_event(event: Event) -> tuple[SentencePart, ...]:
    """The sentence printed on the last convicted count of an event: it covers all of them."""
    for count in reversed(event.counts):
        for disposition in reversed(count.dispositions):
            if disposition.kind is DispositionKind.CONVICTED and disposition.sentence:
                return disposition.sentence
    return ()


def _levels(dispositions: list[Disposition]) -> tuple[Level | None, Level | None]:
    """The level of conviction as it was, and the level today (after a reduction)."""
    convicted = next((d.level for d in dispositions if d.kind is DispositionKind.CONVICTED and d.level), None)
    convicted = convicted or next(
        (d.level for d in dispositions if d.kind is not DispositionKind.REDUCED and d.level), None
    )
    reduced = next((d.level for d in reversed(dispositions) if d.kind is DispositionKind.REDUCED and d.level), None)
    return convicted, reduced or convicted


def _id(event: Event, number: str | None, count: Count | None, serials: dict[str, int]) -> str:
    """Short hash of agency, number, raw date, count and section; twins get a serial. Places on the page do not enter it."""
    parts = (
        _plain(event.agency),
        _plain(number),
        event.date_raw or "",
        str(count.number if count else 1),
        f"{count.code} {count.section}" if count and count.section else "",
    )
    key = hashlib.sha256("|".join(parts).encode()).hexdigest()[:12]
    serials[key] = serials.get(key, 0) + 1
    return key if serials[key] == 1 else f"{key}-{serials[key]}"
