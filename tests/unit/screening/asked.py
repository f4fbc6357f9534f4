"""FICTIONAL. Small situations for the tests of screening: one table of counts, some facts, one relief."""

import datetime as dt
from dataclasses import replace

from vacatur.law import pack
from vacatur.law.case_table import read_rows, record_of
from vacatur.records.facts import Facts, Nexus, Status, Victimization, VictimizationKind
from vacatur.records.record import Record
from vacatur.screening.engine import screen
from vacatur.screening.finding import Finding, Reason

DAY = dt.date(2026, 11, 24)
NUMBER = "9AR04417"
COLUMNS = "case | booking | code | section | level | charged | arrest | court | disposition | sentence"
CONVICTED = (
    f"{NUMBER} | | PC | 647(b) | M | M | 2014-03-09 | 2014-04-02 | convicted | 36 months probation, 10 days jail"
)
TRAFFICKED = Victimization(
    VictimizationKind.TRAFFICKING, dt.date(2012, 1, 1), dt.date(2015, 6, 30), dt.date(2016, 3, 1)
)
FREE = Status(on_probation=False, serving_sentence=False, charged=False)
FACTS = Facts(victimizations=(TRAFFICKED,), status=FREE)


def sheet(*rows: str) -> Record:
    """The record of a few rows."""
    return record_of(read_rows("\n".join((COLUMNS, *rows)), "test"), "test")


def about(count: int = 1, number: str = NUMBER, **facts: object) -> Nexus:
    """A [[nexus]] entry."""
    return Nexus(number=number, count=count, **facts)  # type: ignore[arg-type]


def saying(*nexus: Nexus, facts: Facts = FACTS) -> Facts:
    """The facts with these [[nexus]] entries."""
    return replace(facts, nexus=nexus)


def asked(relief: str, *rows: str, facts: Facts | None = FACTS, as_of: dt.date = DAY, at: int = 0) -> Finding:
    """The finding of one relief for one item of a small sheet (the first, unless `at` says another)."""
    screening = screen(sheet(*(rows or (CONVICTED,))), facts, as_of, pack(), reliefs=(relief,))
    return screening.items[at].findings[0]


def ids(finding: Finding) -> list[str]:
    """The ids of all reasons, trees walked from the top."""
    return [id_ for reason in finding.reasons for id_ in _ids(reason)]


def _ids(reason: Reason) -> list[str]:
    return [reason.id, *(id_ for step in reason.because for id_ in _ids(step))]


def reason(finding: Finding, id_: str) -> Reason:
    """The reason with an id."""
    return next(one for one in _all(finding.reasons) if one.id == id_)


def _all(reasons: tuple[Reason, ...]) -> list[Reason]:
    return [one for top in reasons for one in (top, *_all(top.because))]


def keys(finding: Finding) -> list[str]:
    """The keys of the facts it asks for."""
    return [fact.key for fact in finding.missing]
