"""Events of a cycle as the sheet prints them."""

from collections.abc import Iterator

from demo.counts import comment_lines, count_lines, sentence_lines
from demo.model import Happening
from demo.wrap import pair

HEADERS = {
    "arrest": "ARR/DET/CITE:",
    "court": "COURT:",
    "custody": "CUSTODY:JAIL",
    "probation": "PROBATION:",
    "applicant": "APPLICANT:",
    "registration": "REGISTRATION:",
    "supplemental_arrest": "SUPPLEMENTAL ARR:",
    "mental_health": "MENTAL HLTH CUS/SUPV",
    "deceased": "DECEASED:",
}
CYCLE = "* * * *"
EVENT = "- - - -"
STRIKE = (
    "     * * * * * * * * * * *",
    "     **   POTENTIAL FELONY STRIKE ENTRY   **",
    "     * * * * * * * * * * *",
)


def _header(event: Happening) -> str:
    words = event.header or HEADERS[event.kind]
    if event.name is None:
        return words
    named = pair(words, f"NAM:{event.name}", 22)
    return f"{named}  DOB:{event.birth_date}" if event.birth_date else named


def _number(event: Happening) -> str | None:
    return ",".join([event.number, *event.numbers]) if event.number else None


def _sentence(event: Happening) -> tuple[str, ...]:
    """What custody and probation events print in place of a disposition."""
    origin = [f"   SEN FROM: {event.sentence_from}"] if event.sentence_from else []
    return (*origin, *sentence_lines(event.sentence))


def event_lines(event: Happening) -> Iterator[str]:
    """Header, date and agency, counts, and what belongs to the event as a whole."""
    if not event.headless:
        yield _header(event)
    yield f"{event.date}  {event.agency}"
    if not event.headless:
        yield ""
    printed = [charge for charge in event.counts if not charge.unprinted]
    last = len(printed) - 1
    for place, charge in enumerate(printed):
        if place:
            yield ""
        yield from count_lines(
            charge, _number(event) if place == 0 else None, _sentence(event) if place == last else ()
        )
    yield from comment_lines(event.comments)
    if event.strike:
        yield from ("", *STRIKE)


def cycle_lines(events: tuple[Happening, ...]) -> Iterator[str]:
    """The separator of the cycle, and its events with theirs between."""
    yield CYCLE
    for place, event in enumerate(events):
        if place and event.separator:
            yield EVENT
        yield from event_lines(event)
