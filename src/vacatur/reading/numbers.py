"""Count numbers and case numbers: `CNT:001-004  #388555T,89894371` (rap_sheet_format 6)."""

import re
from dataclasses import dataclass

from vacatur.reading.charges import CHARGE_START, SECTIONS

_COUNT = re.compile(
    r"\s*(?P<first>[0OQU](?:\s+[0-9OQUIL]{1,2})(?=\s|[-#*(]|$)|-?\s*[0-9OQUILSB]{1,3})(?:\s*-\s*(?P<last>[0-9OQUIL]{1,3}))?(?=\s|[#*(]|$)\s*(?P<rest>.*)"
)
_DIGITS = str.maketrans({"O": "0", "Q": "0", "U": "0", "I": "1", "L": "1", "S": "5", "B": "8", " ": None, "-": None})
_INNER_CHARGE = re.compile(rf"(?<=\s)(?:{SECTIONS}\s*[A-Z]{{2}}\s?-|{CHARGE_START})")
_OTHER = re.compile(r"\b(CITE|WARRANT|CRT)\s*(?:NBR|NO)?\s*[#*]\s*:?\s*([A-Z0-9][A-Z0-9\-]*)")
_CASE_NUMBER = re.compile(r"\bCRT\s+CASE\s+N[BU][RM]\.?\s*[:#]?\s*([A-Z0-9][A-Z0-9\-]*)")
_SPLIT = re.compile(r"[,#]")
LONGEST_RANGE = 200
"""More counts than one charging paper holds: a longer range is a slip of the pen or of a scan, and only its first count is read."""


@dataclass(frozen=True, slots=True)
class CountLine:
    """A `CNT:` line. `last` is the end of a range, or the number itself. `range_ok` is false when a range made no sense."""

    first: int
    last: int
    rest: str
    range_ok: bool = True


_PLAIN = re.compile(r"CNT:([0-9]{1,3})(?:\s+#([0-9A-Z]*[0-9][0-9A-Z]*))?")


def plain_count(text: str) -> tuple[int, str | None] | None:
    """The number of a count line as it is usually printed, and the number of its case; `None` when there is more to it."""
    found = _PLAIN.fullmatch(text)
    return (int(found.group(1)), found.group(2)) if found is not None else None


def read_count(text: str) -> CountLine | None:
    """The number or range after `CNT:` and what follows; `None` when there is no number."""
    found = _COUNT.match(text)
    if found is None:
        return None
    first = int(found["first"].translate(_DIGITS) or "0")
    if found["last"] is None:
        return CountLine(first, first, found["rest"])
    last = int(found["last"].translate(_DIGITS) or "0")
    if first <= last < first + LONGEST_RANGE:
        return CountLine(first, last, found["rest"])
    return CountLine(first, first, found["rest"], range_ok=False)


def split_rest(text: str) -> tuple[str, str]:
    """What follows a count number: the part with the case number, and a charge when both stand on one line."""
    found = _INNER_CHARGE.search(f" {text}") if " " in text else None
    return (text[: max(found.start() - 1, 0)].strip(), text[found.start() - 1 :]) if found else (text.strip(), "")


def read_numbers(text: str) -> tuple[str, ...]:
    """The numbers after `#` (or `*`), one or two. Inner periods and closing marks are noise; letters, spaces and hyphens are not."""
    numbers = (" ".join(piece.replace(".", "").split()).strip(" .:;-*'") for piece in _SPLIT.split(text.lstrip("#*: ")))
    return tuple(number for number in numbers if any(c.isdigit() for c in number))


def other_numbers(text: str) -> tuple[str, ...]:
    """Numbers of other papers in a line: a court's case number plain, a citation's and a warrant's with its word."""
    if "CRT" not in text and "CITE" not in text and "WARRANT" not in text:
        return ()
    found = [number if word == "CRT" else f"{word} {number}" for word, number in _OTHER.findall(text)]
    found.extend(_CASE_NUMBER.findall(text))
    return tuple(found)
