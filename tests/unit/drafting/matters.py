"""FICTIONAL people for the papers' tests: one record, its facts and a plan made by hand. Nobody named here exists."""

import datetime as dt
from dataclasses import replace

from vacatur.drafting.blocks import Paper
from vacatur.drafting.draft import matter_of, papers_of
from vacatur.drafting.matter import Matter
from vacatur.drafting.writers.words import inlines_of, printed
from vacatur.law import pack
from vacatur.planning.plan import Petition, Plan, PlannedItem, ServiceList
from vacatur.records.facts import (
    Attestation,
    Counsel,
    Facts,
    Nexus,
    Petitioner,
    Status,
    Victimization,
    VictimizationKind,
)
from vacatur.records.items import items_of
from vacatur.records.person import Name, Person
from vacatur.records.record import (
    Count,
    Cycle,
    Disposition,
    DispositionKind,
    Event,
    EventKind,
    Level,
    NumberKind,
    Record,
    SentenceKind,
    SentencePart,
)
from vacatur.records.source import Source

DAY = dt.date(2026, 11, 24)
SAID = Attestation(source="Client, interview of 2026-03-04", approved=True)
FULL_NAME = "Ofelia Brightwater Canto"

TRAFFICKED = Victimization(
    kind=VictimizationKind.TRAFFICKING,
    start=dt.date(2012, 1, 1),
    end=dt.date(2015, 6, 30),
    sought_services=dt.date(2016, 3, 1),
    account="He promised me work and a room. He kept my telephone and took all the money.",
    evidence=("Declaration of petitioner", "Letter of the case manager"),
    attested=SAID,
)
HURT = replace(
    TRAFFICKED,
    kind=VictimizationKind.INTIMATE_PARTNER_VIOLENCE,
    account="My partner hit me when I said no.",
    evidence=("Hospital record of 2014-01-05",),
    why_now="I was afraid of him until he moved away last year.",
    why_confidential="He looks for me, and he knows my case number.",
)


def nexus(number: str, count: int, day: dt.date, account: str) -> Nexus:
    """What was attested about one row."""
    return Nexus(
        number=number,
        count=count,
        offense_date=day,
        prosecutor="los_angeles_city_attorney",
        direct_result=True,
        account=account,
        evidence=("Declaration of petitioner", "Arrest report of 2014-03-09"),
        attested=SAID,
    )


NEXUS = (
    nexus("3381207", 1, dt.date(2013, 7, 19), "He had told me to stand at that corner."),
    nexus("5VY07111", 1, dt.date(2014, 3, 9), "He drove me there. I did what he had told me to do."),
    nexus("5VY07111", 2, dt.date(2014, 3, 9), "He made me learn another name."),
)

FACTS = Facts(
    petitioner=Petitioner(
        name=FULL_NAME,
        also_known_as=("Ofi Canto",),
        initials="O.B.C.",
        language="en",
        birth_date=dt.date(1988, 2, 29),
        attested=SAID,
    ),
    counsel=Counsel(
        name="Imogen Tallis",
        bar_number="000000",
        organization="Ridgeline Survivors' Law Center",
        address=("100 Fictional Way, Suite 9", "Los Angeles, CA 90000"),
        phone="(213) 555-0142",
        email="itallis@ridgeline.example",
    ),
    status=Status(noncitizen=True, on_probation=False, serving_sentence=False, charged=False),
    victimizations=(TRAFFICKED,),
    nexus=NEXUS,
)


def charge(number: int, line: int, section: str, ended: Disposition | None = None) -> Count:
    """One misdemeanor charge of the Penal Code."""
    level = Level.MISDEMEANOR
    return Count(number, Source(1, line), "PC", section, charged_level=level, dispositions=(ended,) if ended else ())


