"""A screening as a page for people: each item, its findings from open to closed, and under each the reasons."""

from collections.abc import Iterator

from vacatur.cli.layout import heading, pairs, wrapped
from vacatur.kit.tri import Tri
from vacatur.records.item import Item
from vacatur.screening.finding import Finding, ItemFindings, Outcome, Reason, Screening

OUTCOMES = {
    Outcome.AVAILABLE: "available",
    Outcome.LAWYER_DECIDES: "a lawyer must decide",
    Outcome.NEEDS_FACTS: "facts are missing",
    Outcome.NOT_YET: "not yet",
    Outcome.ALREADY_GRANTED: "already granted",
    Outcome.BARRED: "barred",
    Outcome.NOT_APPLICABLE: "does not apply",
}
_ORDER = {outcome: place for place, outcome in enumerate(Outcome)}
_MARKS: dict[Tri, str] = {True: "[yes] ", False: "[no]  ", None: "[?]   "}


def show_screening(screening: Screening) -> Iterator[str]:
    """Line after line: the day and the law pack, then item by item."""
    yield f"As of {screening.as_of.isoformat()}, law pack {screening.pack}. Advice to a lawyer, never a decision."
    for warning in screening.warnings:
        yield from wrapped(warning, mark="- ")
    for findings in screening.items:
        yield from _item(findings)
    if screening.not_screened:
        yield from heading("Not screened")
        yield from wrapped(", ".join(screening.not_screened), indent=2)


def short_screening(screening: Screening) -> Iterator[str]:
    """One line for each item and relief that may be asked for; for a glance."""
    for findings in screening.items:
        open_to = [finding for finding in _sorted(findings) if finding.outcome is not Outcome.NOT_APPLICABLE]
        yield from wrapped(_title(findings.item))
        yield from pairs((finding.relief, _outcome(finding)) for finding in open_to)


def _item(findings: ItemFindings) -> Iterator[str]:
    yield from heading(_title(findings.item))
    closed = [finding for finding in _sorted(findings) if finding.outcome is Outcome.NOT_APPLICABLE]
    for finding in _sorted(findings):
        if finding.outcome is not Outcome.NOT_APPLICABLE:
            yield from _finding(finding)
    if closed:
        yield from wrapped("Does not apply: " + ", ".join(finding.relief for finding in closed), indent=2)
    for flag in findings.flags:
        yield from wrapped(f"{flag.text} ({flag.source}; {flag.confidence})", indent=2, mark="Immigration: ")


def _sorted(findings: ItemFindings) -> list[Finding]:
    return sorted(findings.findings, key=lambda finding: _ORDER[finding.outcome])


def _title(item: Item) -> str:
    charge = f"{item.code} {item.section}" if item.code and item.section else "charge not read"
    number = f" {item.number}" if item.number else ""
    day = f", {item.date_is} {item.date.isoformat()}" if item.date else ", no date"
    level = f" ({item.level})" if item.level else ""
    return f"{item.kind.capitalize()} {item.count}{number}: {charge}{level}{day}"


def _outcome(finding: Finding) -> str:
    day = f" before {finding.day.isoformat()}" if finding.day and finding.outcome is Outcome.NOT_YET else ""
    return OUTCOMES[finding.outcome] + day


def _finding(finding: Finding) -> Iterator[str]:
    draft = "" if finding.status == "in use" else f"  [rule: {finding.status}]"
    yield f"  {finding.relief}: {_outcome(finding)}{draft}"
    for reason in finding.reasons:
        yield from _reason(reason, indent=4)
    for missing in finding.missing:
        yield from wrapped(f"{missing.question} ({missing.key})", indent=4, mark="Missing: ")
    for question in finding.questions:
        yield from wrapped(question, indent=4, mark="For the lawyer: ")
    yield from wrapped(finding.effect.text, indent=4, mark="Immigration effect: ")


def _reason(reason: Reason, indent: int) -> Iterator[str]:
    cite = f" ({reason.cite})" if reason.cite else ""
    yield from wrapped(reason.text + cite, indent, mark=_MARKS[reason.holds])
    for step in reason.because:
        yield from _reason(step, indent + 2)
