"""Whether the data agrees with itself: offenses with the violent felony list, deadlines with parameters, places with each other."""

from collections import Counter
from collections.abc import Iterable, Iterator

from vacatur.law.offenses import Offense, ViolentLetter
from vacatur.law.pack import Pack
from vacatur.law.parameters import Unit
from vacatur.law.rules import Direction
from vacatur.law.violent import FACTS, SUBDIVISION

COUNTED = {Unit.CALENDAR_DAYS, Unit.COURT_DAYS, Unit.YEARS}
TARGET = "target"


def violent_letters(pack: Pack) -> Iterator[str]:
    """The letter of an offense must be what the newest violent felony list says of its sections."""
    newest = max(rule.from_day for entry in pack.violent_list.all for rule in entry.rules)
    any_felony = {fact for rule in pack.violent_list.of_any_felony(newest) for fact in rule.facts}
    for offense in pack.offenses.all:
        for section in offense.listed:
            rule = pack.violent(section.code, section.text.removeprefix(f"{section.code} "), newest)
            if not _agree(offense, rule.violent_class if rule else ViolentLetter.NOT_LISTED, any_felony):
                yield f"Law data, offenses/{offense.id}.toml: '{section.text}' stands otherwise on the violent felony list."
        if unknown := set(offense.violent_facts) - FACTS - {SUBDIVISION, TARGET}:
            yield f"Law data, offenses/{offense.id}.toml: the fact '{min(unknown)}' is not known."


def _agree(offense: Offense, letter: ViolentLetter, any_felony: set[str]) -> bool:
    """D may also come from what makes any felony violent, or follow the offense agreed on."""
    if offense.violent is ViolentLetter.DEPENDS and letter is ViolentLetter.NOT_LISTED:
        return set(offense.violent_facts) <= {*any_felony, TARGET}
    return offense.violent is letter


def deadline_amounts(pack: Pack) -> Iterator[str]:
    """Each amount of a deadline is a parameter that counts days or years; years never run backward."""
    known = set(pack.parameter_ids())
    for id_ in pack.rule_ids():
        rule = pack.rule(id_)
        for term in rule.terms:
            where = f"Law data, deadlines/{id_}.toml ({rule.cite})"
            if term.amount not in known:
                yield f"{where}: there is no parameter '{term.amount}'."
                continue
            unit = pack.parameter_of(term.amount).unit
            if unit not in COUNTED or (unit is Unit.YEARS and rule.direction is Direction.BACKWARD):
                yield f"{where}: '{term.amount}' cannot be counted there."


def unread_parameters(pack: Pack, named: Iterable[str]) -> Iterator[str]:
    """Parameters that no rule reads: an unread number is dead, and nobody would see it go wrong."""
    amounts = {term.amount for id_ in pack.rule_ids() for term in pack.rule(id_).terms}
    for id_ in sorted(set(pack.parameter_ids()) - amounts - set(named)):
        cite = pack.parameter_of(id_).values[-1].cite
        yield f"Law data, parameters/{id_}.toml ({cite}): no rule reads it."


def places(pack: Pack) -> Iterator[str]:
    """Counties exist, no string names two agencies or courts, no section stands in two offenses, prosecutors' agencies exist."""
    counties = [(f"courts/{court.id}.toml", court.county) for court in pack.courts.all]
    counties += [(f"agencies/{one.id}.toml", one.county) for one in pack.agencies.all if one.county]
    counties += [(f"prosecutors/{one.id}.toml", one.county) for one in pack.prosecutors() if one.county]
    for where, county in counties:
        if pack.courts.county_name(county) is None:
            yield f"Law data, {where}: there is no county '{county}'."
    yield from _twice("courts/", (alias for court in pack.courts.all for alias in court.aliases))
    yield from _twice("agencies/", (name for one in pack.agencies.all for name in (*one.strings, *one.prefixes)))
    yield from _twice("offenses/", (section.text for offense in pack.offenses.all for section in offense.listed))
    agencies = {agency.id for agency in pack.agencies.all}
    for office in pack.prosecutors():
        for agency in sorted(set(office.agencies) - agencies):
            yield f"Law data, prosecutors/{office.id}.toml ({office.cite}): there is no agency '{agency}'."


def _twice(where: str, texts: Iterable[str]) -> Iterator[str]:
    for text, times in Counter(texts).items():
        if times > 1:
            yield f"Law data, {where}: '{text}' stands in {times} files."


def calendars(pack: Pack) -> Iterator[str]:
    """Years follow one another, and a holiday is a weekday (weekends are closed anyway)."""
    years = sorted(pack.calendar.years)
    if years != list(range(years[0], years[-1] + 1)):
        yield "Law data, calendar/: a year is missing between two others."
    for year in pack.calendar.years.values():
        for holiday in year.holidays.values():
            if holiday.day.weekday() > 4:
                yield f"Law data, calendar/{year.year}.toml ({year.cite}): {holiday.day} is a Saturday or Sunday."
