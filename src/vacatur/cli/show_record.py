"""A record as a page for people. Texts set apart (addresses, Social Security numbers, medical lines) are counted, not shown."""

from collections.abc import Iterator

from vacatur.cli.layout import heading, pairs, wrapped
from vacatur.records.person import Person
from vacatur.records.record import Count, Cycle, Disposition, Event, Record, SentencePart


def show_record(record: Record) -> Iterator[str]:
    """Line after line: the person, the cycles, then everything that was not understood."""
    yield f"{record.file}: {_many(record.pages, 'page')}, {_many(len(record.cycles), 'cycle')}"
    yield from heading("Person")
    yield from _person(record.person)
    for number, cycle in enumerate(record.cycles, 1):
        yield from heading(f"Cycle {number}")
        yield from _cycle(cycle)
    yield from _left_over(record)


def _person(person: Person) -> Iterator[str]:
    yield from pairs(
        [
            ("CII", ", ".join(number for number in (person.cii, *person.other_cii) if number)),
            ("Names", "; ".join(f"{name.code} {name.name}" for name in person.names)),
            ("Born", ", ".join(day.isoformat() for day in person.birth_dates)),
            ("Sex", person.sex),
            ("Race", person.race),
        ]
    )


def _cycle(cycle: Cycle) -> Iterator[str]:
    for event in cycle.events:
        yield from _event(event)


def _event(event: Event) -> Iterator[str]:
    day = event.date.isoformat() if event.date else (event.date_raw or "no date")
    where = event.agency or "agency not stated"
    number = f", {event.number_kind or 'number'} {event.number}" if event.number else ""
    yield from wrapped(f"{day}  {event.kind.upper()}  {where}{number}", indent=2)
    for count in event.counts:
        yield from _count(count)
    yield from _sentence(event.sentence, indent=6)
    for comment in event.comments:
        yield from wrapped(comment, indent=6, mark="note: ")


def _count(count: Count) -> Iterator[str]:
    charge = f"{count.code} {count.section}" if count.code and count.section else "charge not read"
    words = [charge, count.description or "", f"(charged {count.charged_level})" if count.charged_level else ""]
    attempt = "attempt: " if count.attempt else ""
    yield from wrapped(attempt + " ".join(word for word in words if word), indent=4, mark=f"{count.number:>2}. ")
    for disposition in count.dispositions:
        yield from _disposition(disposition)


def _disposition(disposition: Disposition) -> Iterator[str]:
    day = disposition.date.isoformat() if disposition.date else (disposition.date_raw or "no date")
    level = f" ({disposition.level})" if disposition.level else ""
    yield from wrapped(f"{day}  {disposition.kind}{level}: {disposition.text}", indent=8)
    yield from _sentence(disposition.sentence, indent=10)


def _sentence(parts: tuple[SentencePart, ...], indent: int) -> Iterator[str]:
    for part in parts:
        yield from wrapped(part.text, indent, mark=f"{part.kind}: ")


def _left_over(record: Record) -> Iterator[str]:
    if record.unread:
        yield from heading(f"Not understood: {_many(len(record.unread), 'line')}")
        for line in record.unread:
            yield f"  page {line.page} line {line.line}: {line.text}"
    if record.set_apart:
        yield from heading("Set apart")
        yield from wrapped(f"{_many(len(record.set_apart), 'line')} with sensitive details, not shown here.", indent=2)
    if record.warnings:
        yield from heading("Warnings")
        for warning in record.warnings:
            yield from wrapped(warning, indent=2, mark="- ")


def _many(count: int, noun: str) -> str:
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"
