import datetime as dt

from vacatur.law import pack
from vacatur.law.stale import stale

DAY = dt.date(2027, 6, 29)


def test_the_oldest_check_comes_first() -> None:
    ages = [one.age_days for one in stale(pack(), DAY)]

    assert ages == sorted(ages, reverse=True)


def test_every_dated_piece_of_law_is_listed() -> None:
    files = {one.file for one in stale(pack(), DAY)}

    for expected in (
        "parameters/pc_236_14/response_days.toml",
        "violent/24.toml",
        "deadlines/seal-236.14.toml",
        "reliefs/pc_1473_7.toml",
        "calendar/2026.toml",
        "prosecutors/torrance_city_attorney.toml",
        "agencies/los_angeles_police.toml",
    ):
        assert expected in files


def test_the_age_is_counted_to_the_day_asked_about() -> None:
    found = {one.file: one for one in stale(pack(), DAY)}["parameters/pc_236_14/response_days.toml"]

    assert (found.checked_on, found.age_days, found.months) == (dt.date(2026, 6, 29), 365, 12)


def test_what_was_checked_later_has_no_age() -> None:
    assert {one.age_days for one in stale(pack(), dt.date(2025, 1, 1))} == {0}
