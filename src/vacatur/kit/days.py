"""Days without a clock: what a sheet prints as a day, and how a sentence writes one."""

import re
from datetime import date

_COMPACT = re.compile(r"[0-9]{8}")
_LOOKALIKES = str.maketrans({"O": "0", "Q": "0", "I": "1", "L": "1", ".": None, " ": None})


def compact_day(raw: str) -> date | None:
    """The day a sheet prints as `YYYYMMDD`, stray periods and letters read for digits allowed; `None` for no day at all."""
    if _COMPACT.fullmatch(raw) is None:
        raw = raw.upper().translate(_LOOKALIKES)
        if _COMPACT.fullmatch(raw) is None:
            return None
    return day_or_none(int(raw[:4]), int(raw[4:6]), int(raw[6:]))


def day_or_none(year: int, month: int, day: int) -> date | None:
    """The day, or `None` where the calendar has no such day (30 February, month 0)."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def iso(day: date | None) -> str | None:
    """The day as ISO 8601 text, for JSON; `None` stays `None`."""
    return None if day is None else day.isoformat()
