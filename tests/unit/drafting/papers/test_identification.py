from dataclasses import replace

from tests.unit.drafting.matters import FACTS, FULL_NAME, but, papers, text
from tests.unit.drafting.sheets import count, custody, with_events
from vacatur.drafting.blocks import Form
from vacatur.drafting.papers.identification import identification
from vacatur.drafting.writers.words import missing_of
from vacatur.records.item import Note
from vacatur.records.record import EventKind


def test_it_holds_what_no_public_paper_may_hold() -> None:
    words = text(papers()["identification"])

    for one in (
        FULL_NAME,
        "Ofi Canto",
        "February 29, 1988",
        "A99077001",
        "999077001",
        "3381207",
        "3894410",
        "5VY07111",
    ):
        assert one in words


def test_every_number_of_the_arrest_is_listed() -> None:
    made = with_events(
        count("CAPD GLENDALE", "647(b)", kind=EventKind.SUPPLEMENTAL_ARREST, other_numbers=("89894371",)),
        custody("CDC", "CASD CORRECTIONS", number="W991500"),
        supervision=("PROBATION: CAPR LOS ANGELES #X99311 EXP 2016",),
    )
    words = text(identification(made))

    assert words.count("3894410, 5505540, 89894371, W991500, and X99311") == 2


def test_a_second_number_of_the_booking_or_of_one_count_is_not_dropped() -> None:
    made = with_events()
    first, second = made.record.cycles
    arrest = second.events[0]
    counts = (replace(arrest.counts[0], case="S332840"), arrest.counts[1])
    second = replace(second, events=(replace(arrest, other_numbers=("CITE 77190",), counts=counts), second.events[1]))
    words = text(identification(replace(made, record=replace(made.record, cycles=(first, second)))))

    assert "3894410, CITE 77190, and S332840" in words


def test_where_the_sheet_gives_no_number_the_sheet_says_so() -> None:
    made = with_events()
    bare = replace(made.record.cycles[1], events=made.record.cycles[1].events[1:])
    words = text(identification(replace(made, record=replace(made.record, cycles=(bare,)), rows=made.rows[1:])))

    assert words.count("not on the record") == 2


def test_a_charge_without_a_case_is_told_apart_from_an_arrest_without_one() -> None:
    made = with_events()
    first, *others = made.rows
    beside = replace(first.item, notes=(Note.BESIDE_A_CASE,))
    charged = replace(made, rows=(replace(first, planned=replace(first.planned, item=beside)), *others))

    assert "no case filed" in text(identification(made))
    assert "no case for this charge" in text(identification(charged))


def test_it_is_a_plain_page_that_is_filed_and_served_and_never_public() -> None:
    paper = papers()["identification"]

    assert (paper.form, paper.public, paper.filed, paper.served) == (Form.PLAIN, False, True, True)


def test_the_petitioner_adopts_her_initials_as_her_signature_under_penalty_of_perjury() -> None:
    words = text(papers()["identification"])

    assert "I sign the petition and my declaration by the initials O.B.C." in words
    assert "under penalty of perjury under the laws of the State of California" in words


def test_a_name_or_birth_date_that_nobody_gave_is_a_bracket_even_where_the_sheet_has_one() -> None:
    facts = but(petitioner=replace(FACTS.petitioner, name=None, birth_date=None))

    assert {one.key for one in missing_of(papers(facts)["identification"])} == {
        "petitioner.name",
        "petitioner.birth_date",
    }
