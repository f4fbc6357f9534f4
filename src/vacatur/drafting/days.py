"""Days and counts as a pleading writes them."""

import re
from datetime import date

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_ISO = re.compile(r"\b\d{4}-\d{2}-\d{2}\b")
_SMALL = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")


def day_words(day: date) -> str:
    """March 9, 2014."""
    return f"{MONTHS[day.month - 1]} {day.day}, {day.year}"


def iso_in_words(text: str) -> str:
    """A text with each ISO day in it written out: "Report of 2014-03-09" is "Report of March 9, 2014"."""
    return _ISO.sub(_written_out, text)


def _written_out(found: re.Match[str]) -> str:
    try:
        return day_words(date.fromisoformat(found[0]))
    except ValueError:
        return found[0]


def count_words(count: int) -> str:
    """A number in words below ten, in figures from there."""
    return _SMALL[count] if 0 <= count < len(_SMALL) else str(count)


def span_words(count: int, unit: str) -> str:
    """A span of law: "one year", "45 days"."""
    noun = {"calendar days": "day", "court days": "court day", "years": "year"}[unit]
    return f"{count_words(count)} {noun if count == 1 else noun + 's'}"


def listed(words: tuple[str, ...]) -> str:
    """a; a and b; a, b, and c."""
    if len(words) < 3:
        return " and ".join(words)
    return f"{', '.join(words[:-1])}, and {words[-1]}"
