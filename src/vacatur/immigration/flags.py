"""The flags of one item, from the table of offenses. A flag never decides: the immigration attorney does."""

from dataclasses import dataclass
from functools import lru_cache

from vacatur.immigration.custody import custody_printed
from vacatur.immigration.remains import remains
from vacatur.law.offenses import Ground, Offense, OffenseFlag
from vacatur.law.pack import Pack
from vacatur.records.item import Item
from vacatur.records.record import Level

NOT_IN_TABLE = "not_in_table"
Charge = tuple[str | None, str | None, Level | None, str | None]


@dataclass(frozen=True, slots=True)
class Flag:
    """One thing the item may trigger: the ground, its words, the source and its confidence mark.

    `after_vacatur` says what would stay although the conviction were vacated, because the ground rests on conduct and not
    on a conviction; `None` where nothing of that kind is known.
    """

    ground: str
    text: str
    source: str
    confidence: str
    after_vacatur: str | None = None


def flags_of(item: Item, pack: Pack) -> tuple[Flag, ...]:
    """Every flag of the item's charge. A charge that cannot be read or is not in the table is flagged as such, never passed over."""
    return flags_of_charge(pack, *charge_of(item))


def charge_of(item: Item) -> Charge:
    """All that the flags of an item turn on."""
    return item.code, item.charge, item.level, custody_printed(item.sentence) if item.sentence else None


@lru_cache(maxsize=4096)
def flags_of_charge(
    pack: Pack, code: str | None, section: str | None, level: Level | None, custody: str | None
) -> tuple[Flag, ...]:
    """The flags of a charge at a level of conviction, with the custody the sheet prints for it."""
    if code is None or section is None:
        return (_nothing_known(pack, "immigration.charge_not_read"),)
    offense = pack.offense(code, section, level)
    if offense is not None:
        return tuple(_flag(flag, custody, pack, "") for flag in offense.flags)
    narrower = pack.offenses.under(code, section)
    if not narrower:
        return (_nothing_known(pack, "immigration.not_in_table"),)
    return tuple(_flag(flag, custody, pack, _if_it_is(one)) for one in narrower for flag in one.flags)


def _if_it_is(offense: Offense) -> str:
    return f"If it is {offense.code} {offense.sections[0]} ({offense.name.lower()}): "


def _flag(flag: OffenseFlag, custody: str | None, pack: Pack, before: str) -> Flag:
    when = f" When: {flag.when}." if flag.when else ""
    shown = custody is not None and _turns_on_a_term(flag)
    imposed = " " + pack.words("immigration.custody", printed=custody) if shown else ""
    return Flag(
        str(flag.ground),
        f"{before}{flag.text}{when}{imposed}",
        flag.source,
        str(flag.confidence),
        remains(flag.ground, pack),
    )


def _turns_on_a_term(flag: OffenseFlag) -> bool:
    """Whether the flag depends on the term imposed, as several aggravated felonies do."""
    return flag.ground is Ground.AGGRAVATED_FELONY and "imposed" in flag.text


def _nothing_known(pack: Pack, id_: str) -> Flag:
    return Flag(NOT_IN_TABLE, pack.words(id_), pack.words("immigration.table"), "M")
