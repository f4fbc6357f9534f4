"""FICTIONAL."""

import datetime as dt
from dataclasses import replace

import pytest

from vacatur.records.gathered import Gathered, heading_of, plain
from vacatur.records.item import ItemKind, Note
from vacatur.records.record import (
    Count,
    Disposition,
    DispositionKind,
    Event,
    EventKind,
    Level,
    SentenceKind,
    SentencePart,
)
from vacatur.records.source import Source

HERE = Source(2, 7)
COURT = Event(
    EventKind.COURT, HERE, dt.date(2014, 4, 2), "20140402", "CASC VAN NUYS", number="5VY02034", header="COURT:"
)


def said(kind: DispositionKind, level: Level | None = None) -> Disposition:
    return Disposition(kind, kind.value.upper(), HERE, level=level)


@pytest.mark.parametrize(
    ("printed", "read"),
    [("5VY-02034", "5VY02034"), ("CASC  van nuys", "CASCVANNUYS"), ("É 5", "5"), ("", ""), (None, "")],
)
def test_a_text_is_compared_by_its_plain_letters_and_digits(printed: str | None, read: str) -> None:
    assert plain(printed) == read


def test_a_heading_knows_juvenile_courts_strikes_and_all_numbers() -> None:
    heading = heading_of(replace(COURT, agency="CAJV X", other_numbers=("77", "5VY02034"), flags=("POTENTIAL STRIKE",)))

    assert (heading.juvenile, heading.strike_banner, heading.numbers) == (True, True, ("5VY02034", "77"))
    assert not heading_of(COURT).juvenile
    assert not heading_of(replace(COURT, agency=None, number=None)).numbers


def test_what_later_events_say_is_added_in_order_and_never_erased() -> None:
    count = Count(1, HERE, "PC", "484", dispositions=(said(DispositionKind.CONVICTED, Level.FELONY),))
    one = Gathered(ItemKind.COUNT, heading_of(COURT), count)
    one.add(replace(count, dispositions=(said(DispositionKind.REDUCED, Level.MISDEMEANOR),)))

    item = one.item({})

    assert [each.kind for each in item.dispositions] == [DispositionKind.CONVICTED, DispositionKind.REDUCED]
    assert (item.conviction_level, item.level) == (Level.FELONY, Level.MISDEMEANOR)


def test_a_note_stands_once() -> None:
    one = Gathered(ItemKind.COUNT, heading_of(COURT), None, Note.LATER_CYCLE)
    one.note(Note.LATER_CYCLE)

    assert one.item({}).notes == (Note.LATER_CYCLE,)


def test_an_item_without_a_count_line_stands_where_its_event_stands() -> None:
    one = Gathered(ItemKind.COUNT, heading_of(COURT), None)

    assert one.place() == (2, 7)
    assert not one.same_count(Count(1, HERE))
    assert not one.same_charge(Count(1, HERE))
    assert (one.item({}).count, one.item({}).section, one.item({}).source) == (1, None, HERE)


def test_the_sentence_of_an_event_covers_its_convicted_counts() -> None:
    sentence = (SentencePart(SentenceKind.FINE, "FINE"),)
    count = Count(1, HERE, "PC", "484", dispositions=(said(DispositionKind.CONVICTED),))

    item = Gathered(ItemKind.COUNT, heading_of(replace(COURT, sentence=sentence)), count).item({})

    assert item.sentence == sentence
    assert item.notes == (Note.SENTENCE_ELSEWHERE,)


def test_a_number_of_the_count_s_own_enters_its_id() -> None:
    own, shared = (
        Gathered(ItemKind.COUNT, heading_of(COURT), Count(1, HERE, "PC", "484", case=case)) for case in ("9", None)
    )

    assert own.item({}).id != shared.item({}).id
    assert own.item({}).numbers == ("9", "5VY02034")
