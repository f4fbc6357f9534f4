"""Days and counts as a pleading writes them."""

from datetime import date

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_SMALL = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")


def day_words(day: date) -> str:
    """March 9, 2014."""
    return f"{MONTHS[day.month - 1]} {day.day}, {day.year}"


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
