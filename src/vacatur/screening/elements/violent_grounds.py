"""Every way in which an offense may be on the violent felony list: by its own section, and by what makes any felony violent."""

from collections.abc import Iterator
from dataclasses import dataclass

from vacatur.kit.tri import Tri, tri_all, tri_not
from vacatur.law.violent import ATTEMPT, SUBDIVISION, ViolentRule
from vacatur.records.facts import Enhancement, EnhancementStatus
from vacatur.records.record import Level
from vacatur.screening.argument import Argument, FactWanted
from vacatur.screening.elements.violent_bar import ViolentBar
from vacatur.screening.finding import Reason
from vacatur.screening.situation import Situation

_ENHANCEMENTS = "enhancements"
ENHANCEMENTS_WANTED = ((_ENHANCEMENTS, "ask.enhancements"),)
_FACT_OF = {SUBDIVISION: "section"}
_WORD = {True: "yes", False: "no", None: "open"}
_PROVED = {EnhancementStatus.FOUND_TRUE, EnhancementStatus.ADMITTED}
_NEEDS_A_CASE = "_proved"  # a fact that only a case can have settled: it was charged and proved


@dataclass(frozen=True, slots=True)
class Ground:
    """One way the offense may be on the list: whether it is, the step that says so, facts to ask for, a question to decide."""

    rule: ViolentRule
    violent: Tri
    step: Reason
    wanted: tuple[FactWanted, ...] = ()
    ask: str | None = None

    @property
    def sure(self) -> bool:
        """Whether the entry was read in a source: otherwise it may flag, never decide."""
        return self.rule.confidence.may_decide


def grounds(argument: Argument, bar: ViolentBar, code: str, section: str) -> Iterator[Ground]:
    """The entry that names the charge, and those for any felony that the facts, the charge or the sheet bring up."""
    situation = argument.situation
    listed = bar.listed(code, section, situation.item.attempt)
    if listed.rule is not None:
        yield _by_charge(argument, listed.rule)
    if not _felony_entries_come_up(situation, bar, listed.facts):
        return
    for rule in bar.of_any_felony:
        ground = _by_felony(argument, bar, rule, listed.facts)
        if ground is not None:
            yield ground


def _felony_entries_come_up(situation: Situation, bar: ViolentBar, facts: frozenset[str]) -> bool:
    nexus = situation.nexus
    if facts or nexus.enhancements is not None or nexus.life_term is not None:
        return True
    return any(bar.is_enhancement(other) for other in situation.siblings)


def _by_charge(argument: Argument, rule: ViolentRule) -> Ground:
    mark = str(rule.confidence)
    if not rule.facts:
        return Ground(rule, True, argument.step("violent.listed", rule.cite, False, mark=mark, entry=rule.label))
    facts = [(name, _fact(argument.situation, name)) for name in rule.facts]
    violent = tri_all(value for _, value in facts)
    steps = [argument.step(f"fact.{name}_{_WORD[value]}", None, tri_not(value)) for name, value in facts]
    unknown = [name for name, value in facts if value is None] if violent is None else []
    return Ground(
        rule,
        violent,
        argument.step("violent.listed_if", rule.cite, tri_not(violent), *steps, mark=mark, entry=rule.label),
        tuple((_FACT_OF.get(name, name), f"ask.{name}") for name in unknown if name != ATTEMPT),
        "ask.attempt" if ATTEMPT in unknown else None,
    )


def _fact(situation: Situation, name: str) -> Tri:
    """A deciding fact. What the complaint alone tells (the subdivision, an attempt) stays open; nothing was proved where
    nothing was filed.
    """
    if name in (SUBDIVISION, ATTEMPT):
        return None
    if situation.never_filed and name.endswith(_NEEDS_A_CASE):
        return False
    value: Tri = getattr(situation.nexus, name)
    return value


def _by_felony(argument: Argument, bar: ViolentBar, rule: ViolentRule, asked: frozenset[str]) -> Ground | None:
    if _ENHANCEMENTS in rule.facts:
        return _by_enhancement(argument, bar, rule, asked)
    (name,) = rule.facts
    value = _fact(argument.situation, name)
    if value is None and name not in asked:
        return None
    step = argument.step(f"fact.{name}_{_WORD[value]}", rule.cite, tri_not(value), mark=str(rule.confidence))
    return Ground(rule, value, step, ((name, f"ask.{name}"),) if value is None else ())


def _by_enhancement(argument: Argument, bar: ViolentBar, rule: ViolentRule, asked: frozenset[str]) -> Ground | None:
    attested = argument.situation.nexus.enhancements
    if attested is not None:
        return _by_status(argument, bar, rule, attested, asked)
    if _ENHANCEMENTS not in asked and not any(bar.is_enhancement(other) for other in argument.situation.siblings):
        return None
    if argument.situation.never_filed:
        return Ground(rule, False, _enhancement_step(argument, rule, "never_filed", True))
    return Ground(rule, None, _enhancement_step(argument, rule, "not_asked", None), ENHANCEMENTS_WANTED)


def _by_status(
    argument: Argument, bar: ViolentBar, rule: ViolentRule, attested: tuple[Enhancement, ...], asked: frozenset[str]
) -> Ground | None:
    statuses = {one.status for one in attested if bar.enhances(rule, one.section)}
    if statuses & _PROVED:
        return Ground(rule, True, _enhancement_step(argument, rule, "found_true", False))
    if EnhancementStatus.CHARGED in statuses:
        return Ground(rule, None, _enhancement_step(argument, rule, "charged", None), ENHANCEMENTS_WANTED)
    if statuses - {EnhancementStatus.NOT_FOUND_TRUE}:
        step = _enhancement_step(argument, rule, "not_found", None)
        return Ground(rule, None, step, (), "ask.enhancement_not_found")
    if statuses:
        return Ground(rule, False, _enhancement_step(argument, rule, "not_found_true", True))
    said_none = not attested and argument.situation.level_that_counts is Level.FELONY
    if _ENHANCEMENTS not in asked and not said_none:
        return None
    return Ground(rule, False, _enhancement_step(argument, rule, "none", True))


def _enhancement_step(argument: Argument, rule: ViolentRule, word: str, holds: Tri) -> Reason:
    return argument.step(f"enhancement.{word}", rule.cite, holds, mark=str(rule.confidence), entry=rule.label)
