"""Which county's superior court hears an item: that of the court, or of the agency that arrested (Standards, std. 4.15)."""

from vacatur.law.courts import superior_court
from vacatur.law.pack import Pack
from vacatur.records.item import Item, ItemKind

UNKNOWN = "unknown"


def county_of(item: Item, pack: Pack) -> str:
    """The county's id, or `unknown` when the law data does not know the court or the agency."""
    if item.kind is ItemKind.COUNT:
        court = pack.court(item.agency) if item.agency else None
        return court.county if court else UNKNOWN
    for name in (item.agency, item.arresting_agency):
        agency = pack.agency(name) if name else None
        if agency is not None and agency.county:
            return agency.county
    return UNKNOWN


def court_of(county: str, pack: Pack) -> str | None:
    """How a caption names the county's superior court; `None` for an unknown county. The courthouse is taken from the docket."""
    name = pack.courts.county_name(county)
    return superior_court(name) if name else None
