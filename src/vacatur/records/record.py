"""One person's criminal history as read from one source (rap_sheet_format 4 to 9)."""

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from vacatur.records.person import Person
from vacatur.records.source import Source


class EventKind(StrEnum):
    """What happened, by the event's header."""

    ARREST = "arrest"
    COURT = "court"
    CUSTODY = "custody"
    PROBATION = "probation"
    APPLICANT = "applicant"
    REGISTRATION = "registration"
    SUPPLEMENTAL_ARREST = "supplemental_arrest"
    MENTAL_HEALTH = "mental_health"
    DECEASED = "deceased"
    OTHER = "other"


class NumberKind(StrEnum):
    """What an event's number is: a court's case number, a booking number, an inmate number, or another."""

    CASE = "case"
    BOOKING = "booking"
    INMATE = "inmate"
    OTHER = "other"


class DispositionKind(StrEnum):
    """What became of a count, in one word; the sheet's own words stay in `Disposition.text`."""

    CONVICTED = "convicted"
    DISMISSED = "dismissed"
    ACQUITTED = "acquitted"
    PROSECUTOR_REJECTED = "prosecutor_rejected"
    RELEASED = "released"
    DIVERTED = "diverted"
    SENTENCE_MODIFIED = "sentence_modified"
    DISMISSED_1203_4 = "dismissed_1203_4"
    REDUCED = "reduced"
    PROBATION_REVOKED = "probation_revoked"
    VACATED = "vacated"
    SEALED = "sealed"
    PAROLED = "paroled"
    DISCHARGED = "discharged"
    OTHER = "other"


class Level(StrEnum):
    """Felony, misdemeanor or infraction. Not stated is `None`, never guessed."""

    FELONY = "F"
    MISDEMEANOR = "M"
    INFRACTION = "I"


class SentenceKind(StrEnum):
    """One part of a sentence."""

    PROBATION = "probation"
    JAIL = "jail"
    PRISON = "prison"
    FINE = "fine"
    RESTITUTION = "restitution"
    OTHER = "other"


class SetApartKind(StrEnum):
    """Why a text is kept apart from the record and out of every log."""

    ADDRESS = "address"
    SSN = "ssn"
    MEDICAL = "medical"
    MENTAL_HEALTH = "mental_health"


@dataclass(frozen=True, slots=True)
class SentencePart:
    """One item of a sentence. `suspended` (SS) and `concurrent` (CC) change its meaning; units are whole numbers."""

    kind: SentenceKind
    text: str
    years: int | None = None
    months: int | None = None
    days: int | None = None
    suspended: bool = False
    concurrent: bool = False
    consecutive: bool = False


@dataclass(frozen=True, slots=True)
class Disposition:
    """One disposition of a count. `date` is the event's date, or the update's own; later ones never erase earlier ones."""

    kind: DispositionKind
    text: str
    source: Source
    date: dt.date | None = None
    date_raw: str | None = None
    level: Level | None = None
    sentence: tuple[SentencePart, ...] = ()
    comments: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Count:
    """One charge. `section` is normalised ("496(a)(2)"), `code` its code ("PC"), both null when no charge could be read.

    `charged_level` is the type of charge (TOC); the level of conviction stands on the disposition.
    `case` is a number printed on this count when it differs from the event's. `arresting_agency` is `ARR BY:`.
    """

    number: int
    source: Source
    code: str | None = None
    section: str | None = None
    description: str | None = None
    flags: tuple[str, ...] = ()
    charged_level: Level | None = None
    attempt: bool = False
    case: str | None = None
    arresting_agency: str | None = None
    other_sections: tuple[str, ...] = ()
    comments: tuple[str, ...] = ()
    dispositions: tuple[Disposition, ...] = ()


@dataclass(frozen=True, slots=True)
class Event:
    """One event of a cycle: its header, date and agency, and its counts. An unreadable date is null with `date_raw` kept."""

    kind: EventKind
    source: Source
    date: dt.date | None = None
    date_raw: str | None = None
    agency: str | None = None
    name_code: str | None = None
    number: str | None = None
    number_kind: NumberKind | None = None
    other_numbers: tuple[str, ...] = ()
    birth_date: dt.date | None = None
    header: str = ""
    flags: tuple[str, ...] = ()
    comments: tuple[str, ...] = ()
    counts: tuple[Count, ...] = ()
    sentence: tuple[SentencePart, ...] = ()


@dataclass(frozen=True, slots=True)
class Cycle:
    """One arrest (or a lone court, applicant, registration or custody event) and everything that followed it."""

    events: tuple[Event, ...]
    source: Source


@dataclass(frozen=True, slots=True)
class UnreadLine:
    """A line the reader did not understand, kept word for word. `block` groups lines that stand together."""

    page: int
    line: int
    text: str
    block: int = 0


@dataclass(frozen=True, slots=True)
class SetApart:
    """A sensitive text the record may not show: an address, a Social Security number, a medical or mental-health line."""

    page: int
    line: int
    kind: SetApartKind
    text: str


@dataclass(frozen=True, slots=True)
class Record:
    """One person's criminal history as read from one file.

    `read_lines` are the places of all lines that were understood (blank ones and page furniture too); together with
    `unread` and `set_apart` they are every line of the file: nothing read is lost.
    """

    file: str
    person: Person
    cycles: tuple[Cycle, ...] = ()
    unread: tuple[UnreadLine, ...] = ()
    set_apart: tuple[SetApart, ...] = ()
    warnings: tuple[str, ...] = ()
    banners: tuple[str, ...] = ()
    pages: int = 1
    read_lines: tuple[Source, ...] = ()
