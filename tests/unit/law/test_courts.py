from dataclasses import replace

import pytest

from vacatur.law import pack
from vacatur.law.courts import COUNTIES, FROM_NAME, Courts
from vacatur.law.pack import CALIFORNIA
from vacatur.law.table import read_table

COUNTIES_OF_TODAY = read_table(CALIFORNIA, COUNTIES).texts("counties")

PLACES = [
    "ALHAMBRA",
    "BELLFLOWER",
    "BEVERLY HILLS",
    "BURBANK",
    "COMPTON",
    "CULVER CITY",
    "DOWNEY",
    "EAST LOS ANGELES",
    "EL MONTE",
    "GLENDALE",
    "HOLLYWOOD",
    "HUNTINGTON PARK",
    "INGLEWOOD",
    "LANCASTER",
    "LONG BEACH",
    "LOS ANGELES",
    "LOS ANGELES CENTRAL",
    "LOS ANGELES METRO",
    "LOS ANGELES COMPTON",
    "LOS ANGELES LANCASTER",
    "LOS ANGELES LONG BCH",
    "LOS ANGELES PASADENA",
    "LOS ANGELES POMONA",
    "LOS ANGELES S MONICA",
    "LOS ANGELES SN FERNDO",
    "LOS ANGELES TORRANCE",
    "LOS ANGELES VAN NUYS",
    "MONROVIA",
    "NEWHALL",
    "PASADENA",
    "POMONA",
    "SAN FERNANDO",
    "SAN PEDRO",
    "SANTA MONICA",
    "SOUTH GATE",
    "VAN NUYS",
    "WEST COVINA",
    "WEST LA AIRPORT",
    "WEST LOS ANGELES",
    "WHITTIER",
]


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("prefix", ["CASC ", "CAMC ", "CASC MC ", "CASC MC"])
def test_every_los_angeles_string_names_the_superior_court(prefix: str, place: str) -> None:
    court = pack().court(f"{prefix}{place}")

    assert court is not None
    assert (court.county, court.name) == ("los_angeles", "Superior Court of California, County of Los Angeles")


@pytest.mark.parametrize(
    ("agency", "id_"),
    [
        ("CASC LOS ANGELES", "los_angeles/superior"),
        ("CASC MCVAN NUYS", "los_angeles/van_nuys"),
        ("CASC MC VAN NUYS", "los_angeles/van_nuys"),
        ("casc  los angeles   long bch", "los_angeles/long_beach"),
        ("CASC MCMONROVIA", "los_angeles/monrovia"),
        ("CAJV LOS ANGELES", "los_angeles/superior"),
        ("CASC SAN FRANCISCO CO", "san_francisco/superior"),
        ("CASC SN BERDO", "san_bernardino/superior"),
        ("CASC ORANGE", "orange/superior"),
        ("CASU ORANGE", "orange/superior"),
        ("CASC SAN DIEGO", "san_diego/superior"),
        ("CASC SN DIEGO CO", "san_diego/superior"),
        ("CASC FULLERTON", "orange/fullerton"),
        ("CASC SANTA ANA", "orange/santa_ana"),
        ("CASC SNTA ANA", "orange/santa_ana"),
        ("CASC ORANGE FULLERTON", "orange/fullerton"),
        ("CAMC VISTA", "san_diego/vista"),
        ("CASC INDIO", "riverside/indio"),
        ("CASC VICTORVILLE", "san_bernardino/victorville"),
        ("CASC INGLEWOOD", "los_angeles/inglewood"),
        ("CASC LOS ANGELES INGLEWOOD", "los_angeles/inglewood"),
        ("LOS ANGELES INGLEWOOD", "los_angeles/inglewood"),
        ("SC LOS ANGELES INGLEWOOD", "los_angeles/inglewood"),
        ("INGLEWOOD", "los_angeles/inglewood"),
        ("LOS ANGELES", "los_angeles/superior"),
        ("CASC LOS ANGELES COUNTY", "los_angeles/superior"),
        ("CASC S GATE", "los_angeles/south_gate"),
        ("CASC E LOS ANGELES", "los_angeles/east_los_angeles"),
        ("CASC WEST LA", "los_angeles/west_los_angeles"),
        ("CASC W LA AIRPORT", "los_angeles/airport"),
    ],
)
def test_a_court_is_found_by_the_line_of_a_sheet(agency: str, id_: str) -> None:
    court = pack().court(agency)

    assert court is not None
    assert court.id == id_


@pytest.mark.parametrize(
    "agency",
    [
        *("CAPD LOS ANGELES", "CASC NOWHERE", "", "CASC", "USFD LOS ANGELES", "NVSC CLARK", "ORANGE COUNTY SHERIFF"),
        *("CASC LAKE ELSINORE", "CASC MONTEREY PARK", "CASC ORANGE VISTA", "SCOTTS VALLEY"),
    ],
)
def test_what_is_no_known_court_is_not_guessed(agency: str) -> None:
    assert pack().court(agency) is None


def test_a_county_taken_from_the_printed_name_is_marked() -> None:
    named, listed = pack().court("CASC SAN DIEGO"), pack().court("CASC FULLERTON")

    assert named is not None
    assert listed is not None
    assert (named.from_name, named.note) == (True, FROM_NAME)
    assert (listed.from_name, listed.county) == (False, "orange")
    assert listed.cite == "Superior Court of California, County of Orange, Locations"


@pytest.mark.parametrize("prefix", ["CASC ", "CASU ", "CAMC ", "CASC MC", "SC "])
def test_every_county_is_found_by_its_own_name(prefix: str) -> None:
    law = pack()
    for county in COUNTIES_OF_TODAY:
        court = law.court(f"{prefix}{county.upper()}")
        assert court is not None
        assert court.name == f"Superior Court of California, County of {county}"


def test_shortened_words_that_may_name_two_courts_are_not_guessed() -> None:
    courts = Courts(CALIFORNIA, pack().citation)
    courts._by_place["SAN MONICA"] = replace(courts.all[0], id="elsewhere/san_monica")

    assert courts.find("CASC S MONICA") is None
    assert courts.find("CASC SANTA MONICA") is not None


def test_there_are_58_counties() -> None:
    assert len(COUNTIES_OF_TODAY) == 58
    assert pack().courts.county_name("los_angeles") == "Los Angeles"
    assert pack().courts.county_name("san_luis_obispo") == "San Luis Obispo"
    assert pack().courts.county_name("clark") is None
