"""What a fictional person's file in demo/people says: enough to print a sheet, and to know what a reader must find in it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Part:
    """One part of a sentence. `text` replaces the printed words where the usual form does not fit; it is
    empty for a part printed in one breath with the part before it ("$971 FINE $420 RSTN")."""

    kind: str
    years: int | None = None
    months: int | None = None
    days: int | None = None
    suspended: bool = False
    concurrent: bool = False
    text: str | None = None


@dataclass(frozen=True, slots=True)
class Dispo:
    """One disposition. `words` are the sheet's, `kind` is the word a reader must give; `date` makes it a dated update.

    `shown` is what a record may say where the words tell of the person's health.
    """

    words: str
    kind: str
    date: str | None = None
    level: str | None = None
    sentence: tuple[Part, ...] = ()
    comments: tuple[str, ...] = ()
    star: bool | None = None
    shown: str | None = None


@dataclass(frozen=True, slots=True)
class Charge:
    """One count, or a range of counts (`through`) with one charge.

    `printed` is the section as the sheet shows it where it differs from `section` in upper case; `line` replaces the
    whole charge line ("SEE COMMENT FOR CHARGE"). `numbers` are the further number lines ("WARRANT    #ABCD").
    An `unprinted` count is told of in a comment of another only ("3 ADD CNTS OF ...").
    """

    number: int | None = 1
    code: str | None = None
    section: str | None = None
    description: str | None = None
    through: int | None = None
    printed: str | None = None
    line: str | None = None
    level: str | None = None
    attempt: bool = False
    flags: tuple[str, ...] = ()
    sentencing: str | None = None
    arrested_by: str | None = None
    numbers: tuple[str, ...] = ()
    comments: tuple[str, ...] = ()
    other_sections: tuple[str, ...] = ()
    unprinted: bool = False
    dispositions: tuple[Dispo, ...] = ()


@dataclass(frozen=True, slots=True)
class Happening:
    """One event of a cycle. `date` is printed as it stands, a wrong one included; `header` replaces the usual header.

    `headless` entries follow another of their kind without a header and without a count line. `numbers` are further
    numbers printed after the first.
    """

    kind: str
    date: str
    agency: str
    name: str | None = None
    birth_date: str | None = None
    number: str | None = None
    numbers: tuple[str, ...] = ()
    header: str | None = None
    headless: bool = False
    separator: bool = True
    strike: bool = False
    comments: tuple[str, ...] = ()
    sentence: tuple[Part, ...] = ()
    sentence_from: str | None = None
    counts: tuple[Charge, ...] = ()


@dataclass(frozen=True, slots=True)
class Identity:
    """The identity block. `names` are the name table in order; numbers are given by their tag."""

    cii: str
    names: tuple[str, ...]
    birth_dates: tuple[str, ...]
    sex: str
    race: str
    height: str
    weight: str
    eye: str
    hair: str
    birth_place: str
    citizenship: str | None = None
    monikers: tuple[str, ...] = ()
    occupations: tuple[str, ...] = ()
    social: tuple[str, ...] = ()
    marks: str | None = None
    numbers: tuple[tuple[str, str], ...] = ()
    supervision: tuple[str, ...] = ()
    consolidated: str | None = None
    name_digits: int = 2


@dataclass(frozen=True, slots=True)
class FictionalPerson:
    """One invented person: who, in one sentence why she is here, where her matter stands, and her history."""

    slug: str
    name: str
    story: str
    state: str
    identity: Identity
    cycles: tuple[tuple[Happening, ...], ...]
    banners: tuple[str, ...] = ()
    closing: tuple[str, ...] = ()
    form_feeds: bool = False
    sheet_date: str = "20260506"
