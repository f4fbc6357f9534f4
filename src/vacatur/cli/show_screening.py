"""A screening as a page for people: each item, its findings from open to closed, and under each the reasons."""

from collections.abc import Iterator

from vacatur.cli.layout import heading, pairs, wrapped
from vacatur.kit.tri import Tri
from vacatur.law.pack import Pack
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


def show_screening(screening: Screening, pack: Pack) -> Iterator[str]:
    """Line after line: the day and the law pack, item by item, then what the draft rules are good for."""
    yield f"As of {screening.as_of.isoformat()}, law pack {screening.pack}. Advice to a lawyer, never a decision."
    for warning in screening.warnings:
        yield from wrapped(warning, mark="- ")
    for findings in screening.items:
        yield from _item(findings, pack)
    yield from _drafts(screening, pack)
    if screening.not_screened:
        yield from heading("Not screened: these remedies are known by name only")
        for relief in screening.not_screened:
            yield from wrapped(_name(relief, pack), indent=2, mark="- ")


def short_screening(screening: Screening, pack: Pack) -> Iterator[str]:
    """One line for each item and relief that may be asked for; for a glance."""
    for findings in screening.items:
        applies = [finding for finding in _sorted(findings) if finding.outcome is not Outcome.NOT_APPLICABLE]
        yield from wrapped(_title(findings.item))
        yield from pairs((_name(finding.relief, pack), _outcome(finding)) for finding in applies)
    if any(not pack.relief(finding.relief).reviewer for one in screening.items for finding in one.findings):
        yield "Advice to a lawyer; the rules of law behind it are drafts until counsel has signed them."


def _item(findings: ItemFindings, pack: Pack) -> Iterator[str]:
    yield from heading(_title(findings.item))
    closed = [finding for finding in _sorted(findings) if finding.outcome is Outcome.NOT_APPLICABLE]
    for finding in _sorted(findings):
        if finding.outcome is not Outcome.NOT_APPLICABLE:
            yield from _finding(finding, pack)
    if closed:
        names = "; ".join(_name(finding.relief, pack) for finding in closed)
        yield from wrapped(names, indent=2, mark="Does not apply: ")
    for flag in findings.flags:
        yield from wrapped(f"{flag.text} ({flag.source}; {flag.confidence})", indent=2, mark="Immigration: ")


def _drafts(screening: Screening, pack: Pack) -> Iterator[str]:
    """What may be relied on, and what not, for each rule that counsel has not reviewed."""
    used = {f.relief for item in screening.items for f in item.findings if f.outcome is not Outcome.NOT_APPLICABLE}
    drafts = [relief for relief in pack.reliefs() if relief.id in used and relief.status == "draft"]
    if drafts:
        yield from heading("Draft rules: not yet reviewed by counsel")
    for relief in drafts:
        yield from wrapped(_name(relief.id, pack), indent=2)
        for mark, text in (("Rely on: ", relief.rely_on), ("Do not rely on: ", relief.do_not_rely_on)):
            if text:
                yield from wrapped(text, indent=4, mark=mark)


def _name(relief: str, pack: Pack) -> str:
    return f"{relief}  {pack.relief(relief).name}"


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


def _finding(finding: Finding, pack: Pack) -> Iterator[str]:
    draft = "" if finding.status == "in use" else f"  [rule: {finding.status}]"
    yield f"  {_name(finding.relief, pack)}: {_outcome(finding)}{draft}"
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
