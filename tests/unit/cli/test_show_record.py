import datetime as dt

from vacatur.cli.show_record import show_record
from vacatur.records.person import Name, Person
from vacatur.records.record import (
    Count,
    Cycle,
    Disposition,
    DispositionKind,
    Event,
    EventKind,
    Level,
    NumberKind,
    Record,
    SentenceKind,
    SentencePart,
    SetApart,
    SetApartKind,
    UnreadLine,
)
from vacatur.records.source import Source

HERE = Source(1, 1)
JAIL = SentencePart(SentenceKind.JAIL, "10 DAYS JAIL", days=10)
CONVICTED = Disposition(
    DispositionKind.CONVICTED, "CONVICTED", HERE, date=dt.date(2014, 4, 2), level=Level.MISDEMEANOR, sentence=(JAIL,)
)
COUNT = Count(1, HERE, "PC", "647(B)", "DISORDERLY CONDUCT", charged_level=Level.MISDEMEANOR, dispositions=(CONVICTED,))
COURT = Event(
    EventKind.COURT,
    HERE,
    date=dt.date(2014, 4, 2),
    agency="CAMC VAN NUYS",
    number="5VY02034",
    number_kind=NumberKind.CASE,
    counts=(COUNT,),
)
PERSON = Person(cii="A12345678", names=(Name("01", "ROE,RIA"),), birth_dates=(dt.date(1990, 1, 2),))


def shown(**changes: object) -> str:
    parts: dict[str, object] = {"person": PERSON, "cycles": (Cycle((COURT,), HERE),)}
    return "\n".join(show_record(Record("sheet.txt", **(parts | changes))))  # type: ignore[arg-type]


def test_it_shows_person_case_count_disposition_and_sentence() -> None:
    page = shown()

    assert page.startswith("sheet.txt: 1 page, 1 cycle")
    assert "  Names  01 ROE,RIA" in page
    assert "  2014-04-02  COURT  CAMC VAN NUYS, case 5VY02034" in page
    assert "     1. PC 647(B) DISORDERLY CONDUCT (charged M)" in page
    assert "        2014-04-02  convicted (M): CONVICTED" in page
    assert "          jail: 10 DAYS JAIL" in page


def test_an_unreadable_date_is_shown_as_printed() -> None:
    event = Event(EventKind.ARREST, HERE, date_raw="2014O402")

    assert "  2014O402  ARREST  agency not stated" in shown(cycles=(Cycle((event,), HERE),))


def test_a_charge_that_could_not_be_read_says_so() -> None:
    event = Event(EventKind.ARREST, HERE, counts=(Count(1, HERE),))

    assert "charge not read" in shown(cycles=(Cycle((event,), HERE),))


def test_lines_that_were_not_understood_are_shown_with_their_place() -> None:
    page = shown(unread=(UnreadLine(2, 7, "SMUDGE"),))

    assert "Not understood: 1 line" in page
    assert "  page 2 line 7: SMUDGE" in page


def test_texts_set_apart_are_counted_and_never_shown() -> None:
    page = shown(set_apart=(SetApart(1, 3, SetApartKind.SSN, "SOC/000-00-0000"),))

    assert "1 line with sensitive details" in page
    assert "000-00" not in page


def test_warnings_come_last() -> None:
    assert shown(warnings=("A date lies in the future.",)).endswith("- A date lies in the future.")
