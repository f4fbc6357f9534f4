"""Lines with no known beginning: the rest of what stands above them, a charge in words, an agency; or unread."""

from vacatur.reading.charges import is_doubtful, take_level
from vacatur.reading.comment_lines import end_comment, open_comment
from vacatur.reading.dispositions import level_of
from vacatur.reading.drafts import CountDraft, DispositionDraft
from vacatur.reading.event_state import EventState
from vacatur.reading.headers import is_agency, read_details
from vacatur.reading.lines import Line
from vacatur.reading.set_apart import sensitive

DOUBTFUL_CHARGE = "The section or the code of the charge on {place} could not be read; it is kept as words. Please look at it on the sheet."
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
_SHORT_WORDS = frozenset(("SS", "CC", "CS", "JL", "YR", "MO", "DS"))
_DIRT_LENGTH = 3
"""Lines as short as this inside a sentence are dirt, unless they are a word of sentences."""


def take_text(state: EventState, line: Line, text: str) -> None:
    """Give the line to what stands above it, or leave it unread."""
    if line.hint and sensitive(text) is not None:
        end_comment(state)
        open_comment(state, line, text)
        return
    if _goes_on(state, line, text):
        return
    count, event = state.count, state.event
    if count is not None and _wants_words(state, count) and len(text) > _DIRT_LENGTH:
        _take_words(count, text)
        if is_doubtful(text):
            state.ledger.warn_here(DOUBTFUL_CHARGE)
        state.mark_tail("charge", line)
    elif event is not None and event.agency is None and not state.counted and (event.date_raw or is_agency(text)):
        state.take_details(event, read_details(text))
    else:
        state.ledger.leave()


def _goes_on(state: EventState, line: Line, text: str) -> bool:
    above = state.tail_line
    deeper = above is not None and line.indent > above.indent
    if state.tail == "sentence" and (deeper or any(word in text for word in _SENTENCE_WORDS)):
        _add_to_sentence(state, text)
        return True
    if state.tail == "status" and state.disposition is not None and _is_level(text):
        state.disposition.level = level_of(text)
        state.tail = None
        return True
    if state.tail == "dispo" and deeper and state.disposition is not None:
        _add_to_disposition(state, state.disposition, text)
        return True
    if state.tail == "charge" and deeper and state.count is not None and state.count.description:
        _add_to_words(state.count, text)
        return True
    return False


def _is_level(text: str) -> bool:
    """The level of a conviction alone, on the line after `CONV STATUS:`."""
    return len(text.split()) == 1 and level_of(text) is not None


def _add_to_disposition(state: EventState, disposition: DispositionDraft, text: str) -> None:
    """Wrapped words may be sensitive only together with those above them ("COMM STATE" and "HOSP")."""
    disposition.text = f"{disposition.text} {text}"
    kind = sensitive(disposition.text)
    if kind is not None and state.event is not None:
        state.event.guarded = True
        state.ledger.apart(kind)


def _wants_words(state: EventState, count: CountDraft) -> bool:
    return not count.has_charge and count.description is None and state.disposition is None


def _take_words(count: CountDraft, text: str) -> None:
    """A charge in words only, without a section (`TRAFFIC VIOLATION`, `SEE COMMENT FOR CHARGE`)."""
    text, level = take_level(text)
    count.description = text or None
    count.level = count.level or level


def _add_to_words(count: CountDraft, text: str) -> None:
    text, level = take_level(text)
    count.description = f"{count.description} {text}".strip()
    count.level = count.level or level


def _add_to_sentence(state: EventState, text: str) -> None:
    holder = state.disposition or state.event
    if holder is None or (len(text) <= _DIRT_LENGTH and text.strip(",.") not in _SHORT_WORDS):
        state.ledger.leave()
    else:
        holder.sentence.lines.append(text)
