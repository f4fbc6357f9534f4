"""Record and facts in, findings out: every relief that is built, for every item, on one day."""

import datetime as dt
from collections.abc import Collection, Sequence
from functools import lru_cache
from typing import Any

from vacatur.immigration.flags import charge_of, flags_of_charge
from vacatur.law.pack import Pack
from vacatur.records.facts import Facts
from vacatur.records.item import Item
from vacatur.records.items import items_of
from vacatur.records.record import Record
from vacatur.screening.bench import bench_of
from vacatur.screening.booked import Booked, booked_in
from vacatur.screening.docket import situations
from vacatur.screening.finding import ImmigrationFlag, ItemFindings, Screening
from vacatur.screening.warnings import warnings_of

_NOTHING_ATTESTED = Facts()


def screen(
    record: Record,
    facts: Facts | None,
    as_of: dt.date,
    pack: Pack,
    *,
    reliefs: Collection[str] | None = None,
    reasons: bool = True,
) -> Screening:
    """What the law says of every item of a record.

    `reliefs` narrows the reliefs by id; `reasons=False` gives outcomes and days only, for many records at once. InputError
    when a [[nexus]] entry does not fit the sheet, or the law data has nothing to say for the day at all.
    """
    items = items_of(record)
    return Screening(
        as_of=as_of,
        pack=pack.version,
        items=_screened(items, facts, as_of, pack, reliefs, booked_in(record) if reasons else None, reasons),
        not_screened=tuple(relief.id for relief in pack.reliefs() if not relief.built) if reasons else (),
        warnings=warnings_of(record, len(items)) if reasons else (),
    )


def screen_items(
    items: Sequence[Item],
    facts: Facts | None,
    as_of: dt.date,
    pack: Pack,
    *,
    reliefs: Collection[str] | None = None,
    reasons: bool = True,
) -> tuple[ItemFindings, ...]:
    """The findings of items that are already at hand, in their order. What was booked at arrest beside them is not known."""
    return _screened(items, facts, as_of, pack, reliefs, None, reasons)


def _screened(
    items: Sequence[Item],
    facts: Facts | None,
    as_of: dt.date,
    pack: Pack,
    reliefs: Collection[str] | None,
    booked: Booked | None,
    reasons: bool,
) -> tuple[ItemFindings, ...]:
    bench = bench_of(pack, as_of, reliefs)
    cases = situations(items, facts or _NOTHING_ATTESTED, as_of, booked)
    if not reasons:
        return tuple([ItemFindings(one.shown or one.item, bench.shared(one)) for one in cases])
    return tuple([ItemFindings(one.shown or one.item, bench.argued(one), _flags(one.item, pack)) for one in cases])


def _flags(item: Item, pack: Pack) -> tuple[ImmigrationFlag, ...]:
    return _flags_of_charge(pack, *charge_of(item))


@lru_cache(maxsize=4096)
def _flags_of_charge(pack: Pack, *charge: Any) -> tuple[ImmigrationFlag, ...]:
    flags = flags_of_charge(pack, *charge)
    return tuple(
        ImmigrationFlag(flag.ground, flag.text, flag.source, flag.confidence, flag.after_vacatur) for flag in flags
    )
