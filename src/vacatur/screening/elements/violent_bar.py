"""The violent felony bar of one relief on one day: which entries of Penal Code section 667.5, subdivision (c) close it."""

import datetime as dt
from dataclasses import dataclass
from functools import lru_cache

from vacatur.law.pack import Pack
from vacatur.law.parameters import Value
from vacatur.law.sections import Section, asked_sections, listed_section
from vacatur.law.violent import ViolentRule
from vacatur.records.item import Item

_TARGET = "target"


@dataclass(frozen=True, slots=True)
class Listed:
    """What the list says of one charge: its entry, if any, and every fact on which being violent may turn."""

    rule: ViolentRule | None
    facts: frozenset[str]

    @property
    def follows_target(self) -> bool:
        """Whether it stands as another offense does that the sheet does not name: a conspiracy (PC 182)."""
        return _TARGET in self.facts


class ViolentBar:
    """The list narrowed to the entries that bar the relief. A law that narrows the bar is a new value of `barring_entries`."""

    def __init__(self, pack: Pack, relief: str, day: dt.date) -> None:
        self._pack = pack
        self._day = day
        self.entries: Value = pack.parameter(f"{relief}/barring_entries", day)
        self.never: Value = pack.parameter("violent_bar/levels_never_violent", day)
        self._barring = frozenset(self.entries.texts)
        self._levels = frozenset(self.never.texts)
        in_force = pack.violent_list.on(day)
        self._begun = min(rule.from_day for rule in in_force)
        self.of_any_felony = tuple(rule for rule in in_force if rule.any_felony and rule.entry in self._barring)
        self._known: dict[tuple[str, str, bool], Listed] = {}
        self._enhancements: dict[tuple[str, str], bool] = {}

    def never_at(self, level: str) -> bool:
        """Whether nothing at this level is a violent felony."""
        return level in self._levels

    def listed(self, code: str, section: str, attempt: bool) -> Listed:
        """What the list says of a charge; looked up once for each charge."""
        key = (code, section, attempt)
        found = self._known.get(key)
        if found is None:
            found = self._known[key] = self._look_up(code, section, attempt)
        return found

    def _look_up(self, code: str, section: str, attempt: bool) -> Listed:
        rule = self._pack.violent(code, section, self._day, attempt)
        if rule is not None and rule.entry not in self._barring:
            rule = None
        offense = self._pack.offense(code, section)
        facts = frozenset(offense.violent_facts if offense else ())
        return Listed(rule, facts if rule is None else facts.union(rule.facts))

    def added_after(self, rule: ViolentRule, day: dt.date | None) -> bool:
        """Whether the entry was added to the list after `day`, as far back as the list was read."""
        return day is not None and rule.from_day > self._begun and day < rule.from_day

    def enhances(self, rule: ViolentRule, section: str) -> bool:
        """Whether an enhancement's section is one of those that make the entry."""
        return any(
            _enhancement(text, rule.entry).covers(asked)
            for text in rule.enhancements
            for asked in asked_sections("PC", section)
        )

    def is_enhancement(self, item: Item) -> bool:
        """Whether an item of the sheet is one of the listed enhancements, printed as a count of its own."""
        if item.code != "PC" or item.section is None:
            return False
        key = (item.code, item.section)
        if key not in self._enhancements:
            section = item.section
            self._enhancements[key] = any(self.enhances(rule, section) for rule in self.of_any_felony)
        return self._enhancements[key]


@lru_cache(maxsize=64)
def _enhancement(text: str, entry: str) -> Section:
    return listed_section(f"PC {text}", f"violent/{entry}.toml")
