"""Built remedies have their module and their worked cases: one for each outcome, and three around each line the law draws."""

from collections.abc import Iterator
from pathlib import Path

from vacatur.law.cases import Side, WorkedCase
from vacatur.law.checks.code import Texts, numbers_in
from vacatur.law.pack import Pack
from vacatur.law.parameters import Unit
from vacatur.law.reliefs import Relief

LINES = {Unit.CALENDAR_DAYS, Unit.COURT_DAYS, Unit.YEARS, Unit.TIMES}
RELIEFS = Path("screening") / "reliefs"


def modules(pack: Pack, source: Path) -> Iterator[str]:
    """A remedy is built exactly where its module stands."""
    there = {path.stem for path in (source / RELIEFS).glob("*.py")} - {"__init__"}
    built = {relief.id for relief in pack.reliefs() if relief.built}
    for id_ in sorted(built - there):
        yield f"Law data, reliefs/{id_}.toml: it says built, but there is no module for it."
    for id_ in sorted(there - built):
        yield f"Law data, reliefs/{id_}.toml: there is a module for it, but it does not say built."


def legal_numbers(source: Path) -> Iterator[str]:
    """No number other than 0 and 1 in the modules of the remedies."""
    for path in sorted((source / RELIEFS).glob("*.py")):
        for line, number in numbers_in(path):
            yield f"{RELIEFS / path.name}, line {line}: the number {number} belongs in the law data."


def outcomes(pack: Pack, cases: tuple[WorkedCase, ...]) -> Iterator[str]:
    """Each outcome that a built remedy can have is worked out in a case."""
    for relief in (one for one in pack.reliefs() if one.built):
        worked = {expected.outcome for case in cases if case.relief == relief.id for expected in case.expects}
        for outcome in relief.outcomes:
            if outcome not in worked:
                yield f"Law data, cases/{relief.id}.toml ({relief.cite}): no case comes out as {outcome}."


def thresholds(pack: Pack, cases: tuple[WorkedCase, ...], screening: Texts) -> Iterator[str]:
    """Each number a built remedy reads has a case before, on and after its line; no case names a line that is none."""
    lines = {id_: relief for relief in pack.reliefs() if relief.built for id_ in _lines(pack, relief, screening)}
    for id_, relief in lines.items():
        sides = {case.side for case in cases if case.threshold == id_}
        for side in Side:
            if side not in sides:
                yield f"Law data, cases/{relief.id}.toml ({relief.cite}): no case stands '{side}' the line of {id_}."
    known = set(pack.parameter_ids())
    for case in cases:
        if case.threshold and case.threshold not in known:
            yield f"Law data, {case.file}: the case '{case.name}' names the line {case.threshold}, which is no parameter."


def _lines(pack: Pack, relief: Relief, screening: Texts) -> Iterator[str]:
    """The numbers of a remedy at which its finding changes. Days of notice bind the papers, not the finding."""
    deadlines = {term.amount for id_ in pack.rule_ids() for term in pack.rule(id_).terms}
    for id_ in pack.parameter_ids():
        mine = id_.startswith(f"{relief.id}/") and id_ not in deadlines
        if mine and pack.parameter_of(id_).unit in LINES and screening.names(id_):
            yield id_
