import pytest

from vacatur.law import pack

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
    ],
)
def test_a_court_is_found_by_the_line_of_a_sheet(agency: str, id_: str) -> None:
    court = pack().court(agency)

    assert court is not None
    assert court.id == id_


@pytest.mark.parametrize("agency", ["CAPD LOS ANGELES", "CASC NOWHERE", "", "USFD LOS ANGELES", "LOS ANGELES"])
def test_what_is_no_known_court_is_not_guessed(agency: str) -> None:
    assert pack().court(agency) is None


def test_there_are_58_counties() -> None:
    assert pack().courts.county_name("los_angeles") == "Los Angeles"
    assert pack().courts.county_name("san_luis_obispo") == "San Luis Obispo"
    assert pack().courts.county_name("clark") is None
