"""A pattern of arrests or convictions of certain offenses on separate occasions (PC 851.91(c)(2))."""

import datetime as dt
from collections.abc import Iterable
from itertools import pairwise

from vacatur.law.parameters import Value
from vacatur.records.item import Item
from vacatur.records.record import DispositionKind
from vacatur.screening.elements.sections import charge_named_in
from vacatur.screening.elements.terms import after
from vacatur.screening.situation import kinds_of


def conviction_days(items: Iterable[Item], sections: Value) -> list[dt.date]:
    """The separate days of standing convictions of the listed offenses."""
    return _days(item for item in items if stands_convicted(item) and charge_named_in(sections, item.code, item.charge))


def arrest_days(items: Iterable[Item], sections: Value) -> list[dt.date]:
    """The separate days of arrests for the listed offenses, whatever came of them."""
    return _days(item for item in items if charge_named_in(sections, item.code, item.charge))


def longest_run(days: list[dt.date], years: int) -> int:
    """How many occasions stand in a row, each within `years` of the one before."""
    longest = run = min(len(days), 1)
    for earlier, later in pairwise(days):
        run = run + 1 if later <= after(earlier, years) else 1
        longest = max(longest, run)
    return longest


def stands_convicted(item: Item) -> bool:
    """Whether the sheet shows a conviction that was not vacated. A dismissal under PC 1203.4 leaves a conviction."""
    kinds = kinds_of(item)
    return DispositionKind.CONVICTED in kinds and DispositionKind.VACATED not in kinds


def _days(items: Iterable[Item]) -> list[dt.date]:
    return sorted({day for item in items if (day := item.arrest_date or item.date) is not None})
