"""The papers of one petition, in the order they are filed."""

from vacatur.drafting.asking import questions, refuse
from vacatur.drafting.blocks import Paper
from vacatur.drafting.matter import TRAFFICKING, Matter, Period, Row
from vacatur.drafting.papers.confidentiality import confidentiality
from vacatur.drafting.papers.declaration import declaration
from vacatur.drafting.papers.exhibit_index import exhibit_index
from vacatur.drafting.papers.filing_sheet import filing_sheet
from vacatur.drafting.papers.identification import identification
from vacatur.drafting.papers.memorandum import memorandum
from vacatur.drafting.papers.notice import notice
from vacatur.drafting.papers.order_to_seal import order_to_seal
from vacatur.drafting.papers.order_to_vacate import order_to_vacate
from vacatur.drafting.papers.petition import petition as verified_petition
from vacatur.drafting.papers.proof_of_service import proofs_of_service
from vacatur.drafting.redaction import suppressed
from vacatur.drafting.sealing import versions
from vacatur.law.pack import Pack
from vacatur.nexus.match import match
from vacatur.planning.plan import Petition, Plan
from vacatur.records.facts import Facts
from vacatur.records.items import items_of
from vacatur.records.record import Record

_PLEADINGS = (
    notice,
    verified_petition,
    declaration,
    memorandum,
    exhibit_index,
    confidentiality,
    identification,
    order_to_vacate,
    order_to_seal,
)


def draft(plan: Plan, petition: Petition, facts: Facts, record: Record, pack: Pack, filing: bool) -> tuple[Paper, ...]:
    """The papers of one petition of the plan.

    A draft shows what is missing in brackets. With `filing`, InputError lists every key and question when anything is
    missing, and no paper is given.
    """
    matter = matter_of(plan, petition, facts, record, pack)
    papers = papers_of(matter)
    if filing:
        refuse(one.line for one in questions(papers, matter))
    return papers


def papers_of(matter: Matter) -> tuple[Paper, ...]:
    """Every paper of the petition, the filing sheet last."""
    pleadings = tuple(version for make in _PLEADINGS for version in versions(matter, make(matter)))
    papers = (*pleadings, *proofs_of_service(matter, pleadings))
    return (*papers, filing_sheet(matter, papers))


def matter_of(plan: Plan, petition: Petition, facts: Facts, record: Record, pack: Pack) -> Matter:
    """The petition with what was attested about each row, and the periods that are a ground of it."""
    told = match(items_of(record), facts, pack)
    rows = tuple(Row(planned, told.get(planned.item.id)) for planned in petition.items)
    pleaded = {relief for planned in petition.items for relief in planned.reliefs} or {TRAFFICKING}
    periods = tuple(Period(number, one) for number, one in enumerate(facts.victimizations, start=1))
    mine = tuple(period for period in periods if period.relief in pleaded)
    return Matter(petition, plan, facts, record, pack, rows, mine, suppressed(facts, record))
