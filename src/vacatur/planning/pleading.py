"""Which items are asked for, and under which of the two vacatur sections."""

from dataclasses import dataclass

from vacatur.records.item import Item
from vacatur.screening.finding import Finding, ItemFindings, MissingFact, Outcome

VACATUR = ("pc_236_14", "pc_236_15")
# What a plan takes up: also what still lacks a fact or a lawyer's decision, so that the gap is worked on, not forgotten.
_TAKEN_UP = (Outcome.AVAILABLE, Outcome.LAWYER_DECIDES, Outcome.NEEDS_FACTS)

_OPEN_ARREST = "violent.arrest"


@dataclass(frozen=True, slots=True)
class Pleading:
    """One item to be asked for: under which reliefs, and the facts their findings lack. `undecided` items wait for counsel."""

    item: Item
    reliefs: tuple[str, ...]
    missing: tuple[MissingFact, ...]
    undecided: bool = False


def pleading_of(findings: ItemFindings) -> Pleading | None:
    """The pleading of an item, or `None` when neither section can be asked for. Both are pleaded where the facts allow."""
    open_ones = [one for one in _vacatur(findings) if one.outcome in _TAKEN_UP]
    if not open_ones:
        return None
    missing = dict.fromkeys(fact for one in open_ones for fact in one.missing)
    return Pleading(
        findings.item, tuple(one.relief for one in open_ones), tuple(missing), any(map(_undecided, open_ones))
    )


def _undecided(finding: Finding) -> bool:
    """Whether the law is open for the item, or for the arrest behind a conviction that can be asked for."""
    return finding.outcome is Outcome.LAWYER_DECIDES or any(one.id == _OPEN_ARREST for one in finding.reasons)


def _vacatur(findings: ItemFindings) -> list[Finding]:
    by_relief = {one.relief: one for one in findings.findings}
    return [by_relief[relief] for relief in VACATUR if relief in by_relief]
