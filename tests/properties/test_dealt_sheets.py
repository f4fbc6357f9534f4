"""What holds for every sheet that can be dealt from the docket's words, clean or damaged."""

from hypothesis import given, settings
from hypothesis import strategies as st

from bench.corpus import deal, words
from demo.expected import expected
from demo.model import FictionalPerson
from demo.noise import VARIANTS, mixed, vary
from demo.pdf import text_pdf
from demo.score import score
from demo.sheet import sheet_pages, sheet_text
from vacatur.reading import read_pdf, read_text
from vacatur.records.as_json import record_json
from vacatur.records.record import Record

WORDS = words()
people = st.builds(deal, st.just(WORDS), st.integers(0, 99_999), st.integers(0, 99), st.integers(1, 8))
seeds = st.integers(0, 9_999)
rates = st.floats(0.0, 1.0)
few = settings(max_examples=40, deadline=None)


def places(record: Record) -> list[tuple[int, int]]:
    """Page and line of everything the record accounts for."""
    found = [(one.page, one.line) for part in (record.read_lines, record.unread, record.set_apart) for one in part]
    return sorted(set(found))


@few
@given(people, seeds, rates)
def test_every_line_of_a_damaged_sheet_has_its_place(person: FictionalPerson, seed: int, rate: float) -> None:
    text = mixed(sheet_text(person), seed, rate=rate)
    pages = text.removesuffix("\n").split("\f")

    record = read_text(text, file="sheet.txt")

    lines = [(page, line) for page, one in enumerate(pages, 1) for line in range(1, len(one.split("\n")) + 1)]
    assert [place for place in lines if place not in set(places(record))] == []


@few
@given(people)
def test_text_and_pdf_say_the_same(person: FictionalPerson) -> None:
    text = record_json(read_text(sheet_text(person), file="sheet"))
    pdf = record_json(read_pdf(text_pdf(sheet_pages(person)), file="sheet"))

    assert score(expected(person), text).wrong == ()
    assert score(expected(person), pdf).wrong == ()


@few
@given(people, st.sampled_from(sorted(VARIANTS)), seeds, rates)
def test_no_kind_of_damage_changes_what_is_read(person: FictionalPerson, variant: str, seed: int, rate: float) -> None:
    record = read_text(vary(sheet_text(person), variant, seed, rate=rate), file="sheet.txt")

    assert score(expected(person, as_printed=False), record_json(record)).wrong == ()


@few
@given(people, seeds)
def test_no_address_or_social_security_number_gets_into_the_record(person: FictionalPerson, seed: int) -> None:
    record = read_text(mixed(sheet_text(person), seed), file="sheet.txt")

    shown = str(record_json(record)["cycles"]) + str(record_json(record)["person"])
    assert all(number not in shown for number in person.identity.social)
