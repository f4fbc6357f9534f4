"""Lines of a comment: where it starts, which lines go on with it, and what it gives to the count once it is whole."""

from vacatur.reading.comments import ChargeInComment, OpenComment, read_comment
from vacatur.reading.drafts import CountDraft, EventDraft
from vacatur.reading.event_state import EventState
from vacatur.reading.lines import Line
from vacatur.reading.numbers import LONGEST_RANGE
from vacatur.reading.text import after_colon
from vacatur.records.record import SetApartKind

_SOFT = frozenset(
    (
        "text",
        "charge",
        "number",
        "flags",
        "paper",
        "level",
        "transport",
        "name_code",
        "birth",
        "day",
        "identity",
        "banner",
    )
)
"""Kinds of line that may also be the next line of a comment, when they stand deeper than its first."""

_ADDRESS_KINDS = frozenset(("text", "number", "flags", "banner", "transport"))
"""Kinds of line that go on with an address wherever they stand: too much set apart is better than an address shown."""


def take_comment(state: EventState, line: Line, text: str) -> None:
    """`COM:` starts a comment."""
    open_comment(state, line, after_colon(text))


def open_comment(state: EventState, line: Line, text: str) -> None:
    """Start a comment (also `DCN:`, `RECVD BY:`, `ADR:` on lines of their own); further lines are added until something else begins."""
    state.comment = OpenComment(line.indent, state.comments())
    add_to_comment(state, state.comment, text)
    state.tail = None


def goes_on(state: EventState, kind: str, line: Line, text: str) -> bool:
    """Is this a further line of the open comment? Then take it."""
    comment = state.comment
    if comment is None or kind not in _SOFT or not _belongs(state, comment, kind, line):
        return False
    add_to_comment(state, comment, text)
    return True


def _belongs(state: EventState, comment: OpenComment, kind: str, line: Line) -> bool:
    deeper = line.indent > comment.indent
    if comment.apart is SetApartKind.ADDRESS:
        return deeper or kind in _ADDRESS_KINDS
    if kind == "charge" and state.count is not None and not state.count.has_charge:
        return False
    return deeper or (kind == "text" and comment.indent == 0)


def add_to_comment(state: EventState, comment: OpenComment, text: str) -> None:
    """Add a line to the open comment, and set it apart where it is sensitive: an address from here on, other kinds as a whole."""
    comment.pieces.append(text)
    comment.indexes.append(state.ledger.now)
    kind = comment.apart or state.ledger.sensitive_here(text)
    if kind is None:
        return
    comment.apart = kind
    state.ledger.apart(kind)
    if kind is not SetApartKind.ADDRESS:
        for index in comment.indexes:
            state.ledger.apart(kind, index)


def end_comment(state: EventState) -> None:
    """Finish the open comment: keep its text, and take the charge, sentence and numbers it gives."""
    ended, state.comment = state.comment, None
    event = state.event
    if ended is None or event is None:
        return
    comment = read_comment(ended.pieces)
    if comment.text:
        ended.owner.append(comment.text)
    for found in comment.charges:
        _take_charge(event, state.count, found)
    if comment.sentence:
        (state.disposition or event).sentence.more.append(comment.sentence)
    event.note_numbers(comment.numbers)


def _take_charge(event: EventDraft, above: CountDraft | None, found: ChargeInComment) -> None:
    """`CHRG-` in a comment: the charge of the count it names, of the count above, or of counts it adds."""
    if above is None:
        return
    if found.more:
        last = max(count.last for count in event.counts)
        _add_count(event, above, found, last + 1, last + found.more)
    elif found.first is not None:
        _take_named(event, above, found, found.first, found.last or found.first)
    elif not above.has_charge:
        above.charge(found.charge)


def _take_named(event: EventDraft, above: CountDraft, found: ChargeInComment, first: int, last: int) -> None:
    """`CNT 02 CHRG-`: the count it names takes the charge, and is added where the sheet has no such count."""
    named = [count for count in event.counts if count.first >= first and count.last <= last]
    for count in named:
        if not count.has_charge:
            count.charge(found.charge)
    if not named and first <= last < first + LONGEST_RANGE:
        _add_count(event, above, found, first, last)


def _add_count(event: EventDraft, above: CountDraft, found: ChargeInComment, first: int, last: int) -> None:
    """A count that only a comment tells of; nothing is known of what became of it."""
    count = CountDraft(above.source, first, last)
    count.charge(found.charge)
    count.comments.append(f"Told by a comment of count {above.first}.")
    event.counts.append(count)
