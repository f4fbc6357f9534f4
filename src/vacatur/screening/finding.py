"""What the law says of one item and one relief."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from vacatur.kit.tri import Tri
from vacatur.records.item import Item


class Outcome(StrEnum):
    """DESIGN section 5. The order is that of a list a lawyer reads: what can be asked first, what is closed last."""

    AVAILABLE = "available"
    LAWYER_DECIDES = "lawyer_decides"
    NEEDS_FACTS = "needs_facts"
    NOT_YET = "not_yet"
    ALREADY_GRANTED = "already_granted"
    BARRED = "barred"
    NOT_APPLICABLE = "not_applicable"


@dataclass(frozen=True, slots=True)
class Reason:
    """One step of the argument. `id` finds its words in the law data; `because` are the steps under it.

    `holds`: true, the step speaks for the relief; false, against it; `None`, it is not known, is for a court or a lawyer to
    judge, or decides nothing.

    `cite` is the citation as a lawyer writes it ("Pen. Code, § 236.14, subd. (t)(1)"). `confidence` is the mark
    of the law it read (C2, C1, M): an M may flag, never decide.
    """

    id: str
    text: str
    cite: str | None
    holds: Tri
    because: tuple["Reason", ...] = ()
    confidence: str | None = None


@dataclass(frozen=True, slots=True)
class MissingFact:
    """A named fact a computable test lacks: the FACTS.toml key, the question to ask, and the item it is about."""

    key: str
    question: str
    item: str | None = None


@dataclass(frozen=True, slots=True)
class OpenQuestion:
    """A question of law that counsel must answer before the item is asked for: the id of the step that leaves it open and its
    words. `charge` is the charge it is about ("PC 211"), where that is another one than the item's own.
    """

    reason: str
    text: str
    charge: str | None = None


@dataclass(frozen=True, slots=True)
class ImmigrationFlag:
    """What an item may trigger today under federal law, never a decision: the ground, its words, source and confidence mark.

    `after_vacatur` warns of what would stay if the item were vacated, because the ground rests on conduct.
    """

    ground: str
    text: str
    source: str
    confidence: str
    after_vacatur: str | None = None


@dataclass(frozen=True, slots=True)
class Effect:
    """What a relief does for immigration: "yes", "no", "argue", "arrest", ... with its words."""

    code: str
    text: str
    cite: str | None = None
    confidence: str | None = None


@dataclass(frozen=True, slots=True)
class Finding:
    """What the law says of one item and one relief. `day` is the earliest day for `not_yet`, else `None`.

    `to_decide` are those of the questions that stop filing until counsel has answered them; the others are the court's to judge.
    """

    relief: str
    outcome: Outcome
    day: date | None
    reasons: tuple[Reason, ...]
    questions: tuple[str, ...]
    effect: Effect
    missing: tuple[MissingFact, ...] = ()
    status: str = "draft"
    to_decide: tuple[OpenQuestion, ...] = ()


@dataclass(frozen=True, slots=True)
class ItemFindings:
    """One item with a finding for every relief screened, and its immigration flags."""

    item: Item
    findings: tuple[Finding, ...]
    flags: tuple[ImmigrationFlag, ...] = ()


@dataclass(frozen=True, slots=True)
class Screening:
    """All findings of one record on one day under one version of the law pack."""

    as_of: date
    pack: str
    items: tuple[ItemFindings, ...]
    not_screened: tuple[str, ...]
    warnings: tuple[str, ...] = ()
