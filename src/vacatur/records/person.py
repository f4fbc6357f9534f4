"""The person a sheet is about, as the sheet's identity block tells it."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Name:
    """One name of the name table: the code other lines point to (`NAM:02` -> "02"), and the name as printed."""

    code: str
    name: str


@dataclass(frozen=True, slots=True)
class Person:
    """Identity block (rap_sheet_format 3). `birth_dates` has the primary first, then the others in order.

    `numbers` holds further identifiers by tag ("FBI", "CDL", "IDN", "INN", "MNU"); Social Security numbers are set apart.
    """

    cii: str | None = None
    other_cii: tuple[str, ...] = ()
    names: tuple[Name, ...] = ()
    monikers: tuple[str, ...] = ()
    birth_dates: tuple[date, ...] = ()
    sex: str | None = None
    race: str | None = None
    height: str | None = None
    weight: str | None = None
    eye: str | None = None
    hair: str | None = None
    birth_place: str | None = None
    citizenship: str | None = None
    occupations: tuple[str, ...] = ()
    numbers: tuple[tuple[str, str], ...] = ()
    supervision: tuple[str, ...] = ()
