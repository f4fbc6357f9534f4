"""Whom to serve: the office that obtained the conviction, or that had the charging decision (PC 236.14(c))."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from vacatur.kit.errors import InputError
from vacatur.law.pack import Pack
from vacatur.law.prosecutors import ProsecutorKind, candidates
from vacatur.nexus.match import fold
from vacatur.planning.plan import PlannedItem, ServiceList
from vacatur.records.facts import Nexus
from vacatur.records.item import Item

Case = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Served:
    """The offices for one item. `certain` is false when the data alone cannot say which of them prosecuted."""

    offices: tuple[str, ...]
    certain: bool


def offices_of_cases(items: Iterable[Item], said: Mapping[str, Nexus], pack: Pack) -> dict[Case, str]:
    """The office attested for each case: one complaint has one, so what is attested for one count holds for all of them.

    InputError when an attested office is not one the law data knows, or when two counts of a case name different ones.
    """
    found: dict[Case, str] = {}
    for item in items:
        office = _attested(said.get(item.id), pack)
        case = case_of(item)
        if office is None or case is None:
            continue
        if found.setdefault(case, office) != office:
            raise InputError(
                "The facts name different prosecutors for two counts of one case: one office prosecutes a case. "
                "Read the complaint, and give each count of the case the office it names."
            )
    return found


def case_of(item: Item) -> Case | None:
    """What tells one case from another: its court and its number, however the sheet spaces them. `None` for an arrest."""
    return (fold(item.agency or ""), fold(item.case)) if item.case else None


def _attested(nexus: Nexus | None, pack: Pack) -> str | None:
    office = nexus.prosecutor if nexus else None
    if office is not None and pack.prosecutor(office) is None:
        raise InputError("The facts about an item name a prosecutor that the law data does not know: use one it lists.")
    return office


def served_for(item: Item, office: str | None, county: str, pack: Pack) -> Served:
    """The attested office of the item or of its case, when there is one, for the complaint names it; else every candidate
    of the law data.

    Nobody is served on a guess among several cities: a petition shows that a person is a victim, so no office that had
    nothing to do with her may learn of it. Then no office is named and the plan asks for it.
    """
    if office is not None:
        return Served((office,), True)
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


def office_of(item: Item, nexus: Nexus | None, of_cases: Mapping[Case, str], pack: Pack) -> str | None:
    """The office attested for the item, or else for another count of its case."""
    case = case_of(item)
    return _attested(nexus, pack) or (of_cases.get(case) if case else None)


def _agency(item: Item, pack: Pack) -> str | None:
    """The arresting agency of a county. A statewide one arrests in every city, and so tells nothing of who prosecuted."""
    agency = pack.agency(item.arresting_agency) if item.arresting_agency else None
    return agency.id if agency and agency.county else None


def service_lists(items: Iterable[PlannedItem], unsure: Iterable[int], pack: Pack) -> tuple[ServiceList, ...]:
    """One list for each office, by the first row it is served for. `unsure` are the rows whose office is not certain."""
    rows: dict[str, list[int]] = {}
    for planned in items:
        for office in planned.prosecutors:
            rows.setdefault(office, []).append(planned.row)
    doubtful = set(unsure)
    return tuple(_list(office, tuple(served), doubtful, pack) for office, served in rows.items())


def _list(office: str, rows: tuple[int, ...], doubtful: set[int], pack: Pack) -> ServiceList:
    known = pack.prosecutor(office)
    unsure = tuple(row for row in rows if row in doubtful)
    return ServiceList(office, known.name if known else office, rows, certain=not unsure, unsure=unsure)
