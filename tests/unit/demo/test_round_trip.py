"""What the generator meant is what the reader reads: the only test that knows both."""

import pytest

from demo.expected import expected
from demo.load import load_people
from demo.noise import VARIANTS, mixed, vary
from demo.pdf import text_pdf
from demo.score import score
from demo.sheet import sheet_pages, sheet_text
from vacatur.reading import read_pdf, read_text
from vacatur.records.as_json import record_json

BY_SLUG = pytest.mark.parametrize("person", load_people(), ids=lambda person: person.slug)


@BY_SLUG
def test_every_field_of_the_text_is_read_as_meant(person):
    record = read_text(sheet_text(person), file="sheet.txt")

    assert score(expected(person), record_json(record)).wrong == ()


@BY_SLUG
def test_every_field_of_the_pdf_is_read_as_meant(person):
    record = read_pdf(text_pdf(sheet_pages(person)), file="sheet.pdf")

    assert score(expected(person), record_json(record)).wrong == ()


@BY_SLUG
def test_no_line_of_a_clean_sheet_stays_unread(person):
    assert read_text(sheet_text(person), file="sheet.txt").unread == ()


@BY_SLUG
def test_every_count_points_to_the_line_it_was_read_from(person):
    lines = [page.split("\n") for page in sheet_text(person).split("\f")]
    record = read_text(sheet_text(person), file="sheet.txt")

    for cycle in record.cycles:
        for event in cycle.events:
            for count in event.counts:
                line = lines[count.source.page - 1][count.source.line - 1]
                assert line.startswith("CNT:") or count.description in line


@BY_SLUG
def test_addresses_and_social_security_numbers_are_set_apart(person):
    text = sheet_text(person)
    record = read_text(text, file="sheet.txt")

    apart = " ".join(one.text for one in record.set_apart)
    shown = str(record_json(record)["cycles"]) + str(record_json(record)["person"])
    for number in person.identity.social:
        assert number in apart
        assert number not in shown
    assert ("ADR-" in text) == ("ADR" in apart)
    assert "FICTION" not in shown
    assert "UNREAL ST" not in shown


def share(damaged):
    """Fields right of fields expected, over the whole docket."""
    results = [
        score(expected(person, as_printed=False), record_json(read_text(damaged(sheet_text(person)), file="sheet.txt")))
        for person in load_people()
    ]
    return sum(one.right for one in results) / sum(one.expected for one in results)


@pytest.mark.parametrize("variant", VARIANTS)
def test_damage_to_the_print_does_not_change_what_is_read(variant):
    for person in load_people():
        record = read_text(vary(sheet_text(person), variant, 1), file="sheet.txt")

        assert score(expected(person, as_printed=False), record_json(record)).wrong == (), person.slug


@pytest.mark.parametrize("seed", range(3))
def test_a_little_of_every_damage_leaves_all_but_a_few_fields_right(seed):
    assert share(lambda text: mixed(text, seed)) >= 0.99
