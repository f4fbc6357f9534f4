"""When each piece of law was last checked against its text. A value that is years old may still be right; somebody has to say so."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from vacatur.law.pack import Pack


@dataclass(frozen=True, slots=True)
class Checked:
    """One file, its citation, the day whose text was last checked, and how many days ago that was on the day asked about."""

    file: str
    cite: str
    checked_on: dt.date
    age_days: int

    @property
    def months(self) -> int:
        """Its age in whole months of thirty days."""
        return self.age_days // 30


def stale(pack: Pack, day: dt.date) -> tuple[Checked, ...]:
    """Every dated piece of law, the one checked longest ago first. Those checked after the day asked about have no age."""
    found = (Checked(file, cite, checked, max((day - checked).days, 0)) for file, cite, checked in _dated(pack))
    return tuple(sorted(found, key=lambda one: (-one.age_days, one.file)))


def _dated(pack: Pack) -> Iterator[tuple[str, str, dt.date]]:
    for id_ in pack.parameter_ids():
        parameter = pack.parameter_of(id_)
        yield f"parameters/{id_}.toml", parameter.values[-1].cite, parameter.still_valid_on
    for entry in pack.violent_list.all:
        yield f"violent/{entry.id}.toml", entry.rules[-1].cite, entry.still_valid_on
    for id_ in pack.rule_ids():
        rule = pack.rule(id_)
        yield f"deadlines/{id_}.toml", rule.cite, rule.still_valid_on
    for relief in pack.reliefs():
        yield f"reliefs/{relief.id}.toml", relief.cite, relief.verified_through
    for year in pack.calendar.years.values():
        yield f"calendar/{year.year}.toml", year.cite, year.still_valid_on
    for office in pack.prosecutors():
        yield f"prosecutors/{office.id}.toml", office.cite, office.still_valid_on
    for agency in pack.agencies.all:
        yield f"agencies/{agency.id}.toml", agency.name, agency.still_valid_on
