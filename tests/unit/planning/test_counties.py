"""FICTIONAL."""

import pytest

from tests.unit.planning.planned import ARREST, NOWHERE, VAN_NUYS, sheet
from vacatur.law import pack
from vacatur.planning.counties import UNKNOWN, county_of, court_of
from vacatur.records.items import items_of


def county(row: str) -> str:
    return county_of(items_of(sheet(row))[0], pack())


@pytest.mark.parametrize(
    ("court", "found"),
    [
        ("CASC LOS ANGELES", "los_angeles"),
        ("CAMC VAN NUYS", "los_angeles"),
        ("CASC MCVAN NUYS", "los_angeles"),
        ("CASC ORANGE CO", "orange"),
        ("DISTRICT COURT RENO", UNKNOWN),
    ],
)
def test_a_count_belongs_to_its_court_s_county(court: str, found: str) -> None:
    assert county(VAN_NUYS.replace("CASC MC VAN NUYS", court)) == found


def test_an_arrest_belongs_to_the_county_of_the_agency() -> None:
    assert county(ARREST) == "los_angeles"


@pytest.mark.parametrize("agency", ["NVPD RENO", "CAHP"])
def test_an_agency_that_is_unknown_or_works_in_every_county_leaves_it_open(agency: str) -> None:
    assert county(ARREST.replace("CAPD LOS ANGELES", agency)) == UNKNOWN


def test_a_court_that_is_unknown_leaves_it_open_whatever_the_agency() -> None:
    assert county(NOWHERE.replace("NVPD RENO", "CAPD LOS ANGELES")) == UNKNOWN


def test_a_caption_names_the_superior_court_of_the_county() -> None:
    assert court_of("los_angeles", pack()) == "Superior Court of California, County of Los Angeles"
    assert court_of(UNKNOWN, pack()) is None
