"""Worked cases: a situation in data, and what the law says of it. They are tests, and pages of the documentation."""

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any

from vacatur.law.case_facts import facts_of
from vacatur.law.case_table import Row, read_rows, record_of
from vacatur.law.errors import LawError
from vacatur.law.files import files_in, id_of
from vacatur.law.reliefs import OutcomeName
from vacatur.law.table import Table, read_table
from vacatur.records.facts import Facts
from vacatur.records.record import Record

FOLDER = "cases"


class Side(StrEnum):
    """On which side of a threshold a case stands: cases come in threes around each line the law draws."""

    BEFORE = "before"
    ON = "on"
    AFTER = "after"


@dataclass(frozen=True, slots=True)
class Expectation:
    """What the law says of one item: found by its number and count (a lone item needs neither).

    `reasons` are ids that must stand in the tree of reasons, `missing` the facts that must be asked for, `says` a piece of
    text that must stand in a reason or a question.
    """

    outcome: OutcomeName
    number: str | None = None
    count: int | None = None
    day: dt.date | None = None
    reasons: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    says: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class WorkedCase:
    """One worked case. `threshold` names the parameter whose line it stands at, `side` on which side."""

    relief: str
    name: str
    as_of: dt.date
    counts: str
    rows: tuple[Row, ...]
    facts_table: dict[str, Any]
    expects: tuple[Expectation, ...]
    file: str
    threshold: str | None = None
    side: Side | None = None
    note: str | None = None

    @property
    def record(self) -> Record:
        """The record the table describes."""
        return record_of(self.rows, self.file)

    @property
    def facts(self) -> Facts:
        """The facts attested in it."""
        return facts_of(self.facts_table, self.file)


def load_cases(root: Path) -> tuple[WorkedCase, ...]:
    """Every worked case, in the order of files and places."""
    return tuple(case for file in files_in(root, FOLDER) for case in _cases(root, file))


def _cases(root: Path, file: str) -> tuple[WorkedCase, ...]:
    table = read_table(root, file)
    relief = table.text("relief")
    if id_of(file, FOLDER) != relief:
        table.fail(f"its relief must be '{id_of(file, FOLDER)}', as its path says.")
    cases = tuple(_case(one, relief) for one in table.tables("case"))
    table.end()
    names = [case.name for case in cases]
    if not cases or len(set(names)) != len(names):
        raise LawError(file, "it needs at least one case, and no two may have one name.")
    return cases


def _case(table: Table, relief: str) -> WorkedCase:
    counts = table.text("counts")
    facts = table.raw("facts") or {}
    case = WorkedCase(
        relief=relief,
        name=table.text("name"),
        as_of=table.day("as_of"),
        counts=counts,
        rows=read_rows(counts, table.file),
        facts_table=facts,
        expects=tuple(_expectation(one) for one in table.tables("expect")),
        file=table.file,
        threshold=table.optional("threshold"),
        side=table.choice("side", Side) if "side" in table else None,
        note=table.optional("note"),
    )
    if not case.expects:
        table.fail("it expects nothing: write at least one [[case.expect]].")
    if (case.threshold is None) != (case.side is None):
        table.fail("'threshold' and 'side' stand together.")
    facts_of(facts, table.file)
    record_of(case.rows, table.file)
    table.end()
    return case


def _expectation(table: Table) -> Expectation:
    expectation = Expectation(
        outcome=table.choice("outcome", OutcomeName),
        number=table.optional("number"),
        count=table.whole("count") if "count" in table else None,
        day=table.day("day") if "day" in table else None,
        reasons=table.texts("reasons") if "reasons" in table else (),
        missing=table.texts("missing") if "missing" in table else (),
        says=table.texts("says") if "says" in table else (),
    )
    table.end()
    return expectation
