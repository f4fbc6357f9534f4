"""The worked cases as a page of the documentation, for lawyers to read and correct."""

from collections.abc import Iterable, Iterator
from typing import Any

from vacatur.law.cases import Expectation, WorkedCase
from vacatur.law.pack import Pack


def cases_page(cases: Iterable[WorkedCase], pack: Pack) -> str:
    """The page, in Markdown."""
    return "\n".join(_page(tuple(cases), pack)) + "\n"


def _page(cases: tuple[WorkedCase, ...], pack: Pack) -> Iterator[str]:
    yield "# Worked cases"
    yield ""
    yield "<!-- Made by `vacatur law cases --markdown`. All people are FICTIONAL. -->"
    yield ""
    yield (
        f"What the law says of {len(cases)} situations, law data version {pack.version}. Each is run as a test. "
        "If one looks wrong to you, it is a mistake in the case or in the rule: tell us which."
    )
    relief = None
    for case in cases:
        if case.relief != relief:
            relief = case.relief
            yield from ("", f"## {pack.relief(relief).name} ({pack.relief(relief).cite})")
        yield from _case(case)


def _case(case: WorkedCase) -> Iterator[str]:
    yield from ("", f"### {case.name}", "", f"Asked on {case.as_of}.")
    if case.threshold:
        yield from ("", f"This case stands *{case.side}* the line of `{case.threshold}`.")
    if case.note:
        yield from ("", case.note)
    yield ""
    yield from _table(case)
    facts = list(_facts(case.facts_table))
    if facts:
        yield from ("", "What was attested:", "", *facts)
    yield from ("", "What the law says:", "")
    yield from (f"- {_expected(expected)}" for expected in case.expects)


def _table(case: WorkedCase) -> Iterator[str]:
    columns = list(case.rows[0].cells)
    yield f"| {' | '.join(columns)} |"
    yield f"| {' | '.join('---' for _ in columns)} |"
    for row in case.rows:
        yield f"| {' | '.join(row.cells.get(column, '') for column in columns)} |"


def _facts(table: dict[str, Any], within: str = "") -> Iterator[str]:
    for key, value in table.items():
        if isinstance(value, dict):
            yield from _facts(value, f"{within}{key}: ")
        elif isinstance(value, list) and value and isinstance(value[0], dict):
            for one in value:
                yield f"- {within}{key}: {', '.join(f'{name} {_plain(held)}' for name, held in one.items())}"
        else:
            yield f"- {within}{key} {_plain(value)}"


def _plain(value: Any) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, list):
        return "; ".join(_plain(one) for one in value)
    if isinstance(value, dict):
        return ", ".join(f"{name} {_plain(held)}" for name, held in value.items())
    return str(value)


def _expected(expected: Expectation) -> str:
    where = expected.number or "the item"
    if expected.count is not None:
        where += f", count {expected.count}"
    text = f"{where}: **{expected.outcome.replace('_', ' ')}**"
    if expected.day:
        text += f", on {expected.day}"
    if expected.missing:
        text += f"; asked for: {', '.join(expected.missing)}"
    if expected.reasons:
        text += f" ({', '.join(f'`{id_}`' for id_ in expected.reasons)})"
    return text
