import pytest

from vacatur.law import pack
from vacatur.law.agencies import AgencyKind


@pytest.mark.parametrize(
    ("text", "id_"),
    [
        ("CAPD LOS ANGELES", "los_angeles_police"),
        ("capd  los angeles", "los_angeles_police"),
        ("ARR BY:CAPD LOS ANGELES", "los_angeles_police"),
        ("CASO LOS ANGELES", "los_angeles_sheriff"),
        ("CAPD LONG BCH", "long_beach_police"),
        ("CAPD S MONICA", "santa_monica_police"),
        ("CAPR LOS ANGELES", "los_angeles_probation"),
        ("CAHP EAST LOS ANGELES", "california_highway_patrol"),
        ("CAHP", "california_highway_patrol"),
        ("CAPA SANTA ANA", "california_parole"),
        ("CASD CORRECTIONS", "california_department_of_corrections"),
        ("CAYA NORWALK", "california_youth_authority"),
        ("USCI DUBLIN", "federal_prisons"),
    ],
)
def test_an_agency_is_found_by_the_line_of_a_sheet(text: str, id_: str) -> None:
    agency = pack().agency(text)

    assert agency is not None
    assert agency.id == id_


def test_what_is_unknown_is_not_guessed() -> None:
    assert pack().agency("CAPD ATLANTIS") is None
    assert pack().agency("CASC LOS ANGELES") is None
    assert pack().agency("CAHPX LOS ANGELES") is None
    assert pack().agency("CASD MOTOR VEHICLES") is None


def test_every_order_names_the_department_of_justice() -> None:
    always = [agency for agency in pack().agencies.all if agency.always_ordered]

    assert [agency.id for agency in always] == ["california_department_of_justice"]
    assert always[0].confidence.may_decide


def test_a_state_order_does_not_bind_federal_agencies() -> None:
    unbound = {agency.kind for agency in pack().agencies.all if not agency.bound}

    assert unbound == {AgencyKind.FEDERAL}
