"""Lines of a disposition block: what became of the count, the level of conviction, the sentence (rap_sheet_format 7, 8)."""

from vacatur.reading.dispositions import kind_of, level_of
from vacatur.reading.event_state import EventState
from vacatur.reading.headers import Details
from vacatur.reading.lines import Line
from vacatur.reading.numbers import other_numbers
from vacatur.reading.text import after_colon
from vacatur.records.record import DispositionKind


def take_disposition(state: EventState, line: Line, text: str) -> None:
    """`DISPO:` starts a disposition of the count above."""
    state.need_count(line)
    state.add_disposition(after_colon(text))
    state.mark_tail("dispo", line)


def take_status(state: EventState, line: Line, text: str) -> None:
    """`CONV STATUS:` the level of conviction."""
    if state.disposition is None:
        state.need_count(line)
        state.add_disposition("")
        state.ledger.warn_here("The conviction status on {place} has no disposition above it.")
    words = after_colon(text)
    level = level_of(words or text.split()[-1])
    if state.disposition is not None:
        state.disposition.level = level
    if level is not None:
        state.tail = None
    elif words:
        state.ledger.leave()
    else:
        state.mark_tail("status", line)


def take_sentence(state: EventState, line: Line, text: str) -> None:
    """`SEN:` the sentence: of the disposition above, or of a probation or custody event."""
    words = after_colon(text)
    holder = state.disposition or state.event
    if holder is not None and words:
        holder.sentence.lines.append(words)
    state.mark_tail("sentence", line)


def take_sentenced_from(state: EventState, line: Line, text: str) -> None:
    """`SEN FROM:` the court a custody or probation event comes from; its case number is the only link to the case."""
    if state.event is not None:
        state.event.note_numbers(other_numbers(text))
        state.event.comments.append(" ".join(text.split()))


def take_update(state: EventState, details: Details) -> None:
    """A day inside an event that has its own: what follows is an update. Words on its line are a disposition, or kept as a comment."""
    state.start_update(details.date_raw or "")
    if not details.rest:
        return
    if state.count is not None and kind_of(details.rest) is not DispositionKind.OTHER:
        state.add_disposition(details.rest)
    else:
        state.comments().append(details.rest)
