"""Facts that contradict each other, lie in the future or cannot be. Told by key; the values stay out of the sentence."""

import datetime as dt
import re
from collections.abc import Iterable, Iterator
from itertools import combinations

from vacatur.records.facts import Facts, Never, Nexus, Victimization

_INITIALS = re.compile(r"(?:[^\W\d_]\.[ -]?){1,3}[^\W\d_]\.")


def contradictions(facts: Facts, as_of: dt.date) -> list[str]:
    """What cannot all be true, each as half a sentence naming the keys. Tables of a list are counted from 1."""
    return [
        *_initials(facts.petitioner.initials),
        *_future(facts, as_of),
        *_births(facts),
        *(problem for number, one in enumerate(facts.victimizations, 1) for problem in _victimization(one, number)),
        *_victimization_pairs(facts.victimizations),
        *(problem for number, one in enumerate(facts.nexus, 1) for problem in _nexus(one, number)),
        *_nexus_pairs(facts.nexus),
        *_twice("agency", "printed", [" ".join(one.printed.upper().split()) for one in facts.agencies]),
        *_twice("service", "prosecutor", [one.prosecutor for one in facts.service]),
    ]


def _initials(initials: str | None) -> Iterable[str]:
    """A name in their place would stand in every public paper (PC 236.14(q))."""
    if initials is None or _INITIALS.fullmatch(initials):
        return ()
    return ("petitioner.initials must be two to four letters, each with a period, like M.A.V.",)


def _days(facts: Facts) -> Iterator[tuple[str, dt.date | None]]:
    yield "petitioner.birth_date", facts.petitioner.birth_date
    for number, one in enumerate(facts.victimizations, 1):
        path = f"victimization[{number}]"
        yield f"{path}.from", one.start
        yield f"{path}.to", one.end
        yield f"{path}.at_least_until", one.at_least_until
        yield f"{path}.sought_services", None if isinstance(one.sought_services, Never) else one.sought_services
    for number, nexus in enumerate(facts.nexus, 1):
        yield f"nexus[{number}].offense_date", nexus.offense_date
        yield f"nexus[{number}].probation_ended", nexus.probation_ended


def _future(facts: Facts, as_of: dt.date) -> Iterable[str]:
    return (
        f"{key} lies after the day asked about (as of)" for key, day in _days(facts) if day is not None and day > as_of
    )


def _births(facts: Facts) -> Iterable[str]:
    birth = facts.petitioner.birth_date
    if birth is None:
        return ()
    days = ((key, day) for key, day in _days(facts) if key != "petitioner.birth_date")
    return (f"{key} lies before petitioner.birth_date" for key, day in days if day is not None and day < birth)


def _victimization(one: Victimization, number: int) -> Iterator[str]:
    path = f"victimization[{number}]"
    if one.start and one.end and one.end < one.start:
        yield f"{path}.from lies after {path}.to"
    if one.ended and one.end:
        yield f"{path}.ended says that the day is not known, and {path}.to gives it: keep one"
    if one.at_least_until and not one.ended:
        yield f'{path}.at_least_until is for a period with ended = "unknown"'
    if one.start and one.at_least_until and one.at_least_until < one.start:
        yield f"{path}.from lies after {path}.at_least_until"
    sought = one.sought_services
    if one.start and isinstance(sought, dt.date) and sought < one.start:
        yield f"{path}.sought_services lies before {path}.from"


def _victimization_pairs(all_of_them: tuple[Victimization, ...]) -> Iterator[str]:
    for (first, one), (second, other) in combinations(enumerate(all_of_them, 1), 2):
        if one.kind is not other.kind:
            continue
        pair = f"victimization[{first}] and victimization[{second}]"
        if _span(one) == _span(other):
            yield f"{pair} tell the same period twice"
        elif (
            _overlap(one, other) and Never.NEVER in (one.sought_services, other.sought_services) and _sought(one, other)
        ):
            yield f"{pair} overlap and contradict each other on sought_services"


def _overlap(one: Victimization, other: Victimization) -> bool:
    """Do both periods share a day, as far as their ends are known?"""
    first, second = sorted((one, other), key=lambda v: v.start or dt.date.min)
    return first.end is None or second.start is None or second.start <= first.end


def _span(one: Victimization) -> tuple[object, ...]:
    return one.start, one.end, one.ended, one.at_least_until


def _sought(one: Victimization, other: Victimization) -> bool:
    return any(isinstance(v.sought_services, dt.date) for v in (one, other))


def _nexus(one: Nexus, number: int) -> Iterator[str]:
    path = f"nexus[{number}]"
    if one.offense_date and one.probation_ended and one.probation_ended < one.offense_date:
        yield f"{path}.probation_ended lies before {path}.offense_date"
    if one.limitations_run and one.can_be_refiled:
        yield f"{path}.limitations_run and {path}.can_be_refiled cannot both be true"


def _nexus_pairs(all_of_them: tuple[Nexus, ...]) -> Iterator[str]:
    for (first, one), (second, other) in combinations(enumerate(all_of_them, 1), 2):
        if _plain(one.number) != _plain(other.number):
            continue
        pair = f"nexus[{first}] and nexus[{second}]"
        if one.count == other.count:
            yield f"{pair} are about the same number and count"
        elif one.count is None or other.count is None:
            yield f"{pair} are about the same number; give each its count"


def _plain(number: str) -> str:
    return re.sub(r"[^A-Z0-9]", "", number.upper())


def _twice(table: str, key: str, values: list[str]) -> Iterator[str]:
    for (first, one), (second, other) in combinations(enumerate(values, 1), 2):
        if one == other:
            yield f"{table}[{first}] and {table}[{second}] have the same {key}"
