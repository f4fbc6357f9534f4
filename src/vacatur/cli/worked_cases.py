"""Running the worked cases of the law data: what the screening says against what the case expects."""

from collections.abc import Iterator

from vacatur.law.cases import Expectation, WorkedCase
from vacatur.law.pack import Pack
from vacatur.screening.finding import Finding, ItemFindings, Reason, Screening


def differences(case: WorkedCase, pack: Pack) -> list[str]:
    """What the law says differently from what the case expects, one sentence each. None when they agree."""
    from vacatur.screening.engine import screen

    screening = screen(case.record, case.facts, case.as_of, pack)
    return [text for expected in case.expects for text in _differences(case, expected, screening)]


def _differences(case: WorkedCase, expected: Expectation, screening: Screening) -> Iterator[str]:
    items = [one for one in screening.items if _is_meant(expected, one)]
    if len(items) != 1:
        yield f"{_where(expected)}: {len(items)} items of the record fit; exactly one must."
        return
    findings = [finding for finding in items[0].findings if finding.relief == case.relief]
    if len(findings) != 1:
        yield f"{_where(expected)}: {case.relief} was found {len(findings)} times; exactly one finding must stand."
        return
    for text in _compare(expected, findings[0]):
        yield f"{_where(expected)}: {text}"


def _compare(expected: Expectation, finding: Finding) -> Iterator[str]:
    if finding.outcome.value != expected.outcome.value:
        yield f"expected {expected.outcome.value}, found {finding.outcome.value} ({', '.join(_tree(finding.reasons))})."
    if finding.day != expected.day:
        yield f"expected the day {expected.day}, found {finding.day}."
    reasons = set(_tree(finding.reasons))
    for id_ in expected.reasons:
        if id_ not in reasons:
            yield f"the reason {id_} does not stand in the tree ({', '.join(sorted(reasons))})."
    keys = [missing.key for missing in finding.missing]
    for key in expected.missing:
        if not any(key == found or found.endswith(f".{key}") for found in keys):
            yield f"the fact {key} is not asked for (asked: {', '.join(keys) or 'none'})."
    texts = " ".join((*finding.questions, *_texts(finding.reasons)))
    for text in expected.says:
        if text not in texts:
            yield f"nothing says '{text}'."


def _is_meant(expected: Expectation, item: ItemFindings) -> bool:
    numbers = {item.item.number, *item.item.numbers}
    return (expected.number is None or expected.number in numbers) and (
        expected.count is None or expected.count == item.item.count
    )


def _where(expected: Expectation) -> str:
    number = expected.number or "the only item"
    return number if expected.count is None else f"{number}, count {expected.count}"


def _tree(reasons: tuple[Reason, ...]) -> Iterator[str]:
    for reason in reasons:
        yield reason.id
        yield from _tree(reason.because)


def _texts(reasons: tuple[Reason, ...]) -> Iterator[str]:
    for reason in reasons:
        yield reason.text
        yield from _texts(reason.because)
