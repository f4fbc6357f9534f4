"""Which county's superior court hears an item: that of the court, or of the agency that arrested (Standards, std. 4.15)."""

from collections.abc import Iterable, Mapping

from vacatur.kit.errors import InputError
from vacatur.law.courts import superior_court
from vacatur.law.pack import Pack
from vacatur.planning.service import Case, case_of
from vacatur.records.facts import Nexus
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


def counties_of(items: Iterable[Item], said: Mapping[str, Nexus], pack: Pack) -> dict[str, str]:
    """The county of every item by its id: of the law data, else the one attested for the item or for another count of its case.

    InputError when an attested county is none of California's, or contradicts the law data or another count of the case.
    """
    all_of_them = list(items)
    found: dict[str, str] = {}
    of_cases: dict[Case, str] = {}
    for item in all_of_them:
        known, attested = county_of(item, pack), _attested(said.get(item.id), pack)
        if attested is not None and UNKNOWN != known != attested:
            raise InputError(
                "The facts give an item another county than that of its court or agency: check the docket, or leave the county out."
            )
        found[item.id] = attested or known
        case = case_of(item)
        if attested is not None and case is not None and of_cases.setdefault(case, attested) != attested:
            raise InputError("The facts give two counts of one case different counties: one court hears a case.")
    for item in all_of_them:
        case = case_of(item)
        if found[item.id] == UNKNOWN and case is not None:
            found[item.id] = of_cases.get(case, UNKNOWN)
    return found


def _attested(nexus: Nexus | None, pack: Pack) -> str | None:
    if nexus is None or nexus.county is None:
        return None
    county = "_".join(nexus.county.lower().removesuffix("county").split())
    if pack.courts.county_name(county) is None:
        raise InputError("The facts name a county that California does not have: write it like Los Angeles.")
    return county


def court_of(county: str, pack: Pack) -> str | None:
    """How a caption names the county's superior court; `None` for an unknown county. The courthouse is taken from the docket."""
    name = pack.courts.county_name(county)
    return superior_court(name) if name else None
