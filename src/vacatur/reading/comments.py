"""Comments (`COM:`): most are kept as text; some hold a charge, the rest of a sentence or a case number (rap_sheet_format 6, 8, 9)."""

import re
from dataclasses import dataclass

from vacatur.reading.charges import Charge, read_charge
from vacatur.reading.numbers import LONGEST_RANGE, other_numbers
from vacatur.reading.set_apart import without_sensitive
from vacatur.records.record import SetApartKind

_CHARGE = re.compile(
    r"(?:\bC[NH]TS?\s*[:.]?\s*(?P<first>[0-9]{1,3})(?:\s*-\s*(?P<last>[0-9]{1,3}))?\s*[-,:]?\s*)?"
    r"\bCHRG\s*[-:;.]?\s*"
    r"(?:(?P<more>[0-9]{1,3})\s+ADD(?:L|'?L|ITIONAL)?\s+C(?:OUN|N)?TS?\s+OF\s+)?"
)
_SENTENCE = re.compile(r"\b(?:SEN\s?-\s?X|X\s?SEN)\s*[,:;\-]*\s*(.*)")


@dataclass(frozen=True, slots=True)
class ChargeInComment:
    """A charge a comment gives: for the counts named (`CNT 01 CHRG-`), for the count above, or for `more` added counts."""

    charge: Charge
    first: int | None = None
    last: int | None = None
    more: int = 0


@dataclass(frozen=True, slots=True)
class Comment:
    """A comment read. `text` holds nothing sensitive; `apart` says what kind was taken out."""

    text: str
    apart: SetApartKind | None = None
    charges: tuple[ChargeInComment, ...] = ()
    sentence: str | None = None
    numbers: tuple[str, ...] = ()


class OpenComment:
    """A comment whose further lines may still come: its pieces, the lines they stand on, and the list it will be added to."""

    __slots__ = ("apart", "indent", "indexes", "owner", "pieces")

    def __init__(self, indent: int, owner: list[str]) -> None:
        self.indent = indent
        self.owner = owner
        self.pieces: list[str] = []
        self.indexes: list[int] = []
        self.apart: SetApartKind | None = None


def read_comment(pieces: list[str]) -> Comment:
    """Read a comment from its first line and those that continue it."""
    text, apart = without_sensitive(" ".join(" ".join(pieces).split()))
    sentence = _SENTENCE.search(text) if "SEN" in text else None
    return Comment(
        text,
        apart,
        _charges(text) if "CHRG" in text else (),
        sentence.group(1) if sentence else None,
        other_numbers(text) if "CRT" in text else (),
    )


def _charges(text: str) -> tuple[ChargeInComment, ...]:
    heads = list(_CHARGE.finditer(text))
    found: list[ChargeInComment] = []
    for head, following in zip(heads, [*heads[1:], None], strict=True):
        charge = read_charge(text[head.end() : following.start() if following else len(text)].strip(" ,;."))
        more = int(head["more"] or 0)
        if charge is not None and more <= LONGEST_RANGE:
            first = int(head["first"]) if head["first"] else None
            last = int(head["last"]) if head["last"] else first
            found.append(ChargeInComment(charge, first, last, more))
    return tuple(found)
