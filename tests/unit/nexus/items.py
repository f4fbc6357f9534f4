"""FICTIONAL. Items made by hand for the tests of nexus."""

import datetime as dt

from vacatur.records.item import DateIs, Item, ItemKind
from vacatur.records.source import Source

ARRESTED = dt.date(2014, 3, 9)


def item(number: str | None = "9AR04417", count: int = 1, **other: object) -> Item:
    """One count of a case, arrested on a Sunday in March 2014."""
    values: dict[str, object] = {
        "id": f"{number}-{count}",
        "kind": ItemKind.COUNT,
        "source": Source(1, 1),
        "number": number,
        "numbers": (number,) if number else (),
        "case": number,
        "count": count,
        "date": ARRESTED,
        "date_is": DateIs.ARREST,
        "arrest_date": ARRESTED,
        "court_date": dt.date(2014, 4, 2),
    }
    return Item(**{**values, **other})  # type: ignore[arg-type]
