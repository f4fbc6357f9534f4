"""FICTIONAL."""

from dataclasses import replace

from tests.unit.planning.planned import ARREST, COMPTON, NOWHERE, VAN_NUYS, VAN_NUYS_SAID, nexus, planned, saying, sheet
from vacatur.law import pack
from vacatur.planning.plan import ServiceList
from vacatur.planning.service import Served, served_for
from vacatur.records.items import items_of

CITY, COUNTY = "los_angeles_city_attorney", "los_angeles_county_district_attorney"


def lists(*rows: str, **changes: object) -> dict[str, ServiceList]:
    facts = saying(*changes.pop("said", ()), **changes)  # type: ignore[misc]
    return {one.prosecutor: one for one in planned(*rows, facts=facts).petitions[0].service}


def test_the_office_on_the_complaint_is_the_one_to_serve() -> None:
    served = lists(VAN_NUYS, said=(VAN_NUYS_SAID,))

    assert served == {CITY: ServiceList(CITY, "Los Angeles City Attorney", (1,), True)}


def test_a_felony_is_the_district_attorney_s_without_being_told() -> None:
    (served,) = lists(COMPTON).values()

    assert "District Attorney" in served.name
    assert served.certain


def test_a_misdemeanor_of_a_city_may_be_either_s_and_both_are_served() -> None:
    served = lists(VAN_NUYS)

    assert len(served) == 2
    assert CITY in served
    assert not any(one.certain for one in served.values())


def test_rows_of_one_office_stand_in_one_list() -> None:
    served = lists(ARREST, VAN_NUYS, said=(VAN_NUYS_SAID, nexus("B7735310", None)))

    assert served[CITY].rows == (1, 2)
    assert served[CITY].certain


def test_a_list_with_one_doubtful_row_is_not_certain() -> None:
    served = lists(ARREST, VAN_NUYS, said=(VAN_NUYS_SAID,))

    assert served[CITY].rows == (1, 2)
    assert not served[CITY].certain


def test_where_no_office_is_known_nobody_is_listed() -> None:
    assert lists(NOWHERE) == {}


def test_nobody_is_served_on_a_guess_among_several_cities() -> None:
    item = replace(items_of(sheet(ARREST))[0], arresting_agency="NVPD RENO")
    nameless = replace(item, arresting_agency=None)

    for one in (item, nameless):
        assert served_for(one, None, "los_angeles", pack()) == Served((), False)


def test_a_felony_by_an_unknown_agency_is_still_the_county_s() -> None:
    item = replace(items_of(sheet(COMPTON))[0], arresting_agency=None)

    assert served_for(item, None, "los_angeles", pack()).certain
