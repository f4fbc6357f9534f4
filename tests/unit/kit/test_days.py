from datetime import date

import pytest

from vacatur.kit.days import compact_day, day_or_none, iso


@pytest.mark.parametrize("raw", ["19840725", "1984.0725", "198407.25", "L9840725", "1984O725", "1984 0725"])
def test_it_reads_a_day_as_printed_and_as_scanned(raw: str) -> None:
    assert compact_day(raw) == date(1984, 7, 25)


@pytest.mark.parametrize("raw", ["19820002", "19830230", "1984072", "198407251", "", "ABCDEFGH", "00000101"])
def test_it_gives_nothing_for_what_is_no_day(raw: str) -> None:
    assert compact_day(raw) is None


def test_it_knows_leap_years() -> None:
    assert day_or_none(2024, 2, 29) == date(2024, 2, 29)
    assert day_or_none(2023, 2, 29) is None


def test_it_writes_iso_days_and_keeps_nothing_as_nothing() -> None:
    assert iso(date(2014, 3, 9)) == "2014-03-09"
    assert iso(None) is None
