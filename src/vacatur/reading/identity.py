"""The identity block: `TAG/value`, several to a line, with a table of names (rap_sheet_format 3)."""

import re
from datetime import date

from vacatur.kit.days import compact_day
from vacatur.kit.names import tidy_name
from vacatur.reading.set_apart import sensitive
from vacatur.records.person import Name, Person
from vacatur.records.record import SetApartKind

TAGS = "CII|DOB|SEX|RAC|HGT|WGT|EYE|HAIR|HAI|POB|CTZ|NAM|MON|FPC|FBI|CDL|DMV|IDN|SOC|INN|MNU|SMT|MDS|OCC"
_TAG = re.compile(rf"(?:^|(?<=\s))(?:({TAGS})\s?/|(FPC)\b)")
_NAME = re.compile(r"([0-9]{2,3})\s+(\S.*)")
_CII = re.compile(r"[AHM]?[0-9]{7,8}")
_TO_THE_END = frozenset(("NAM", "MON", "SMT", "OCC", "MNU", "FPC", "MDS"))
_PLAIN = {
    "SEX": "sex", "RAC": "race", "HGT": "height", "WGT": "weight", "EYE": "eye", "HAIR": "hair", "HAI": "hair", "POB": "birth_place",
    "CTZ": "citizenship",
}  # fmt: skip
_NUMBERS = frozenset(("FBI", "CDL", "DMV", "IDN", "INN"))
_MEASURES = frozenset(("HGT", "WGT"))
_DIGITS = str.maketrans("OQILSB", "001158")
_FIGURES = re.compile(r"[0-9]{2,3}")
_SKIPPED = frozenset(("FPC", "SMT"))
_SHORTEST_NAME = 3
"""A line shorter than this below a name is dirt, not the rest of the name."""


class IdentityBlock:
    """Collects the identity block, line by line."""

    def __init__(self) -> None:
        self.cii: list[str] = []
        self.birth_dates: list[date] = []
        self.names: list[Name] = []
        self.plain: dict[str, str] = {}
        self.monikers = ""
        self.occupations = ""
        self.numbers: list[tuple[str, str]] = []
        self.supervision: list[str] = []
        self.tag: str | None = None

    def take(self, text: str, *, hint: bool = False) -> tuple[bool, SetApartKind | None]:
        """Read a line that starts with a tag: was all of it understood, and must it be set apart? `hint` says that it may have to be."""
        apart: SetApartKind | None = None
        understood = True
        for tag, value in _pairs(text):
            self.tag = tag
            kept = _set_apart(tag) or (sensitive(value) if hint else None)
            apart = apart or kept
            understood = (kept is not None or self._value(tag, value)) and understood
        return understood, apart

    def go_on(self, text: str, *, hint: bool = False) -> tuple[bool, SetApartKind | None]:
        """Read a line without a tag: it belongs to the tag before."""
        if self.tag is None:
            return False, None
        apart = _set_apart(self.tag) or (sensitive(text) if hint else None)
        return apart is not None or self._value(self.tag, text), apart

    def _value(self, tag: str, value: str) -> bool:
        if not value or tag in _SKIPPED:
            return True
        if tag in _PLAIN:
            return self._plain(_PLAIN[tag], _figures(value) if tag in _MEASURES else value)
        if tag in _NUMBERS:
            self.numbers.extend((tag, number) for number in value.split())
            return True
        return self._listed(tag, value)

    def _plain(self, field: str, value: str) -> bool:
        if field in self.plain:
            return self.plain[field] == value
        self.plain[field] = value
        return True

    def _listed(self, tag: str, value: str) -> bool:
        if tag == "CII":
            return self._cii(value)
        if tag == "DOB":
            return self._birth_dates(value)
        if tag == "NAM":
            return self._name(value)
        if tag == "MON":
            self.monikers = f"{self.monikers} {value}"
        elif tag == "OCC":
            self.occupations = f"{self.occupations} {value}"
        else:
            self.numbers.append((tag, value))
        return True

    def _cii(self, value: str) -> bool:
        numbers = [word for word in value.split() if _CII.fullmatch(word)]
        self.cii.extend(numbers)
        return len(numbers) == len(value.split())

    def _birth_dates(self, value: str) -> bool:
        words = [word.strip(",;") for word in value.split()]
        days = [day for word in words if (day := compact_day(word))]
        self.birth_dates.extend(day for day in days if day not in self.birth_dates)
        return len(days) == len(words)

    def _name(self, value: str) -> bool:
        found = _NAME.fullmatch(value)
        if found is not None:
            self.names.append(Name(found[1], tidy_name(found[2])))
        elif not any(c.isalpha() for c in value) or len(value) < _SHORTEST_NAME:
            return False
        elif not self.names:
            self.names.append(Name("01", tidy_name(value)))
        else:
            last = self.names[-1]
            self.names[-1] = Name(last.code, tidy_name(f"{last.name} {value}"))
        return True

    def person(self) -> Person:
        """The block as a Person. The record's own CII number is the first with a letter; a consolidated one has none."""
        lettered = [number for number in self.cii if number[0].isalpha()]
        own = lettered[0] if lettered else (self.cii[-1] if self.cii else None)
        return Person(
            cii=own,
            other_cii=tuple(dict.fromkeys(number for number in self.cii if number != own)),
            names=tuple(self.names),
            monikers=_list(self.monikers),
            birth_dates=tuple(self.birth_dates),
            occupations=_list(self.occupations),
            numbers=tuple(dict.fromkeys(self.numbers)),
            supervision=tuple(self.supervision),
            **self.plain,
        )


def _pairs(text: str) -> list[tuple[str, str]]:
    """The tags of a line and their values. Lists and names run to the end of the line."""
    found = list(_TAG.finditer(text))
    pairs: list[tuple[str, str]] = []
    for index, tag in enumerate(found):
        name = tag[1] or tag[2]
        last = name in _TO_THE_END
        end = len(text) if last or index + 1 == len(found) else found[index + 1].start()
        pairs.append((name, text[tag.end() : end].strip()))
        if last:
            break
    return pairs


def _figures(value: str) -> str:
    """A height (feet and two digits of inches) or a weight, with the digits that a scan has made letters of: `5II` is 511."""
    figures = value.translate(_DIGITS)
    return figures if _FIGURES.fullmatch(figures) else value


def _set_apart(tag: str) -> SetApartKind | None:
    return {"SOC": SetApartKind.SSN, "MDS": SetApartKind.MEDICAL}.get(tag)


def _list(text: str) -> tuple[str, ...]:
    return tuple(" ".join(part.split()) for part in text.split(";") if part.strip())
