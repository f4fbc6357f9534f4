"""Deadline rules as data: from which event, how many days of which kind, in which direction, and whom it binds."""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from vacatur.law.confidence import Confidence
from vacatur.law.files import files_in, id_of
from vacatur.law.table import Table, read_table

FOLDER = "deadlines"


class Direction(StrEnum):
    """Forward from an event (CCP 12), or backward from a hearing (CCP 12c)."""

    FORWARD = "forward"
    BACKWARD = "backward"


class Binds(StrEnum):
    """Whose deadline it is."""

    PROSECUTOR = "prosecutor"
    AGENCIES = "agencies"
    US = "us"


class Event(StrEnum):
    """The events a deadline can run from or to."""

    RECEIVED = "received"
    ARREST = "arrest"
    FILED = "filed"
    ORDER = "order"
    HEARING = "hearing"
    LIMITATIONS_RUN = "limitations_run"


@dataclass(frozen=True, slots=True)
class Term:
    """One way to reach the day: an event and a parameter that says how much. With several, the latest day counts."""

    event: Event
    amount: str


@dataclass(frozen=True, slots=True)
class DeadlineRule:
    """One deadline. `service` says whether days are added for the way papers were served (CCP 1013, 1010.6); where not,
    `service_why` says why. The numbers stand in the parameters.
    """

    id: str
    label: str
    binds: Binds
    direction: Direction
    terms: tuple[Term, ...]
    service: bool
    service_why: str
    cite: str
    confidence: Confidence
    still_valid_on: dt.date
    note: str | None = None
    source: str = ""

    @property
    def events(self) -> tuple[Event, ...]:
        """The events it needs, each once."""
        return tuple(dict.fromkeys(term.event for term in self.terms))


def load_rule(root: Path, id_: str, citation: Callable[[str], str]) -> DeadlineRule:
    """Read one rule."""
    table = read_table(root, f"{FOLDER}/{id_}.toml")
    source = table.text("cite")
    rule = DeadlineRule(
        id=table.id_of_path(FOLDER),
        label=table.text("label"),
        binds=table.choice("binds", Binds),
        direction=table.choice("direction", Direction),
        terms=tuple(_term(one) for one in table.tables("term")),
        service=table.flag("service"),
        service_why=table.text("service_why"),
        cite=citation(source),
        confidence=table.choice("confidence", Confidence),
        still_valid_on=table.day("still_valid_on"),
        note=table.optional("note"),
        source=source,
    )
    if not rule.terms or (rule.direction is Direction.BACKWARD and len(rule.terms) > 1):
        table.fail("it needs at least one term, and exactly one when it runs backward.")
    table.end()
    return rule


def rule_ids(root: Path) -> tuple[str, ...]:
    """Every rule there is."""
    return tuple(id_of(file, FOLDER) for file in files_in(root, FOLDER))


def _term(table: Table) -> Term:
    term = Term(table.choice("event", Event), table.text("amount"))
    table.end()
    return term