def record() -> Record:
    """An arrest that was never filed, and a case with a conviction and a dismissed count."""
    rejected = Disposition(DispositionKind.PROSECUTOR_REJECTED, "PROS REJ-OTHER", Source(1, 9), dt.date(2013, 7, 19))
    sentence = tuple(SentencePart(kind, kind.value.upper()) for kind in (SentenceKind.PROBATION, SentenceKind.FINE))
    convicted = Disposition(
        DispositionKind.CONVICTED,
        "CONVICTED",
        Source(1, 21),
        dt.date(2014, 4, 2),
        level=Level.MISDEMEANOR,
        sentence=sentence,
    )
    dismissed = Disposition(DispositionKind.DISMISSED, "DISMISSED", Source(1, 25), dt.date(2014, 4, 2))
    first = _arrest(5, dt.date(2013, 7, 19), "3381207", charge(1, 8, "653.22(a)", rejected))
    second = _arrest(11, dt.date(2014, 3, 9), "3894410", charge(1, 14, "647(b)"), charge(2, 16, "148.9(a)"))
    court = Event(
        EventKind.COURT,
        Source(1, 18),
        dt.date(2014, 4, 2),
        agency="CASC MC VAN NUYS",
        number="5VY07111",
        number_kind=NumberKind.CASE,
        counts=(charge(1, 20, "647(b)", convicted), charge(2, 24, "148.9(a)", dismissed)),
    )
    person = Person(
        cii="A99077001",
        names=(Name("01", "BRIGHTWATER CANTO,OFELIA"), Name("02", "CANTO,OFI")),
        birth_dates=(dt.date(1988, 2, 29),),
        numbers=(("FBI", "999077001"),),
    )
    return Record("sheet.txt", person, (Cycle((first,), Source(1, 5)), Cycle((second, court), Source(1, 11))))


def _arrest(line: int, day: dt.date, number: str, *counts: Count) -> Event:
    agency, kind = "CAPD LOS ANGELES", NumberKind.BOOKING
    return Event(
        EventKind.ARREST, Source(1, line), day, agency=agency, number=number, number_kind=kind, counts=tuple(counts)
    )


def petition(*reliefs: str, certain: bool = True) -> Petition:
    """A petition for every item of the sheet under the same reliefs."""
    told = {(one.number, one.count): one.offense_date for one in NEXUS}
    items = tuple(
        PlannedItem(row, item, reliefs, told.get((item.number or "", item.count)), ("los_angeles_city_attorney",))
        for row, item in enumerate(items_of(record()), start=1)
    )
    served = ServiceList(
        "los_angeles_city_attorney", "Los Angeles City Attorney", tuple(one.row for one in items), certain
    )
    return Petition("los_angeles-1", "los_angeles", None, reliefs, items, (served,))


def plan(*reliefs: str, **other: object) -> Plan:
    """A plan with that one petition."""
    made = Plan(DAY, (petition(*(reliefs or ("pc_236_14",))),), (), ())
    return replace(made, **other)  # type: ignore[arg-type]


def matter(facts: Facts = FACTS, *reliefs: str, **other: object) -> Matter:
    """The matter of the plan's one petition."""
    made = plan(*reliefs, **other)
    return matter_of(made, made.petitions[0], facts, record(), pack())


def papers(facts: Facts = FACTS, *reliefs: str, **other: object) -> dict[str, Paper]:
    """Every paper by its id."""
    return {paper.id: paper for paper in papers_of(matter(facts, *reliefs, **other))}


def text(paper: Paper) -> str:
    """All words of a paper, one block a line."""
    return "\n".join("".join(printed(one) for one in run) for block in paper.blocks for run in inlines_of(block))


def but(facts: Facts = FACTS, **changes: object) -> Facts:
    """The facts with something changed."""
    return replace(facts, **changes)  # type: ignore[arg-type]


def changed(place: int, facts: Facts = FACTS, *reliefs: str, **item: object) -> Matter:
    """The matter with something of the item of one row changed, its place counted from 0."""
    made = matter(facts, *reliefs)
    row = made.rows[place]
    other = replace(row, planned=replace(row.planned, item=replace(row.item, **item)))  # type: ignore[arg-type]
    return replace(made, rows=(*made.rows[:place], other, *made.rows[place + 1 :]))


def mixed() -> Matter:
    """The matter in which the first two rows plead section 236.14 alone and the third section 236.15 alone."""
    made = matter(but(victimizations=(TRAFFICKED, HURT)), "pc_236_14", "pc_236_15")
    reliefs = (("pc_236_14",), ("pc_236_14",), ("pc_236_15",))
    rows = tuple(
        replace(row, planned=replace(row.planned, reliefs=mine)) for row, mine in zip(made.rows, reliefs, strict=True)
    )
    return replace(made, rows=rows)
