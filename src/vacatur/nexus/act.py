"""The day of the act, or the day that stands in for it."""

import datetime as dt
from dataclasses import replace
from typing import NamedTuple

from vacatur.records.facts import Nexus
from vacatur.records.item import DateIs, Item


class ActDay(NamedTuple):
    """The day of the act when `date_is` is offense; otherwise a stand-in, and the act is on that day or earlier.

    A sheet gives arrest and court dates, never the day of the act (DESIGN section 5, Items). `day` is `None` when
    nothing on the sheet or in the facts gives a day.
    """

    day: dt.date | None
    date_is: DateIs

    @property
    def exact(self) -> bool:
        """Whether this is the day of the act itself."""
        return self.day is not None and self.date_is is DateIs.OFFENSE


def act_day(item: Item, nexus: Nexus | None) -> ActDay:
    """The attested day of the act, else the item's own date with what it is."""
    if nexus is not None and nexus.offense_date is not None:
        return ActDay(nexus.offense_date, DateIs.OFFENSE)
    return ActDay(item.date, item.date_is)


def with_act_day(item: Item, nexus: Nexus | None) -> Item:
    """The item with the attested day of the act as its date."""
    if nexus is None or nexus.offense_date is None:
        return item
    return replace(item, date=nexus.offense_date, date_is=DateIs.OFFENSE)
