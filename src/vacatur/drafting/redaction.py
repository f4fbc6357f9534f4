"""What no public paper may hold: the petitioner's full name and aliases, birth dates, and identifying numbers
(Pen. Code, §§ 236.14, subd. (q), 236.15, subd. (q)).
"""

import datetime as dt
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from vacatur.drafting.days import MONTHS
from vacatur.records.facts import Facts
from vacatur.records.items import items_of
from vacatur.records.record import NumberKind, Record, SetApartKind

_PARTICLES = {
    *("de", "del", "la", "las", "los", "el", "y", "e", "da", "do", "dos", "das", "van", "von", "der", "den", "di"),
    *("bin", "al", "san", "santa", "jr", "sr", "ii", "iii", "iv"),
}
_NEAR = 3
_SHORTEST_NUMBER = 5


@dataclass(frozen=True, slots=True)
class FullName:
    """A name as words to look for: one given name near one family name is the full name, in either order."""

    given: frozenset[str]
    family: frozenset[str]


@dataclass(frozen=True, slots=True)
class Suppressed:
    """Everything to look for in a public paper. `numbers` and `days` are already folded to letters and digits."""

    names: tuple[FullName, ...] = ()
    numbers: frozenset[str] = frozenset()
    days: frozenset[tuple[str, ...]] = frozenset()

    def found_in(self, text: str) -> tuple[str, ...]:
        """The kinds of thing found ("name", "number", "birth date"), never the thing itself."""
        words = folded(text)
        line = f" {' '.join(words)} "
        checks = (
            ("name", any(_has_name(name, words, frozenset(words)) for name in self.names)),
            ("number", not self.numbers.isdisjoint(words)),
            ("birth date", any(f" {' '.join(day)} " in line for day in self.days)),
        )
        return tuple(kind for kind, hit in checks if hit)


def folded(text: str) -> tuple[str, ...]:
    """The words of a text without case, accents or punctuation."""
    plain = "".join(letter for letter in unicodedata.normalize("NFKD", text) if not unicodedata.combining(letter))
    return tuple(re.findall(r"[^\W_]+", plain.casefold()))


def suppressed(facts: Facts, record: Record) -> Suppressed:
    """What to look for, from the facts and from the record."""
    said = [name for name in (facts.petitioner.name, *facts.petitioner.also_known_as) if name]
    printed = [name.name for name in record.person.names]
    birth_dates = {day for day in (facts.petitioner.birth_date, *record.person.birth_dates) if day}
    return Suppressed(
        names=tuple(dict.fromkeys(name for text in (*said, *printed) for name in _names(text))),
        numbers=frozenset(_numbers(record)),
        days=frozenset(form for day in birth_dates for form in _day_forms(day)),
    )


def _names(text: str) -> Iterator[FullName]:
    """A name with a comma is family name first, as sheets print it; otherwise the first word is the given name."""
    family, comma, given = text.partition(",")
    if not comma:
        given, _, family = text.strip().partition(" ")
    name = FullName(_name_words(given), _name_words(family))
    if name.given or name.family:
        yield name


def _name_words(text: str) -> frozenset[str]:
    return frozenset(word for word in folded(text) if len(word) > 1 and word not in _PARTICLES)


def _has_name(name: FullName, words: tuple[str, ...], among: frozenset[str]) -> bool:
    if not name.given or not name.family:
        return not among.isdisjoint(name.given | name.family)
    if among.isdisjoint(name.given) or among.isdisjoint(name.family):
        return False
    given = [place for place, word in enumerate(words) if word in name.given]
    family = [place for place, word in enumerate(words) if word in name.family]
    return any(0 < abs(one - other) <= _NEAR for one in given for other in family)


def _numbers(record: Record) -> Iterator[str]:
    person = record.person
    told = [person.cii, *person.other_cii, *(number for _, number in person.numbers)]
    told += [apart.text for apart in record.set_apart if apart.kind is SetApartKind.SSN]
    told += list(_booking_numbers(record))
    told += [item.case for item in items_of(record) if item.juvenile]
    for number in told:
        one = "".join(folded(number or ""))
        if len(one) >= _SHORTEST_NUMBER and any(letter.isdigit() for letter in one):
            yield one


def _booking_numbers(record: Record) -> Iterator[str]:
    """Booking and inmate numbers; a number that is also a case number stays, for a pleading must show it."""
    events = [event for cycle in record.cycles for event in cycle.events]
    cases = {event.number for event in events if event.number_kind is NumberKind.CASE}
    for event in events:
        if event.number_kind in (NumberKind.BOOKING, NumberKind.INMATE) and event.number and event.number not in cases:
            yield event.number


def _day_forms(day: dt.date) -> Iterator[tuple[str, ...]]:
    year, month, date = str(day.year), str(day.month), str(day.day)
    two = (f"{day.month:02}", f"{day.day:02}")
    yield from ((year, *two), (*two, year), (month, date, year), (*two, year[2:]))
    yield (f"{day:%Y%m%d}",)
    for name in (MONTHS[day.month - 1].casefold(), MONTHS[day.month - 1][:3].casefold()):
        yield from ((name, date, year), (date, name, year))
