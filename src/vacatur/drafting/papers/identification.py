"""The confidential identification sheet: full name, birth dates and numbers stand here and in no public paper."""

from collections.abc import Iterator

from vacatur.drafting.asking import missing
from vacatur.drafting.assemble import Scope, assemble
from vacatur.drafting.blocks import Block, Fact, Form, Inline, Inlines, Paper, SignatureBlock, Table, Text
from vacatur.drafting.captions import source
from vacatur.drafting.days import day_words, listed
from vacatur.drafting.matter import Matter, Row
from vacatur.drafting.rows import agency, arrest_day, offense
from vacatur.drafting.scopes import matter_scope
from vacatur.drafting.sheet_events import arrests_of, kept_of
from vacatur.drafting.telling import said_by
from vacatur.drafting.wording import wording
from vacatur.records.item import Note
from vacatur.records.record import Event


def identification(matter: Matter) -> Paper:
    """The sheet, lodged apart and marked confidential."""
    words = wording("identification")
    slots: dict[str, tuple[Block, ...]] = {
        "person": (_person(matter),),
        "rows": (_rows(matter),),
        "signature": (SignatureBlock((_name(matter),), "Petitioner (full name)"),),
    }
    blocks = assemble(words.parts, Scope(slots=slots).within(matter_scope(matter)))
    return Paper("identification", words.name, words.footer, Form.PLAIN, blocks, public=False)


def _name(matter: Matter) -> Inline:
    said = matter.facts.petitioner
    return Fact("petitioner.name", said.name, said_by(said.attested)) if said.name else missing("petitioner.name")


def _person(matter: Matter) -> Block:
    rows = tuple(((Text(label),), value) for label, value in _lines(matter))
    return Table("Who the petitioner is", ("Particular", "Petitioner"), rows, (0.35, 0.65))


def _lines(matter: Matter) -> Iterator[tuple[str, Inlines]]:
    said, person, file = matter.facts.petitioner, matter.record.person, matter.record.file
    yield "Full name", (_name(matter),)
    if said.also_known_as:
        yield "Also known as", (Fact("petitioner.also_known_as", listed(said.also_known_as), said_by(said.attested)),)
    if person.names:
        yield "Names on the record", (Fact("person.names", "; ".join(name.name for name in person.names), file),)
    birth = said.birth_date
    told = Fact("petitioner.birth_date", day_words(birth), said_by(said.attested)) if birth else None
    yield "Date of birth", (told or missing("petitioner.birth_date"),)
    if others := [day_words(day) for day in person.birth_dates if day != birth]:
        yield "Other dates of birth on the record", (Fact("person.birth_dates", listed(tuple(others)), file),)
    if person.cii:
        yield "CII number", (Fact("person.cii", ", ".join((person.cii, *person.other_cii)), file),)
    for tag, number in person.numbers:
        if tag == "FBI":
            yield "FBI number", (Fact("person.fbi", number, file),)


def _rows(matter: Matter) -> Block:
    body = tuple(
        (
            (Text(str(row.number)),),
            _case(matter, row),
            _booking(matter, row),
            (arrest_day(matter, row),),
            (agency(matter, row),),
            offense(matter, row, cited=True),
        )
        for row in matter.rows
    )
    header = (
        "Item",
        "Case and count",
        "Booking, inmate and other numbers",
        "Day of arrest",
        "Arresting agency",
        "Offense",
    )
    return Table("Case and booking numbers", header, body, (0.08, 0.19, 0.18, 0.17, 0.21, 0.17))


def _case(matter: Matter, row: Row) -> Inlines:
    if not row.item.case:
        return (Text("no case for this charge" if Note.BESIDE_A_CASE in row.item.notes else "no case filed"),)
    case = Fact(row.record_key("case"), row.item.case, source(matter, row.item.source))
    return (case, Text(f", count {row.item.count}"))


def _booking(matter: Matter, row: Row) -> Inlines:
    text = listed(tuple(dict.fromkeys(_numbers(matter, row))))
    return (
        Fact(row.record_key("booking"), text, source(matter, row.item.source)) if text else Text("not on the record"),
    )


def _numbers(matter: Matter, row: Row) -> Iterator[str]:
    """Every number under which an agency may keep the arrest: those of its arrests, supplemental ones too, with every second
    number, then those of custody, probation and parole. A case's own number stands in its own column.
    """
    own = () if row.item.case else (row.item.number, *row.item.numbers)
    arrests = (number for event in arrests_of(matter, row) for number in _of_event(event))
    kept = (number for one in kept_of(matter, row) for number in one.numbers)
    for number in (*own, *arrests, *kept):
        if number and number != row.item.case:
            yield number


def _of_event(event: Event) -> Iterator[str | None]:
    yield from (event.number, *event.other_numbers)
    yield from (count.case for count in event.counts)
