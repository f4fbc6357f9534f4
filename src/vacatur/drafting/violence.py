"""Why each row is a nonviolent offense (Pen. Code, §§ 236.14, subd. (t), 667.5, subd. (c)), as far as facts allow it."""

from collections.abc import Iterator

from vacatur.drafting.asking import missing_in
from vacatur.drafting.blocks import Inline
from vacatur.drafting.matter import Matter, Row
from vacatur.law.offenses import ViolentLetter
from vacatur.law.violent import ATTEMPT, SUBDIVISION, ViolentRule
from vacatur.records.facts import EnhancementStatus, Nexus
from vacatur.records.record import Level

_KEYS = {SUBDIVISION: "section", ATTEMPT: "section"}


def rows_to_explain(matter: Matter) -> Iterator[tuple[Row, Inline | None]]:
    """The rows whose section stands on the list for some forms of the offense: with nothing more to say where the facts
    take them off it, else with the bracket for what counsel must add.
    """
    for row in matter.rows:
        rule = _rule(matter, row)
        if rule is not None:
            fact = _open_fact(rule, row.told)
            yield row, None if fact is None else missing_in(row, fact, "nexus.violent_felony")


def _rule(matter: Matter, row: Row) -> ViolentRule | None:
    """The entry of the list, as it stands on the day asked about, that names the row's section."""
    level = row.item.conviction_level or (row.told.conviction_level if row.told else None) or row.item.level
    if level in (Level.MISDEMEANOR, Level.INFRACTION) or not row.item.code or not row.item.charge:
        return None
    section = (row.told.section if row.told else None) or row.item.charge
    return matter.pack.violent(row.item.code, section, matter.as_of, row.item.attempt)


def _open_fact(rule: ViolentRule, told: Nexus | None) -> str | None:
    """The FACTS.toml key of the first fact that does not take the row off the list; `None` when all do."""
    if rule.violent_class is not ViolentLetter.DEPENDS:
        return "violent_felony"
    facts = (_KEYS.get(fact, fact) for fact in rule.facts)
    return next((fact for fact in facts if told is None or not _denied(fact, told)), None)


def _denied(fact: str, told: Nexus) -> bool:
    if fact == "enhancements":
        true = EnhancementStatus.FOUND_TRUE
        return told.enhancements is not None and all(one.status is not true for one in told.enhancements)
    return getattr(told, fact, None) is False
