from dataclasses import replace

import pytest

from tests.unit.drafting.matters import record
from tests.unit.drafting.sheets import with_events
from vacatur.drafting.agency_keys import SUPERVISION, agency_key, agency_of_key
from vacatur.records.source import Source


@pytest.mark.parametrize(
    ("printed", "key"),
    [("CAHP EAST LOS ANGELES", "agency.cahp_east_los_angeles.name"), (" capd  st. x ", "agency.capd_st_x.name")],
)
def test_a_key_is_the_short_form_in_small_letters(printed: str, key: str) -> None:
    assert agency_key(printed) == key


def test_a_key_leads_back_to_the_entry_of_the_sheet() -> None:
    assert agency_of_key(record(), agency_key("CAPD LOS ANGELES")) == ("CAPD LOS ANGELES", Source(1, 5))
    assert agency_of_key(record(), "agency.nobody.name") is None


def test_the_agency_of_an_arr_by_line_is_found_too() -> None:
    made = with_events(arrested_by="CAPD ATLANTIS", booked_by="CASO LOS ANGELES")

    assert agency_of_key(made.record, agency_key("CAPD ATLANTIS")) == ("CAPD ATLANTIS", Source(1, 14))


def test_the_supervision_block_has_an_agency_and_no_place() -> None:
    made = record()
    block = ("PROBATION: EXP:20160912 CAPR ATLANTIS #X99311 EXP 2016", "PROBATION: EXP:20160912")
    supervised = replace(made, person=replace(made.person, supervision=block))

    assert agency_of_key(supervised, agency_key("CAPR ATLANTIS")) == ("CAPR ATLANTIS", None)


@pytest.mark.parametrize(
    ("text", "agency"),
    [
        ("PAROLE: CDC CAPA LOS ANGELES #W995221", "CAPA LOS ANGELES"),
        ("PROBATION: EXP:20160912 CAPR LOS ANGELES #X99311 EXP 2016", "CAPR LOS ANGELES"),
        ("PROBATION: CAPR LOS ANGELES", "CAPR LOS ANGELES"),
    ],
)
def test_the_agency_of_a_supervision_block_ends_before_its_number(text: str, agency: str) -> None:
    found = SUPERVISION.match(text)

    assert found is not None
    assert found[2] == agency
