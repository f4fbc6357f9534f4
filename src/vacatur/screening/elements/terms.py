"""When a term on a sheet runs out: whole years, months and days from a day."""

import calendar
import datetime as dt

_MONTHS_A_YEAR = 12


def after(day: dt.date, years: int = 0, months: int = 0, days: int = 0) -> dt.date:
    """The day a term ends. A month without that day gives its last one (January 31 and a month: the end of February)."""
    whole = day.year * _MONTHS_A_YEAR + day.month - 1 + years * _MONTHS_A_YEAR + months
    year, month = whole // _MONTHS_A_YEAR, whole % _MONTHS_A_YEAR + 1
    last = calendar.monthrange(year, month)[1]
    return dt.date(year, month, min(day.day, last)) + dt.timedelta(days=days)
