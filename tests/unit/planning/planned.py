"""FICTIONAL. Plans of small sheets for the tests of planning."""

import datetime as dt
from dataclasses import replace

from vacatur.law import pack
from vacatur.law.case_table import read_rows, record_of
from vacatur.planning.build import make_plan
from vacatur.planning.plan import Plan
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
from vacatur.records.record import Record
from vacatur.screening.engine import screen

DAY = dt.date(2026, 11, 24)
COLUMNS = (
    "case | booking | count | code | section | level | charged | arrest | court | court_name | police | disposition"
)
VAN_NUYS = (
    "9AR04417 | | 1 | PC | 647(b) | M | M | 2014-03-09 | 2014-04-02 | CASC MC VAN NUYS | CAPD LOS ANGELES | convicted"
)
COMPTON = "5DV03001 | | 1 | PC | 487(a) | F | F | 2014-11-28 | 2014-12-17 | CASC COMPTON | CASO LOS ANGELES | convicted"
ORANGE = "7OC00123 | | 1 | PC | 484(a) | M | M | 2013-05-02 | 2013-06-02 | CASC ORANGE CO | CAPD ANAHEIM | convicted"
ARREST = " | B7735310 | 1 | PC | 653.22(a) | | M | 2013-07-19 | | | CAPD LOS ANGELES | prosecutor_rejected"
LATE = "8MP05562 | | 1 | VC | 14601.1(a) | M | M | 2018-09-22 | 2018-10-16 | CASC LOS ANGELES | CAPD LOS ANGELES | convicted"
NOWHERE = "1ZZ00001 | | 1 | PC | 484(a) | M | M | 2014-05-02 | 2014-06-02 | DISTRICT COURT RENO | NVPD RENO | convicted"

SAID = Attestation("Client, interview of 2026-02-11", approved=True)
TRAFFICKED = Victimization(
    VictimizationKind.TRAFFICKING,
    dt.date(2012, 1, 1),
    dt.date(2015, 6, 30),
    dt.date(2016, 3, 1),
    account="He kept my papers.",
    attested=SAID,
)
ABUSED = replace(TRAFFICKED, kind=VictimizationKind.INTIMATE_PARTNER_VIOLENCE, why_now="I was afraid.")


def nexus(number: str, day: dt.date | None, **other: object) -> Nexus:
    """Everything that filing needs to know of an item."""
    values: dict[str, object] = {
        "number": number,
        "count": 1,
        "offense_date": day,
        "prosecutor": "los_angeles_city_attorney",
        "direct_result": True,
        "account": "He drove me there.",
        "attested": SAID,
    }
    return Nexus(**{**values, **other})  # type: ignore[arg-type]


VAN_NUYS_SAID = nexus("9AR04417", dt.date(2014, 3, 9))
FACTS = Facts(
    petitioner=Petitioner("Ofelia Brightwater Canto", (), "O.B.C.", "en", dt.date(1988, 2, 29), SAID),
    counsel=Counsel(
        "Imogen Tallis", "000000", None, ("100 Fictional Way",), "(213) 555-0142", "itallis@ridgeline.example"
    ),
    status=Status(noncitizen=False, on_probation=False, serving_sentence=False, charged=False),
    victimizations=(TRAFFICKED,),
)


def saying(*said: Nexus, **changes: object) -> Facts:
    """The facts with these [[nexus]] entries, and with something changed."""
    return replace(FACTS, nexus=said, **changes)  # type: ignore[arg-type]


def sheet(*rows: str) -> Record:
    """The record of a few rows."""
    return record_of(read_rows("\n".join((COLUMNS, *rows)), "test"), "test")


def planned(*rows: str, facts: Facts = FACTS, record: Record | None = None) -> Plan:
    """The plan of a small sheet."""
    record = record or sheet(*rows)
    return make_plan(record, screen(record, facts, DAY, pack()), facts, pack())
