from tests.unit.drafting.matters import SAID, but, matter
from vacatur.drafting.agency_names import agency_name, bound
from vacatur.drafting.blocks import Fact, Missing
from vacatur.records.facts import AgencyName
from vacatur.records.source import Source

PLACE = Source(1, 12)


def test_the_law_data_gives_the_full_name() -> None:
    assert agency_name(matter(), "CAHP EAST LOS ANGELES", PLACE) == Fact(
        "agency.cahp_east_los_angeles.name", "California Highway Patrol", "sheet.txt, page 1, line 12"
    )
    assert agency_name(matter(), "CADJ", None, "item.x.agency") == Fact(
        "item.x.agency", "California Department of Justice", "sheet.txt"
    )


def test_where_it_does_not_the_attested_name_stands_with_its_source() -> None:
    facts = but(agencies=(AgencyName("CAPD  Atlantis", "Atlantis Police Department", SAID),))

    assert agency_name(matter(facts), "CAPD ATLANTIS", PLACE) == Fact(
        "agency.capd_atlantis.name", "Atlantis Police Department", "Client, interview of 2026-03-04"
    )


def test_a_short_form_alone_is_a_bracket() -> None:
    assert agency_name(matter(), "CAPD ATLANTIS", PLACE) == Missing(
        "agency.capd_atlantis.name", "full name of the agency that the sheet calls CAPD ATLANTIS"
    )


def test_a_state_order_reaches_all_but_federal_agencies() -> None:
    assert bound(matter(), "CAPD LOS ANGELES")
    assert bound(matter(), "CAPD ATLANTIS")
    assert not bound(matter(), "USCI DUBLIN")
