import datetime as dt

import pytest

from vacatur.law import pack
from vacatur.law.parameters import Unit
from vacatur.law.service import Service, service_value

DAY = dt.date(2026, 11, 24)


@pytest.mark.parametrize(
    ("service", "amount", "unit"),
    [
        (Service.MAIL, 5, Unit.CALENDAR_DAYS),
        (Service.MAIL_OUT_OF_STATE, 10, Unit.CALENDAR_DAYS),
        (Service.MAIL_SAFE_AT_HOME, 12, Unit.CALENDAR_DAYS),
        (Service.MAIL_ABROAD, 20, Unit.CALENDAR_DAYS),
        (Service.OVERNIGHT, 2, Unit.COURT_DAYS),
        (Service.FAX, 2, Unit.COURT_DAYS),
        (Service.ELECTRONIC, 2, Unit.COURT_DAYS),
    ],
)
def test_each_way_of_service_adds_its_days(service: Service, amount: int, unit: Unit) -> None:
    value = service_value(service, DAY, pack())

    assert value is not None
    assert (value.number, pack().parameter_of(value.parameter).unit) == (amount, unit)


def test_service_in_person_adds_nothing() -> None:
    assert service_value(Service.IN_PERSON, DAY, pack()) is None
