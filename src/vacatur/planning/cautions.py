"""What the team must think of before it files. For the plan inside the program only; no paper carries it."""

from collections.abc import Iterator

from vacatur.kit.names import folded
from vacatur.law.pack import Pack
from vacatur.planning.plan import Petition, PlannedItem
from vacatur.records.facts import Facts, VictimizationKind
from vacatur.records.item import ItemKind, Note
from vacatur.records.record import Record

_TRAFFICKING = VictimizationKind.TRAFFICKING


def cautions_of(petitions: tuple[Petition, ...], facts: Facts, record: Record, pack: Pack) -> Iterator[str]:
    """The cautions in the order in which they come up."""
    if not petitions:
        return
    if _named_otherwise(facts, record):
        yield pack.words("caution.other_name")
    yield from _of_people(facts, pack)
    yield from _of_service(petitions, pack)
    if any(len(planned.reliefs) > 1 for one in petitions for planned in one.items):
        yield pack.words("caution.both_pleaded")
    if any("pc_236_15" in one.reliefs for one in petitions):
        yield pack.words("caution.reasonable_time")
    if any(Note.ARREST_COUNT_WITHOUT_MATCH in planned.item.notes for one in petitions for planned in one.items):
        yield pack.words("caution.arrest_on_other_charge")
    if record.unread:
        yield pack.words("caution.sheet_not_all")
    yield pack.words("caution.records_first")
    if any(not pack.relief(relief).reviewer for one in petitions for relief in one.reliefs):
        yield pack.words("caution.draft_rules")


def _named_otherwise(facts: Facts, record: Record) -> bool:
    """Whether no name of the petitioner shares two of its words with a name on the sheet."""
    told = [name for name in (facts.petitioner.name, *facts.petitioner.also_known_as) if name]
    printed = [set(folded(one.name).split()) for one in record.person.names]
    return bool(told and printed) and not any(
        len(set(folded(name).split()) & words) > 1 for name in told for words in printed
    )


def _of_people(facts: Facts, pack: Pack) -> Iterator[str]:
    if facts.status.noncitizen:
        yield pack.words("caution.immigration_review")
    elif facts.status.noncitizen is None:
        yield pack.words("caution.immigration_not_known")
    if (
        facts.status.other_victimization is None
        and len({one.kind is _TRAFFICKING for one in facts.victimizations}) == 1
    ):
        yield pack.words("caution.other_kind_not_asked")
    if facts.status.charged:
        yield pack.words("caution.pending_charges")


def _of_service(petitions: tuple[Petition, ...], pack: Pack) -> Iterator[str]:
    if len(petitions) > 1:
        yield pack.words("caution.several_counties", count=len(petitions))
    for petition in petitions:
        county = pack.courts.county_name(petition.county) or petition.county
        if any(_named_only(planned, pack) for planned in petition.items):
            yield pack.words("caution.county_from_name", county=county)
        if any(not one.certain for one in petition.service):
            yield pack.words("caution.serve_every_candidate", county=county)
        if len(petition.service) > 1:
            yield pack.words("caution.read_by_every_office", county=county, count=len(petition.service))


def _named_only(planned: PlannedItem, pack: Pack) -> bool:
    """Whether the county rests on the name that the sheet prints for a court which the law data does not list."""
    item = planned.item
    court = pack.court(item.agency) if item.kind is ItemKind.COUNT and item.agency else None
    return court is not None and court.from_name
