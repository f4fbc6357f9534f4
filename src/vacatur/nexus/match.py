"""Which [[nexus]] entry is about which item: by a number on the sheet, and the count where the number has several."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from vacatur.kit.errors import InputError
from vacatur.law.pack import Pack
from vacatur.law.pack import pack as the_pack
from vacatur.records.ended import how_it_ended
from vacatur.records.facts import Facts, Nexus
from vacatur.records.item import Item, ItemKind


def match(items: Iterable[Item], facts: Facts, pack: Pack | None = None) -> dict[str, Nexus]:
    """The entry for each item id. InputError, by the entry's position and without a fact, when an entry fits no item,
    needs its count, repeats another entry, or contradicts the sheet (a day of the act later than the arrest or the court
    date, another section, another result of the count, another level of conviction). A section that the law data joins with
    the sheet's is added to it: 460(b) for a sheet that says 459 becomes 459/460(b). `pack` is California's unless given.
    """
    if not facts.nexus:
        return {}
    by_number = _by_number(items)
    found: dict[str, Nexus] = {}
    for place, nexus in enumerate(facts.nexus, start=1):
        for item in _items_for(nexus, place, by_number):
            if item.id in found:
                raise InputError(f"{_about(place)} stand twice, in this and an earlier entry: keep one.")
            _check_against_sheet(item, nexus, place)
            found[item.id] = _with_section(item, nexus, place, pack or the_pack())
    return found


def fold(number: str) -> str:
    """A number as it is compared: capital letters and digits only, for sheets print it with spaces, dashes or a '#'."""
    return number.upper() if number.isalnum() else "".join(filter(str.isalnum, number.upper()))


def _by_number(items: Iterable[Item]) -> dict[str, list[Item]]:
    found: dict[str, list[Item]] = {}
    for item in items:
        for number in {fold(number) for number in (item.number, item.case, *item.numbers) if number}:
            found.setdefault(number, []).append(item)
    return found


def _items_for(nexus: Nexus, place: int, by_number: Mapping[str, list[Item]]) -> list[Item]:
    number = fold(nexus.number)
    fits = by_number.get(number, [])
    if not fits:
        raise InputError(
            f"{_about(place)} name a number that is not on the sheet as an item: check it, and for an arrest "
            "whose case was filed use the case number."
        )
    own = [item for item in fits if fold(item.number or "") == number] or fits
    if nexus.count is None:
        if len({(item.number, item.count) for item in own}) > 1:
            raise InputError(f"{_about(place)} name a number with several counts: say which with 'count'.")
        return own
    counted = [item for item in own if item.count == nexus.count]
    if not counted:
        raise InputError(f"{_about(place)} name a count that the sheet does not show under that number.")
    if len({item.number for item in counted}) > 1:
        raise InputError(f"{_about(place)} fit counts of several cases: use the case number instead.")
    return counted


def _check_against_sheet(item: Item, nexus: Nexus, place: int) -> None:
    """A fact completes the sheet and never contradicts it."""
    day = nexus.offense_date
    later = [known for known in (item.arrest_date, item.court_date) if known is not None]
    if day is not None and any(day > known for known in later):
        raise InputError(
            f"{_about(place)} have an offense date after the arrest or court date on the sheet: check both."
        )
    if nexus.conviction_level is not None and item.conviction_level not in (None, nexus.conviction_level):
        raise InputError(f"{_about(place)} give another level of conviction than the sheet: check both.")
    if nexus.result is not None and item.kind is ItemKind.ARREST:
        raise InputError(
            f"{_about(place)} give the result of an arrest that the sheet shows no case for: leave 'result' out."
        )
    if nexus.result is not None and how_it_ended(item) not in (None, nexus.result):
        raise InputError(f"{_about(place)} give another result of the count than the sheet: check both.")


def _with_section(item: Item, nexus: Nexus, place: int, pack: Pack) -> Nexus:
    """The entry, its section put beside the sheet's where the law data has both in one offense."""
    charge, section = item.charge, nexus.section
    if section is None or charge is None or _base(section) in _bases(charge):
        return nexus
    offense = pack.offense(item.code, charge) if item.code else None
    if offense is None or _base(section) not in {one.base for one in offense.listed}:
        raise InputError(
            f"{_about(place)} give another section than the sheet: check both. A section that tells the degree or form of the "
            "sheet's (460 for 459) can be given where the law data joins the two."
        )
    return replace(nexus, section=f"{charge}/{section}")


def _about(place: int) -> str:
    """Which facts, for a person who wrote a facts file or filled in a form."""
    return f"The facts about one item (entry {place} of [[nexus]] in a facts file)"


def _base(section: str) -> str:
    return section.partition("(")[0].strip().lower()


def _bases(section: str) -> set[str]:
    """The sections of a charge without their subdivisions; joined ones ("459/460(b)") are several."""
    return {_base(part) for part in section.split("/")}
