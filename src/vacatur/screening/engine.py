"""Record and facts in, findings out: every relief that is built, for every item, on one day."""

import datetime as dt
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any

from vacatur.immigration.flags import flags_of
from vacatur.law.errors import LawError
from vacatur.law.pack import Pack
from vacatur.records.facts import Facts
from vacatur.records.item import Item
from vacatur.records.items import items_of
from vacatur.records.record import Record
from vacatur.screening.argument import Argument
from vacatur.screening.docket import situations
from vacatur.screening.finding import Effect, Finding, ImmigrationFlag, ItemFindings, Screening
from vacatur.screening.outline import Outline
from vacatur.screening.reliefs import BUILT, Built
from vacatur.screening.situation import Situation
from vacatur.screening.warnings import warnings_of
from vacatur.screening.wording import Wording, wording_of


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
    found = screen_items(items, facts, as_of, pack, reliefs=reliefs, reasons=reasons)
    return Screening(
        as_of=as_of,
        pack=pack.version,
        items=found,
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
    """The findings of items that are already at hand, in their order."""
    benches = _benches(pack, as_of, reliefs)
    wording = wording_of(pack)
    kind = Argument if reasons else Outline
    return tuple(
        ItemFindings(
            situation.item,
            tuple(bench.finding(kind, situation, wording) for bench in benches),
            _flags(situation.item, pack) if reasons else (),
        )
        for situation in situations(items, facts or Facts(), as_of)
    )


def _flags(item: Item, pack: Pack) -> tuple[ImmigrationFlag, ...]:
    return tuple(
        ImmigrationFlag(flag.ground, flag.text, flag.source, flag.confidence, flag.after_vacatur)
        for flag in flags_of(item, pack)
    )


@dataclass(frozen=True, slots=True)
class Bench:
    """One relief with the law it reads on the day asked about; without it when the data begins later than that day."""

    built: Built
    rules: Any
    effect: Effect
    status: str
    silence: str | None = None

    def finding(self, kind: type[Argument], situation: Situation, wording: Wording) -> Finding:
        """The finding of one item."""
        argument = kind(self.built.id, situation, wording)
        if self.silence is None:
            self.built.find(argument, self.rules)
        else:
            argument.unsettled("law.silent", None, ask="ask.law_silent", why=self.silence)
        return argument.finding(self.effect, self.status)


_READY: dict[tuple[int, dt.date, tuple[str, ...] | None], tuple[Pack, tuple[Bench, ...]]] = {}
_KEPT = 64


def _benches(pack: Pack, day: dt.date, reliefs: Collection[str] | None) -> tuple[Bench, ...]:
    """Every relief asked for, ready for the day. Kept, since many records are asked about one day."""
    key = (id(pack), day, None if reliefs is None else tuple(reliefs))
    found = _READY.get(key)
    if found is None or found[0] is not pack:
        if len(_READY) >= _KEPT:
            _READY.clear()
        found = _READY[key] = (pack, _make(pack, day, reliefs))
    return found[1]


def _make(pack: Pack, day: dt.date, reliefs: Collection[str] | None) -> tuple[Bench, ...]:
    benches = tuple(_bench(pack, day, built) for built in BUILT if reliefs is None or built.id in reliefs)
    silent = [bench.silence for bench in benches if bench.silence is not None]
    if silent and len(silent) == len(benches):
        raise LawError("parameters", f"nothing can be said of that day. {silent[0]}")
    return benches


def _bench(pack: Pack, day: dt.date, built: Built) -> Bench:
    relief = pack.relief(built.id)
    effect = Effect(str(relief.effect.code), relief.effect.text, relief.effect.cite, str(relief.effect.confidence))
    try:
        return Bench(built, built.rules(pack, day), effect, str(relief.status))
    except LawError as error:
        return Bench(built, None, effect, str(relief.status), error.sentence)
