from dataclasses import replace

from tests.unit.drafting.matters import FACTS, HURT, TRAFFICKED, but, papers, text
from tests.unit.drafting.sheets import count, with_events
from vacatur.drafting.blocks import JudgeBlock
from vacatur.drafting.papers.order_to_seal import order_to_seal
from vacatur.drafting.writers.words import missing_of
from vacatur.records.facts import Facts
from vacatur.records.item import Note
from vacatur.records.record import EventKind


def words(facts: Facts = FACTS, *reliefs: str) -> str:
    return text(papers(facts, *reliefs)["order-to-seal"])


def test_section_236_14_sets_its_times() -> None:
    found = words()

    assert (
        "within one year from the date of the arrest, or within 90 days after the date of this order, whichever occurs later"
        in found
    )
    assert "shall destroy its records within one year of the date of this order" in found
    assert "the Department of Justice shall notify petitioner and petitioner’s counsel" in found


def test_section_236_15_sets_longer_times_and_no_day_for_destruction() -> None:
    found = words(but(victimizations=(HURT,)), "pc_236_15")

    assert "within three years from the date of the arrest, or within one year after the date of this order" in found
    assert "shall thereafter destroy its records" in found
    assert "further action that carries out the section" in found
    assert "90 days" not in found


def test_items_that_plead_both_get_the_wider_order() -> None:
    found = words(but(victimizations=(TRAFFICKED, HURT)), "pc_236_14", "pc_236_15")

    assert "90 days" in found
    assert "three years" not in found


def test_it_points_to_the_confidential_sheet_and_never_to_a_booking_number() -> None:
    assert "confidential identification sheet" in words()
    assert "3381207" not in words()


def test_agencies_of_section_236_14_are_all_there() -> None:
    found = words()

    for name in (
        "Los Angeles Police Department",
        "California Department of Justice",
        "Los Angeles County Probation Department",
    ):
        assert name in found
    for clause in "ABCDE":
        assert f"(k)(1)({clause})" in found


def test_further_charges_and_supplemental_arrests_stand_beside_their_items() -> None:
    made = with_events(
        count("CAPD GLENDALE", "484(a)"),
        count("CAPD BURBANK", kind=EventKind.SUPPLEMENTAL_ARREST),
        count(None, kind=EventKind.SUPPLEMENTAL_ARREST),
    )
    found = text(order_to_seal(made))

    for one in (
        "Further charge of the arrest",
        "Pen. Code, § 484, subd. (a)",
        "Supplemental arrest",
        "March 11, 2014",
        "Burbank Police Department",
        "a charge the record does not name",
    ):
        assert one in found
    assert "5505540" not in found


def test_a_charge_that_was_not_filed_with_the_others_is_not_called_an_arrest_without_a_case() -> None:
    made = with_events()
    first, *others = made.rows
    beside = replace(first.item, notes=(Note.BESIDE_A_CASE,))
    charged = replace(made, rows=(replace(first, planned=replace(first.planned, item=beside)), *others))

    assert "Arrest, no case filed" in text(order_to_seal(made))
    assert "Arrest charge that no count of a case answers" in text(order_to_seal(charged))
    assert "Arrest, no case filed" not in text(order_to_seal(charged))


def test_an_agency_known_only_in_short_is_asked_for() -> None:
    made = with_events(arrested_by="CAPD ATLANTIS", booked_by="CASO LOS ANGELES")

    assert {one.key for one in missing_of(order_to_seal(made))} == {"agency.capd_atlantis.name"}


def test_the_judge_signs() -> None:
    assert isinstance(papers()["order-to-seal"].blocks[-1], JudgeBlock)
