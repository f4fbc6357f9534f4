"""Lines of a count: its number, flags, charge, level, and the agency that made the arrest (rap_sheet_format 6)."""

import re

from vacatur.reading.charges import is_sentencing_line, looks_damaged, read_charge, take_level
from vacatur.reading.drafts import CountDraft
from vacatur.reading.event_state import EventState
from vacatur.reading.lines import Line
from vacatur.reading.numbers import other_numbers, plain_count, read_count, read_numbers, split_rest
from vacatur.reading.text import after_colon
from vacatur.reading.text_lines import take_text

_LABEL = re.compile(r"^[^:;.]*[:;.]")
DAMAGED_CODE = "The code of the charge on {place} looks damaged; it is kept as printed. Please look at it on the sheet."


def take_count(state: EventState, line: Line, text: str) -> None:
    """`CNT:` starts a count or a range of counts; a case number, a level or the charge may follow on its line."""
    plain = plain_count(text)
    if plain is not None:
        count = state.new_count(line, plain[0], plain[0])
        state.counted = True
        if plain[1] is not None and state.event is not None:
            state.event.take_numbers((plain[1],), count)
        return
    found = read_count(_LABEL.sub("", text, count=1))
    if found is None:
        state.ledger.leave()
        return
    if not found.range_ok:
        state.ledger.warn_here("The range of counts on {place} makes no sense; only its first count was read.")
    state.new_count(line, found.first, found.last)
    state.counted = True
    if found.rest:
        _take_numbers(state, line, found.rest)


def take_charge(state: EventState, line: Line, text: str) -> None:
    """The charge of the count in hand."""
    if is_sentencing_line(text):
        state.need_count(line).sentencing()
        return
    charge = read_charge(text)
    if charge is None:
        take_text(state, line, text)
    elif state.tail == "dispo" and charge.description is None and state.disposition is not None:
        state.disposition.text = f"{state.disposition.text} {text}"
    else:
        _count_for_charge(state, line).take(charge)
        if looks_damaged(charge):
            state.ledger.warn_here(DAMAGED_CODE)
        state.mark_tail("charge", line)


def _count_for_charge(state: EventState, line: Line) -> CountDraft:
    """Where a charge belongs: a second one after a disposition, or in an event without counts, is a count of its own."""
    count = state.need_count(line)
    if not count.has_charge or (state.counted and not count.dispositions):
        return count
    if state.counted:
        state.ledger.warn_here("The charge on {place} has no count number; it was read as a further count.")
    return state.new_count(line, count.last + 1, count.last + 1)


def take_toc(state: EventState, line: Line, text: str) -> None:
    """`TOC:`, the type of charge, on a line of its own."""
    rest, level = take_level(text)
    if state.count is None or rest:
        state.ledger.leave()
    if state.count is not None:
        state.count.level = state.count.level or level


def take_number(state: EventState, line: Line, text: str) -> None:
    """`#` with the number of a case, a booking or an inmate; a level or the charge may follow on its line."""
    _take_numbers(state, line, text)


def _take_numbers(state: EventState, line: Line, text: str) -> None:
    text, charge = split_rest(text)
    text, level = take_level(text)
    if state.count is not None:
        state.count.level = state.count.level or level
    if text:
        _note_numbers(state, text)
    if charge:
        take_charge(state, line, charge)


def _note_numbers(state: EventState, text: str) -> None:
    others = other_numbers(text)
    numbers = () if others else read_numbers(text)
    if state.event is None or not (others or numbers):
        state.ledger.leave()
        return
    state.event.take_numbers(numbers, state.count)
    state.event.note_numbers(others)


def take_paper(state: EventState, line: Line, text: str) -> None:
    """`CITE #`, `WARRANT #`, `CRT #`: the number of another paper."""
    if state.event is not None:
        state.event.note_numbers(other_numbers(text))


def take_flags(state: EventState, line: Line, text: str) -> None:
    """`-WARRANT -PROBATION REVO`: flags of the count, or of the event when they stand before its counts."""
    for piece in text.replace(" -", "\n").lstrip("-").split("\n"):
        flag = " ".join(piece.split())
        if flag and state.count is not None:
            state.count.flag(flag)
        elif flag and state.event is not None and flag not in state.event.flags:
            state.event.flags.append(flag)


def take_booked_by(state: EventState, line: Line, text: str) -> None:
    """`ARR BY:` the agency that made the arrest, when another one booked it."""
    agency, _ = take_level(after_colon(text))
    if agency:
        state.need_count(line).agency = " ".join(agency.split())
