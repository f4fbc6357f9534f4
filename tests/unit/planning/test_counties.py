"""FICTIONAL."""

import pytest

from tests.unit.planning.planned import ARREST, NOWHERE, VAN_NUYS, planned, saying, sheet
from vacatur.kit.errors import InputError
from vacatur.law import pack
from vacatur.planning.counties import UNKNOWN, county_of, court_of
from vacatur.records.facts import Nexus
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


SECOND = NOWHERE.replace("| 1 |", "| 2 |").replace("484(a)", "488")


@pytest.mark.parametrize("written", ["los_angeles", "Los Angeles", "LOS ANGELES County"])
def test_a_county_that_was_attested_settles_the_question_for_every_count_of_the_case(written: str) -> None:
    plan = planned(NOWHERE, SECOND, VAN_NUYS, facts=saying(Nexus("1ZZ00001", 1, county=written)))

    assert [one.county for one in plan.petitions] == ["los_angeles"]
    assert not any(gap.key.endswith(".county") for gap in plan.gaps)


def test_without_it_the_county_is_asked() -> None:
    assert any(gap.key == "nexus.1ZZ00001.1.county" for gap in planned(NOWHERE).gaps)


@pytest.mark.parametrize(
    ("row", "said", "words"),
    [
        (NOWHERE, (Nexus("1ZZ00001", 1, county="Washoe"),), "a county that California does not have"),
        (VAN_NUYS, (Nexus("9AR04417", 1, county="orange"),), "another county than that of its court"),
        (
            NOWHERE,
            (Nexus("1ZZ00001", 1, county="orange"), Nexus("1ZZ00001", 2, county="kern")),
            "two counts of one case different counties",
        ),
    ],
)
def test_a_county_that_cannot_be_is_refused(row: str, said: tuple[Nexus, ...], words: str) -> None:
    with pytest.raises(InputError, match=words):
        planned(row, SECOND, facts=saying(*said))


def test_an_arrest_takes_its_county_from_the_facts_too() -> None:
    highway = ARREST.replace("CAPD LOS ANGELES", "CAHP")

    assert planned(highway, facts=saying(Nexus("B7735310", 1, county="kern"))).petitions[0].county == "kern"
