"""Days given as options."""

import re
from datetime import date

from vacatur.cli import today
from vacatur.kit.errors import InputError

_SHAPE = re.compile(r"\d{4}-\d{2}-\d{2}")


def day_option(text: str, option: str) -> date:
    """The day written as YYYY-MM-DD. InputError names the option when it is not one."""
    try:
        if _SHAPE.fullmatch(text):
            return date.fromisoformat(text)
    except ValueError:
        pass
    raise InputError(f"{option} takes a day of the calendar written as YYYY-MM-DD, for example 2025-03-14.")


def as_of_option(text: str) -> date:
    """The day asked about: today or an earlier one, since nobody knows tomorrow's law."""
    day = day_option(text, "--as-of")
    if day > today.today():
        raise InputError("--as-of lies in the future: give today or an earlier day.")
    return day
