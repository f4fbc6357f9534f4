import datetime as dt
from dataclasses import replace

from tests.unit.drafting.matters import charge
from tests.unit.drafting.sheets import count, custody, with_events
from vacatur.drafting.further import Further, further_records
from vacatur.records.record import EventKind
from vacatur.records.source import Source

DAY = dt.date(2014, 3, 11)


def test_a_sheet_whose_charges_are_all_answered_has_none() -> None:
    assert further_records(with_events()) == ()


def test_a_charge_that_was_combined_and_that_no_count_answers_is_told_with_its_items() -> None:
    made = with_events(count("CAPD GLENDALE", "647(b)", "484(a)"))

    assert further_records(made) == (
        Further("charge", Source(2, 20), DAY, "CAPD GLENDALE", (("PC", "484(a)"),), (2, 3)),
    )


def test_a_supplemental_arrest_is_told_whole_even_where_a_count_answers_it() -> None:
    (one,) = further_records(with_events(count("CAPD X", "647(b)", "484(a)", kind=EventKind.SUPPLEMENTAL_ARREST)))

    assert (one.kind, one.agency) == ("supplemental", "CAPD X")
    assert one.charges == (("PC", "647(b)"), ("PC", "484(a)"))
    assert one.rows == (2, 3)


def test_a_supplemental_arrest_without_charges_is_told_too() -> None:
    (one,) = further_records(with_events(count("CAPD X", kind=EventKind.SUPPLEMENTAL_ARREST)))

    assert one.charges == ()


def test_a_subdivision_of_a_charge_that_was_filed_is_answered() -> None:
    assert further_records(with_events(count("CAPD GLENDALE", "647"))) == ()


def test_a_charge_that_is_an_item_of_its_own_is_not_told_twice() -> None:
    assert further_records(with_events(lone=(count("CAPD GLENDALE", "484(a)"),))) == ()


def test_only_a_court_answers_a_charge() -> None:
    held = replace(custody("JAIL", "CASO LOS ANGELES"), counts=(charge(1, 70, "484(a)"),))

    assert len(further_records(with_events(count("CAPD GLENDALE", "484(a)"), held))) == 1
