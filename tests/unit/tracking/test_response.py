import datetime as dt

from vacatur.law import pack
from vacatur.tracking.events import Filed, Happened, Happening
from vacatur.tracking.response import responses


def test_each_prosecutor_has_a_clock_from_its_own_receipt() -> None:
    events = (
        Happened(Happening.RECEIVED, dt.date(2026, 10, 12), "los_angeles_city_attorney"),
        Happened(Happening.RECEIVED, dt.date(2026, 10, 14), "los_angeles_district_attorney"),
    )
    filed = Filed("pc_236_14", ("los_angeles_city_attorney", "los_angeles_district_attorney"), events=events)

    found = [clock.due.raw_day for clock in responses(filed, dt.date(2026, 10, 20), pack()) if clock.due]

    assert found == [dt.date(2026, 11, 26), dt.date(2026, 11, 28)]


def test_an_office_that_is_not_in_the_data_is_called_by_its_id() -> None:
    filed = Filed("pc_236_14", ("county_counsel",), events=(Happened(Happening.FILED, dt.date(2026, 10, 1)),))

    (clock,) = responses(filed, dt.date(2026, 10, 1), pack())

    assert "on county_counsel," in clock.next_step
