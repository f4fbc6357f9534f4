"""The registry of remedies: which are built, how far counsel has reviewed them, what each does for immigration."""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from vacatur.law.confidence import Confidence
from vacatur.law.table import Table, read_table

FOLDER = "reliefs"


class ReliefStatus(StrEnum):
    """How far the rule has come. Every one starts as a draft, and every screen built on a draft says so until counsel signs."""

    DRAFT = "draft"
    REVIEWED = "reviewed"
    IN_USE = "in use"
    REPEALED = "repealed"


class EffectCode(StrEnum):
    """Whether the remedy removes a conviction for immigration: it does, it does not, it can be argued, it only concerns an arrest..."""

    YES = "yes"
    NO = "no"
    ARGUE = "argue"
    ARREST = "arrest"
    HELPS = "helps"
    DEPENDS = "depends"
    UNRELIABLE = "unreliable"
    UNKNOWN = "unknown"
    NOT_A_CONVICTION = "not_a_conviction"


class OutcomeName(StrEnum):
    """The outcomes a finding can have (the words of the screening JSON)."""

    AVAILABLE = "available"
    LAWYER_DECIDES = "lawyer_decides"
    NEEDS_FACTS = "needs_facts"
    NOT_YET = "not_yet"
    ALREADY_GRANTED = "already_granted"
    BARRED = "barred"
    NOT_APPLICABLE = "not_applicable"


@dataclass(frozen=True, slots=True)
class ReliefEffect:
    """What the remedy does for immigration, as a flag for the immigration attorney."""

    code: EffectCode
    text: str
    cite: str
    confidence: Confidence


@dataclass(frozen=True, slots=True)
class Relief:
    """One remedy. `purpose` says in plain words what it does and for whom; `test` is what must hold; `forms` and `notice` what is
    filed and who is told. `if_violent` marks those to look at for a conviction of a violent felony. `rely_on` and
    `do_not_rely_on` are shown while it is a draft. `outcomes` are those a finding can have.
    """

    id: str
    name: str
    cite: str
    status: ReliefStatus
    built: bool
    purpose: str
    test: str
    notice: str
    effect: ReliefEffect
    confidence: Confidence
    verified_through: dt.date
    reviewer: str | None = None
    outcomes: tuple[OutcomeName, ...] = ()
    rely_on: str | None = None
    do_not_rely_on: str | None = None
    source: str = ""
    if_violent: bool = False


def load_relief(root: Path, file: str, citation: Callable[[str], str]) -> Relief:
    """Read one remedy. One that counsel reviewed must say who reviewed it."""
    table = read_table(root, file)
    source = table.text("cite")
    relief = Relief(
        id=table.id_of_path(FOLDER),
        name=table.text("name"),
        cite=citation(source),
        status=table.choice("status", ReliefStatus),
        built=table.flag("built"),
        purpose=table.text("purpose"),
        test=table.text("test"),
        notice=table.text("notice"),
        effect=_effect(table.table("effect"), citation),
        confidence=table.choice("confidence", Confidence),
        verified_through=table.day("verified_through"),
        reviewer=table.optional("reviewer"),
        outcomes=tuple(table.choices("outcomes", OutcomeName)) if "outcomes" in table else (),
        rely_on=table.optional("rely_on"),
        do_not_rely_on=table.optional("do_not_rely_on"),
        source=source,
        if_violent="if_violent" in table and table.flag("if_violent"),
    )
    _check(table, relief)
    table.end()
    return relief


def _check(table: Table, relief: Relief) -> None:
    if (relief.status in (ReliefStatus.REVIEWED, ReliefStatus.IN_USE)) != (relief.reviewer is not None):
        table.fail("'reviewer' must stand exactly where the status is 'reviewed' or 'in use'.")
    if relief.built != bool(relief.outcomes and relief.rely_on and relief.do_not_rely_on):
        table.fail("'outcomes', 'rely_on' and 'do_not_rely_on' must stand exactly where 'built' is true.")


def _effect(table: Table, citation: Callable[[str], str]) -> ReliefEffect:
    effect = ReliefEffect(
        code=table.choice("code", EffectCode),
        text=table.text("text"),
        cite=citation(table.text("cite")),
        confidence=table.choice("confidence", Confidence),
    )
    table.end()
    return effect
