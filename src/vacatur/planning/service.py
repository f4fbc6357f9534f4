"""Whom to serve: the office that obtained the conviction, or that had the charging decision (PC 236.14(c))."""

from collections.abc import Iterable
from dataclasses import dataclass

from vacatur.kit.errors import InputError
from vacatur.law.pack import Pack
from vacatur.law.prosecutors import ProsecutorKind, candidates
from vacatur.planning.plan import PlannedItem, ServiceList
from vacatur.records.facts import Nexus
from vacatur.records.item import Item


@dataclass(frozen=True, slots=True)
class Served:
    """The offices for one item. `certain` is false when the data alone cannot say which of them prosecuted."""

    offices: tuple[str, ...]
    certain: bool


def served_for(item: Item, nexus: Nexus | None, county: str, pack: Pack) -> Served:
    """The attested office when there is one, for the complaint names it; else every candidate of the law data.

    Nobody is served on a guess among several cities: a petition shows that a person is a victim, so no office that had
    nothing to do with her may learn of it. Then no office is named and the plan asks for it.
    InputError when the attested office is not one the law data knows.
    """
    if nexus is not None and nexus.prosecutor is not None:
        if pack.prosecutor(nexus.prosecutor) is None:
            raise InputError(
                "A [[nexus]] entry names a prosecutor that the law data does not know: use an id it lists."
            )
        return Served((nexus.prosecutor,), True)
    found = candidates(
        pack.prosecutors(county),
        county=county,
        level=item.charged_level or item.level,
        agency=_agency(item, pack),
        day=item.arrest_date or item.court_date,
    )
    if sum(one.prosecutor.kind is ProsecutorKind.CITY for one in found) > 1:
        return Served((), False)
    return Served(tuple(one.prosecutor.id for one in found), bool(found) and all(one.certain for one in found))


def _agency(item: Item, pack: Pack) -> str | None:
    agency = pack.agency(item.arresting_agency) if item.arresting_agency else None
    return agency.id if agency else None


def service_lists(items: Iterable[PlannedItem], unsure: Iterable[int], pack: Pack) -> tuple[ServiceList, ...]:
    """One list for each office, by the first row it is served for. `unsure` are the rows whose office is not certain."""
    rows: dict[str, list[int]] = {}
    for planned in items:
        for office in planned.prosecutors:
            rows.setdefault(office, []).append(planned.row)
    doubtful = set(unsure)
    return tuple(_list(office, tuple(served), doubtful, pack) for office, served in rows.items())


def _list(office: str, rows: tuple[int, ...], unsure: set[int], pack: Pack) -> ServiceList:
    known = pack.prosecutor(office)
    name = known.name if known else office
    return ServiceList(office, name, rows, certain=unsure.isdisjoint(rows))
