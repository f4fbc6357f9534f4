"""FICTIONAL."""

import datetime as dt
from dataclasses import replace

import pytest

from tests.unit.planning.planned import ARREST, COMPTON, NOWHERE, VAN_NUYS, VAN_NUYS_SAID, nexus, planned, saying, sheet
from vacatur.kit.errors import InputError
from vacatur.law import pack
from vacatur.planning.plan import ServiceList
from vacatur.planning.service import Served, case_of, served_for
from vacatur.records.items import items_of

SECOND = VAN_NUYS.replace("| 1 | PC | 647(b)", "| 2 | PC | 148.9(a)")
CITY, COUNTY = "los_angeles_city_attorney", "los_angeles_county_district_attorney"


def lists(*rows: str, **changes: object) -> dict[str, ServiceList]:
    facts = saying(*changes.pop("said", ()), **changes)  # type: ignore[misc]
    return {one.prosecutor: one for one in planned(*rows, facts=facts).petitions[0].service}


def test_the_office_on_the_complaint_is_the_one_to_serve() -> None:
    served = lists(VAN_NUYS, said=(VAN_NUYS_SAID,))

    assert served == {CITY: ServiceList(CITY, "Los Angeles City Attorney", (1,), True)}


def test_one_case_has_one_prosecutor_so_its_other_counts_follow() -> None:
    (served,) = lists(VAN_NUYS, SECOND, said=(VAN_NUYS_SAID,)).values()

    assert (served.prosecutor, served.rows, served.certain, served.unsure) == (CITY, (1, 2), True, ())


def test_a_count_that_is_not_asked_for_tells_the_prosecutor_of_the_others() -> None:
    outside = nexus("9AR04417", dt.date(2008, 3, 9))
    (served,) = lists(VAN_NUYS, SECOND, said=(outside,)).values()

    assert (served.prosecutor, served.rows, served.certain) == (CITY, (1,), True)


def test_another_case_does_not_follow() -> None:
    other = VAN_NUYS.replace("9AR04417", "9AR09999")
    served = lists(VAN_NUYS, other, said=(VAN_NUYS_SAID,))

    assert served[CITY].rows == (1, 2)
    assert served[CITY].unsure == (2,)


def test_two_offices_for_one_case_are_refused_without_a_fact() -> None:
    district = nexus("9AR04417", None, count=2, prosecutor="los_angeles_district_attorney")

    with pytest.raises(InputError, match="different prosecutors for two counts of one case") as refused:
        lists(VAN_NUYS, SECOND, said=(VAN_NUYS_SAID, district))

    assert "9AR04417" not in str(refused.value)


def test_a_case_is_its_court_and_its_number_however_they_are_spaced() -> None:
    item = items_of(sheet(VAN_NUYS))[0]

    assert case_of(replace(item, case="9AR 04417")) == case_of(item)
    assert case_of(replace(item, agency="CASC COMPTON")) != case_of(item)
    assert case_of(items_of(sheet(ARREST))[0]) is None


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
    assert served[CITY].unsure == (1,)


def test_where_no_office_is_known_nobody_is_listed() -> None:
    assert lists(NOWHERE) == {}


def test_nobody_is_served_on_a_guess_among_several_cities() -> None:
    item = replace(items_of(sheet(ARREST))[0], arresting_agency="NVPD RENO")
    nameless = replace(item, arresting_agency=None)

    for one in (item, nameless):
        assert served_for(one, None, "los_angeles", pack()) == Served((), False)


def test_a_statewide_agency_tells_nothing_of_who_prosecuted() -> None:
    item = replace(items_of(sheet(ARREST))[0], arresting_agency="CAHP EAST LOS ANGELES")

    assert served_for(item, None, "los_angeles", pack()) == Served((), False)


def test_a_felony_by_an_unknown_agency_is_still_the_county_s() -> None:
    item = replace(items_of(sheet(COMPTON))[0], arresting_agency=None)

    assert served_for(item, None, "los_angeles", pack()).certain
