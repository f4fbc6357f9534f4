"""Findings in, a plan out: one petition for each county, whom to serve, what is missing, what is left out and why."""

from collections.abc import Iterable, Mapping

from vacatur.law.pack import Pack
from vacatur.nexus.match import match
from vacatur.planning.cautions import cautions_of
from vacatur.planning.counties import UNKNOWN, counties_of, court_of
from vacatur.planning.gaps import each_once, gaps_of_facts, gaps_of_row
from vacatur.planning.left_out import left_out
from vacatur.planning.plan import Gap, Petition, Plan, PlannedItem
from vacatur.planning.pleading import VACATUR, Pleading, pleading_of
from vacatur.planning.service import Case, office_of, offices_of_cases, served_for, service_lists
from vacatur.planning.violence import violence_of
from vacatur.records.facts import Facts, Nexus
from vacatur.records.record import Record
from vacatur.screening.finding import Screening


def make_plan(record: Record, screening: Screening, facts: Facts, pack: Pack) -> Plan:
    """The plan of a screening.

    Items whose 236.14 or 236.15 finding is available, a lawyer's to decide or short of facts are planned, under both
    sections where the facts allow; all others are left out with the reason. Rows follow the sheet within each petition.
    The petition with most items comes first, then by county; items of an unknown county stand last, with a gap.
    InputError when a [[nexus]] entry does not fit the sheet or names an unknown prosecutor or county, and when two name
    different ones for one case.
    """
    said = match([one.item for one in screening.items], facts, pack)
    found = ((one.item.id, pleading_of(one)) for one in screening.items)
    pleadings = {id_: pleading for id_, pleading in found if pleading is not None}
    counties = counties_of((one.item for one in screening.items), said, pack)
    by_county = _by_county(pleadings.values(), counties)
    offices = offices_of_cases((one.item for one in screening.items), said, pack)
    petitions = tuple(_petition(county, group, said, offices, pack) for county, group in by_county)
    return Plan(
        as_of=screening.as_of,
        petitions=petitions,
        gaps=each_once(_gaps(petitions, pleadings, said, facts, pack)),
        left_out=tuple(left_out(one, pack) for one in screening.items if one.item.id not in pleadings),
        cautions=tuple(cautions_of(petitions, facts, record, pack)),
    )


def _by_county(pleadings: Iterable[Pleading], counties: Mapping[str, str]) -> list[tuple[str, list[Pleading]]]:
    groups: dict[str, list[Pleading]] = {}
    for pleading in pleadings:
        groups.setdefault(counties[pleading.item.id], []).append(pleading)
    return sorted(groups.items(), key=lambda group: (group[0] == UNKNOWN, -len(group[1]), group[0]))


def _petition(
    county: str, pleadings: list[Pleading], said: dict[str, Nexus], offices: dict[Case, str], pack: Pack
) -> Petition:
    items: list[PlannedItem] = []
    unsure: list[int] = []
    for row, pleading in enumerate(pleadings, start=1):
        nexus = said.get(pleading.item.id)
        served = served_for(pleading.item, office_of(pleading.item, nexus, offices, pack), county, pack)
        if not served.certain:
            unsure.append(row)
        day = nexus.offense_date if nexus else None
        items.append(
            PlannedItem(
                row,
                pleading.item,
                pleading.reliefs,
                day,
                served.offices,
                tuple(dict.fromkeys(one.text for one in pleading.questions)),
                nexus is not None and nexus.counsel_cleared is True,
                violence_of(pleading, nexus),
            )
        )
    return Petition(
        id=county,
        county=county,
        court=court_of(county, pack),
        reliefs=tuple(relief for relief in VACATUR if any(relief in one.reliefs for one in items)),
        items=tuple(items),
        service=service_lists(items, unsure, pack),
    )


def _gaps(
    petitions: tuple[Petition, ...],
    pleadings: dict[str, Pleading],
    said: dict[str, Nexus],
    facts: Facts,
    pack: Pack,
) -> Iterable[Gap]:
    if not petitions:
        return
    yield from gaps_of_facts(facts, {relief for one in petitions for relief in one.reliefs}, pack)
    for petition in petitions:
        for planned in petition.items:
            id_ = planned.item.id
            yield from gaps_of_row(petition, planned, pleadings[id_], said.get(id_), pack)
