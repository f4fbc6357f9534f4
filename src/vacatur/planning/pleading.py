"""Which items are asked for, and under which of the two vacatur sections."""

from collections.abc import Iterable
from dataclasses import dataclass

from vacatur.records.item import Item
from vacatur.records.record import Level
from vacatur.screening.elements.victim import OTHER_VICTIMIZATION
from vacatur.screening.finding import Finding, ItemFindings, MissingFact, OpenQuestion, Outcome

VACATUR = ("pc_236_14", "pc_236_15")
_NONVIOLENT = "violent.nonviolent"
_PLAIN = {"violent.not_listed", *(f"violent.level_{level.lower()}" for level in Level)}
# What a plan takes up: also what still lacks a fact or a lawyer's decision, so that the gap is worked on, not forgotten.
_TAKEN_UP = (Outcome.AVAILABLE, Outcome.LAWYER_DECIDES, Outcome.NEEDS_FACTS)


@dataclass(frozen=True, slots=True)
class Pleading:
    """One item to be asked for: under which reliefs, the facts their findings lack, and the questions of law that counsel
    answers before it is filed. `shown` says that the list of violent felonies came up and what is known takes the offense off it.
    """

    item: Item
    reliefs: tuple[str, ...]
    missing: tuple[MissingFact, ...]
    questions: tuple[OpenQuestion, ...] = ()
    shown: bool = False

    @property
    def undecided(self) -> bool:
        """Whether the item waits for counsel."""
        return bool(self.questions)


def pleading_of(findings: ItemFindings) -> Pleading | None:
    """The pleading of an item, or `None` when neither section can be asked for. Both are pleaded where the facts allow."""
    open_ones = [one for one in _vacatur(findings) if one.outcome in _TAKEN_UP and not _of_another_kind(one)]
    if not open_ones:
        return None
    return Pleading(
        findings.item,
        tuple(one.relief for one in open_ones),
        tuple(dict.fromkeys(fact for one in open_ones for fact in one.missing)),
        tuple(dict.fromkeys(question for one in open_ones for question in one.to_decide)),
        _shown(open_ones),
    )


def _of_another_kind(finding: Finding) -> bool:
    """Whether only another kind of victimization is told: the section is pleaded once a period of its own kind is."""
    return any(fact.key == OTHER_VICTIMIZATION for fact in finding.missing)


def _shown(findings: Iterable[Finding]) -> bool:
    """Whether more stands under the nonviolent test than that no entry names the charge or that its level is on no list."""
    steps = (step for one in findings for reason in one.reasons if reason.id == _NONVIOLENT for step in reason.because)
    return any(step.id not in _PLAIN for step in steps)


def _vacatur(findings: ItemFindings) -> list[Finding]:
    by_relief = {one.relief: one for one in findings.findings}
    return [by_relief[relief] for relief in VACATUR if relief in by_relief]
