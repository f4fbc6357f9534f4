"""When a term on a sheet runs out: whole years, months and days from a day."""

import calendar
import datetime as dt

_MONTHS_A_YEAR = 12
_IN_EVERY_MONTH = 28


def after(day: dt.date, years: int = 0, months: int = 0, days: int = 0) -> dt.date:
    """The day a term ends. A month without that day gives its last one (January 31 and a month: the end of February)."""
    year, month = divmod((day.year + years) * _MONTHS_A_YEAR + day.month - 1 + months, _MONTHS_A_YEAR)
    month += 1
    last = day.day if day.day <= _IN_EVERY_MONTH else min(day.day, calendar.monthrange(year, month)[1])
    ends = dt.date(year, month, last)
    return ends + dt.timedelta(days=days) if days else ends
