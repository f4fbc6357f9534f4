"""Extra days for the way papers were served (CCP 1013, 1010.6)."""

import datetime as dt
from enum import StrEnum

from vacatur.law.pack import Pack
from vacatur.law.parameters import Value


class Service(StrEnum):
    """How papers were served."""

    IN_PERSON = "in_person"
    MAIL = "mail"
    MAIL_OUT_OF_STATE = "mail_out_of_state"
    MAIL_SAFE_AT_HOME = "mail_safe_at_home"
    MAIL_ABROAD = "mail_abroad"
    OVERNIGHT = "overnight"
    FAX = "fax"
    ELECTRONIC = "electronic"


_PARAMETERS = {
    Service.MAIL: "service/mail_in_california_days",
    Service.MAIL_OUT_OF_STATE: "service/mail_out_of_state_days",
    Service.MAIL_SAFE_AT_HOME: "service/mail_safe_at_home_days",
    Service.MAIL_ABROAD: "service/mail_abroad_days",
    Service.OVERNIGHT: "service/overnight_court_days",
    Service.FAX: "service/fax_court_days",
    Service.ELECTRONIC: "service/electronic_court_days",
}


def service_value(service: Service, day: dt.date, pack: Pack) -> Value | None:
    """How much a way of service adds, or `None` for service in person."""
    id_ = _PARAMETERS.get(service)
    return pack.parameter(id_, day) if id_ else None
