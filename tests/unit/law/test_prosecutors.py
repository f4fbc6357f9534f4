import datetime as dt

import pytest

from vacatur.law import pack
from vacatur.law.prosecutors import Candidate, candidates
from vacatur.records.record import Level

DAY = dt.date(2026, 3, 1)
CITY, COUNTY = "los_angeles_city_attorney", "los_angeles_district_attorney"


def of(level: Level | None, agency: str | None, day: dt.date | None = DAY) -> tuple[Candidate, ...]:
    return candidates(pack().prosecutors("los_angeles"), county="los_angeles", level=level, agency=agency, day=day)


def ids(found: tuple[Candidate, ...]) -> list[str]:
    return [one.prosecutor.id for one in found]


def test_a_felony_is_the_district_attorneys() -> None:
    found = of(Level.FELONY, "los_angeles_police")

    assert ids(found) == [COUNTY]
    assert found[0].certain


def test_a_city_misdemeanor_is_the_citys_where_the_city_was_read_to_prosecute() -> None:
    found = of(Level.MISDEMEANOR, "los_angeles_police")

    assert ids(found) == [CITY]
    assert found[0].certain


def test_a_city_that_is_only_remembered_is_suggested_beside_the_county() -> None:
    found = of(Level.MISDEMEANOR, "torrance_police")

    assert ids(found) == ["torrance_city_attorney", COUNTY]
    assert not any(one.certain for one in found)


def test_before_the_day_of_the_data_nothing_is_certain() -> None:
    found = of(Level.MISDEMEANOR, "los_angeles_police", dt.date(2014, 3, 9))

    assert ids(found) == [CITY, COUNTY]
    assert not any(one.certain for one in found)


def test_a_misdemeanor_by_a_city_without_a_prosecutor_is_the_countys() -> None:
    found = of(Level.MISDEMEANOR, "glendale_police")

    assert ids(found) == [COUNTY]
    assert found[0].certain


@pytest.mark.parametrize(
    ("level", "agency", "day"),
    [(None, "los_angeles_police", DAY), (Level.MISDEMEANOR, None, DAY), (Level.MISDEMEANOR, "long_beach_police", None)],
)
def test_what_is_not_known_leaves_every_candidate_open(
    level: Level | None, agency: str | None, day: dt.date | None
) -> None:
    found = of(level, agency, day)

    assert COUNTY in ids(found)
    assert len(found) > 1
    assert not any(one.certain for one in found)


def test_ten_cities_prosecute_their_own_and_six_of_them_may_only_be_suggested() -> None:
    cities = [one for one in pack().prosecutors("los_angeles") if one.kind == "city"]

    assert len(cities) == 10
    assert {one.city for one in cities if one.confidence.may_decide} == {
        *("Los Angeles", "Long Beach", "Santa Monica", "Pasadena"),
    }


def test_an_office_is_found_by_its_id() -> None:
    office = pack().prosecutor(CITY)

    assert office is not None
    assert office.name == "Los Angeles City Attorney"
    assert pack().prosecutor("nobody") is None
