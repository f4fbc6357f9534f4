"""The violent felony list of Penal Code section 667.5, subdivision (c), entry by entry and dated: a later statute is a change of data."""

import datetime as dt
from bisect import bisect_right
from collections.abc import Callable
from dataclasses import dataclass, replace
from itertools import pairwise
from pathlib import Path

from vacatur.law.confidence import Confidence
from vacatur.law.files import files_in
from vacatur.law.offenses import ViolentLetter
from vacatur.law.sections import Section, asked_sections, is_attempt, listed_section, printed_sections
from vacatur.law.table import Table, read_table

FOLDER = "violent"
SUBDIVISION = "subdivision"
ATTEMPT = "attempt"
# Keys of FACTS.toml ([[nexus]]), and two things the complaint tells: which subdivision, and whether it was an attempt.
FACTS = {"enhancements", "occupied_residence_proved", "gang_felony", "life_term", "drugged_victim_proved"}


@dataclass(frozen=True, slots=True)
class ViolentRule:
    """One entry of the list as it stands on a day. `violent_class` V: violent on the section alone; D: if the named facts are so.

    `facts` are keys of FACTS.toml, or "subdivision" (the sheet names none and only some are listed) or "attempt" (the list names
    only attempted murder). `enhancements` are the sections that make it violent when found true. `any_felony` entries name no
    section: they reach every felony.
    """

    entry: str
    label: str
    violent_class: ViolentLetter
    facts: tuple[str, ...]
    enhancements: tuple[str, ...]
    cite: str
    confidence: Confidence
    from_day: dt.date
    sections: tuple[Section, ...] = ()
    any_felony: bool = False
    attempts: bool = False
    note: str | None = None
    source: str = ""


@dataclass(frozen=True, slots=True)
class ViolentEntry:
    """One entry through time."""

    id: str
    still_valid_on: dt.date
    rules: tuple[ViolentRule, ...]

    def at(self, day: dt.date) -> ViolentRule | None:
        """The entry on a day; `None` before it was added and after it was taken off (class N)."""
        place = bisect_right(self.rules, day, key=lambda rule: rule.from_day)
        rule = self.rules[place - 1] if place else None
        return None if rule is None or rule.violent_class is ViolentLetter.NOT_LISTED else rule


class ViolentList:
    """The whole list, found by section."""

    def __init__(self, root: Path, citation: Callable[[str], str]) -> None:
        self.all = tuple(_entry(root, file, citation) for file in files_in(root, FOLDER))

    def on(self, day: dt.date) -> tuple[ViolentRule, ...]:
        """Every entry in force on a day."""
        return tuple(rule for entry in self.all if (rule := entry.at(day)))

    def of_any_felony(self, day: dt.date) -> tuple[ViolentRule, ...]:
        """The entries that reach every felony: a life term, proved injury, a proved weapon."""
        return tuple(rule for rule in self.on(day) if rule.any_felony)

    def find(self, code: str, section: str, day: dt.date, attempt: bool = False) -> ViolentRule | None:
        """The entry that lists a charge on a day. V before D, and a full match before one the sheet leaves open."""
        attempt = attempt or is_attempt(section)
        matches = [
            rule
            for asked in asked_sections(code, section)
            for listed in self.on(day)
            if (rule := _match(listed, asked, attempt))
        ]
        matches += [rule for rule in self._violent_as_printed(code, section, day, attempt) if rule not in matches]
        return min(matches, key=_strength) if matches else None

    def _violent_as_printed(self, code: str, section: str, day: dt.date, attempt: bool) -> list[ViolentRule]:
        """Of joined sections one that is violent on its own decides, even where a narrower one stands beside it."""
        return [
            rule
            for printed in printed_sections(code, section)
            for listed in self.on(day)
            if (rule := _match(listed, printed, attempt)) and rule.violent_class is ViolentLetter.VIOLENT
        ]


def _strength(rule: ViolentRule) -> tuple[bool, bool, bool]:
    return (rule.violent_class is not ViolentLetter.VIOLENT, ATTEMPT in rule.facts, SUBDIVISION in rule.facts)


def _match(rule: ViolentRule, asked: Section, attempt: bool) -> ViolentRule | None:
    covered = any(listed.covers(asked) for listed in rule.sections)
    if not covered and not any(asked.covers(listed) for listed in rule.sections):
        return None
    if attempt != rule.attempts:
        return _open(rule, ATTEMPT) if attempt else None
    return rule if covered else _open(rule, SUBDIVISION)


def _open(rule: ViolentRule, fact: str) -> ViolentRule:
    """The entry, left open by one thing the sheet does not tell."""
    confidence = Confidence.INFERRED if fact == ATTEMPT else rule.confidence
    return replace(rule, violent_class=ViolentLetter.DEPENDS, facts=(*rule.facts, fact), confidence=confidence)


def _entry(root: Path, file: str, citation: Callable[[str], str]) -> ViolentEntry:
    table = read_table(root, file)
    id_ = table.id_of_path(FOLDER)
    label = table.text("label")
    still_valid_on = table.day("still_valid_on")
    rules = tuple(_rule(one, id_, label, citation) for one in table.tables("value"))
    days = [rule.from_day for rule in rules]
    if not rules or any(later <= earlier for earlier, later in pairwise(days)):
        table.fail("it needs values, in the order of their days.")
    if still_valid_on < days[-1]:
        table.fail("'still_valid_on' is earlier than its last value.")
    table.end()
    return ViolentEntry(id_, still_valid_on, rules)


def _rule(table: Table, entry: str, label: str, citation: Callable[[str], str]) -> ViolentRule:
    source = table.text("cite")
    rule = ViolentRule(
        entry=entry,
        label=label,
        violent_class=table.choice("class", ViolentLetter),
        facts=table.texts("facts") if "facts" in table else (),
        enhancements=table.texts("enhancements") if "enhancements" in table else (),
        cite=citation(source),
        confidence=table.choice("confidence", Confidence),
        from_day=table.day("from"),
        sections=tuple(listed_section(text, table.file) for text in table.texts("sections"))
        if "sections" in table
        else (),
        any_felony="any_felony" in table and table.flag("any_felony"),
        attempts="attempts" in table and table.flag("attempts"),
        note=table.optional("note"),
        source=source,
    )
    _check(table, rule)
    table.end()
    return rule


def _check(table: Table, rule: ViolentRule) -> None:
    if rule.any_felony == bool(rule.sections):
        table.fail("it must name sections, or say any_felony = true, and not both.")
    if (rule.violent_class is ViolentLetter.DEPENDS) != bool(rule.facts):
        table.fail("'facts' must name facts exactly when 'class' is D.")
    if unknown := set(rule.facts) - FACTS:
        table.fail(f"the fact '{min(unknown)}' is not known: use {', '.join(sorted(FACTS))}.")
