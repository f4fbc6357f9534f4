"""Whether somebody is a minor on a day, by the day of birth."""

import datetime as dt

from vacatur.law.pack import Pack

YEARS = "majority/age_years"


def is_minor(born: dt.date, day: dt.date, pack: Pack) -> bool | None:
    """Whether somebody born on a day is still a minor on another. None where the law data is not sure enough to decide.

    One is of age from the first minute of the birthday (Fam. Code, § 6500); who was born on February 29, in a year without
    one, from March 1. LawError on a day before the law data begins.
    """
    adult = pack.parameter(YEARS, day)
    if not adult.confidence.may_decide:
        return None
    age = day.year - born.year - ((day.month, day.day) < (born.month, born.day))
    return age < adult.number
