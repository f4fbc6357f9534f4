"""The items of one record as situations: each with its facts, its neighbors and its day."""

import datetime as dt
from collections import defaultdict
from collections.abc import Sequence
from itertools import chain

from vacatur.nexus.act import act_day, with_act_day
from vacatur.nexus.match import fold, match
from vacatur.records.facts import Facts, Nexus
from vacatur.records.item import Item
from vacatur.screening.attested import Attested
from vacatur.screening.booked import Booked
from vacatur.screening.situation import Situation, conviction_of, kinds_of, section_of, with_result

_NOTHING_SAID = Nexus(number="")
Group = tuple[int, ...]
Link = str | tuple[dt.date, str]


def situations(items: Sequence[Item], facts: Facts, as_of: dt.date, booked: Booked | None = None) -> list[Situation]:
    """One for each item, in the order given. InputError when a [[nexus]] entry does not fit the sheet."""
    said = match(items, facts)
    dated = tuple([with_act_day(item, said.get(item.id)) for item in items]) if said else tuple(items)
    ended = tuple([with_result(item, said.get(item.id)) for item in dated]) if said else dated
    attested = Attested(facts, as_of)
    return [
        _situation(item, said.get(item.id, _NOTHING_SAID), attested, siblings, ended, booked, shown)
        for item, siblings, shown in zip(ended, _neighbors(ended), dated, strict=True)
    ]


def _situation(
    item: Item,
    nexus: Nexus,
    attested: Attested,
    siblings: tuple[Item, ...],
    everything: tuple[Item, ...],
    booked: Booked | None,
    shown: Item,
) -> Situation:
    charges = booked.get(item.arrest_date, ()) if booked and item.arrest_date else ()
    return Situation(
        item,
        nexus,
        act_day(item, nexus),
        attested,
        kinds_of(item),
        conviction_of(item),
        section_of(item, nexus),
        siblings,
        everything,
        charges,
        shown,
    )


def _neighbors(items: Sequence[Item]) -> list[tuple[Item, ...]]:
    """For each item the others of the same case, booking number or arrest, in the record's order."""
    sharing: list[list[Group]] = [[] for _ in items]
    for group in {tuple(places) for places in _places(items).values() if len(places) > 1}:
        for place in group:
            sharing[place].append(group)
    return [_others(items, place, groups) if groups else () for place, groups in enumerate(sharing)]


def _others(items: Sequence[Item], mine: int, groups: list[Group]) -> tuple[Item, ...]:
    together = groups[0] if len(groups) == 1 else sorted(set(chain.from_iterable(groups)))
    return tuple([items[place] for place in together if place != mine])


def _places(items: Sequence[Item]) -> dict[Link, list[int]]:
    """Where in the record each number and each arrest stands: its day and every agency that had a part in it, and the booking
    numbers of an arrest that has several, for a supplemental arrest is of another day.
    """
    places: dict[Link, list[int]] = defaultdict(list)
    for place, item in enumerate(items):
        for number in item.numbers:
            places[fold(number)].append(place)
        if item.arrest_date is not None:
            for agency in item.agencies:
                places[item.arrest_date, agency].append(place)
        if len(item.arrest_numbers) > 1:
            for number in item.arrest_numbers:
                places[fold(number)].append(place)
    return places
