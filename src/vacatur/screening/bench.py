"""The reliefs made ready for one day: each with the law it reads, its effect and its status."""

import datetime as dt
from collections.abc import Collection
from dataclasses import dataclass, field
from functools import reduce
from typing import Any

from vacatur.law.errors import LawError
from vacatur.law.pack import Pack
from vacatur.records.facts import Facts
from vacatur.screening.argument import Argument
from vacatur.screening.finding import Effect, Finding
from vacatur.screening.outline import Outline
from vacatur.screening.reliefs import BUILT, Built
from vacatur.screening.signature import Signature, TurnsOn, signature_of
from vacatur.screening.situation import Situation
from vacatur.screening.wording import Wording, wording_of

_KEPT = 4096


@dataclass(frozen=True, slots=True)
class Ready:
    """One relief with the law it reads on the day asked about; `silence` when the data begins later than that day."""

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


@dataclass(slots=True)
class Bench:
    """All reliefs asked for on one day. Outcomes are shared among items that do not differ in anything an outcome can turn on."""

    ready: tuple[Ready, ...]
    wording: Wording
    turning_days: tuple[dt.date, ...]
    turns_on: TurnsOn
    _kept: tuple[Facts | None, dict[Signature, tuple[Finding, ...]]] = field(default_factory=lambda: (None, {}))

    def argued(self, situation: Situation) -> tuple[Finding, ...]:
        """Findings with every reason."""
        return tuple([one.finding(Argument, situation, self.wording) for one in self.ready])

    def outlined(self, situation: Situation) -> tuple[Finding, ...]:
        """Findings without words."""
        return tuple([one.finding(Outline, situation, self.wording) for one in self.ready])

    def shared(self, situation: Situation) -> tuple[Finding, ...]:
        """The same as `outlined`, worked out once for all items with the same signature under the same facts."""
        if situation.nexus.number:
            return self.outlined(situation)
        kept = self._outcomes_under(situation.attested.facts)
        signature = signature_of(situation, self.turning_days, self.turns_on)
        found = kept.get(signature)
        if found is None:
            found = kept[signature] = self.outlined(situation)
        return found

    def _outcomes_under(self, facts: Facts) -> dict[Signature, tuple[Finding, ...]]:
        """What is kept under these facts. Facts and outcomes are exchanged together, so that threads never mix two clients."""
        known, outcomes = self._kept
        if known is not facts or len(outcomes) >= _KEPT:
            outcomes = {}
            self._kept = (facts, outcomes)
        return outcomes


_BENCHES: dict[tuple[int, dt.date, tuple[str, ...] | None], tuple[Pack, Bench]] = {}
_BENCHES_KEPT = 64


def bench_of(pack: Pack, day: dt.date, reliefs: Collection[str] | None) -> Bench:
    """The bench for a day. Kept, since many records are asked about one day."""
    key = (id(pack), day, None if reliefs is None else tuple(reliefs))
    found = _BENCHES.get(key)
    if found is None or found[0] is not pack:
        if len(_BENCHES) >= _BENCHES_KEPT:
            _BENCHES.clear()
        found = _BENCHES[key] = (pack, _make(pack, day, reliefs))
    return found[1]


def _make(pack: Pack, day: dt.date, reliefs: Collection[str] | None) -> Bench:
    ready = tuple(_ready(pack, day, built) for built in BUILT if reliefs is None or built.id in reliefs)
    silent = [one.silence for one in ready if one.silence is not None]
    if silent and len(silent) == len(ready):
        raise LawError("parameters", f"nothing can be said of that day. {silent[0]}")
    turns_on = reduce(TurnsOn.joined, (one.built.turns_on for one in ready), TurnsOn())
    turning_days = sorted({rule.from_day for rule in pack.violent_list.on(day)})
    return Bench(ready, wording_of(pack), tuple(turning_days), turns_on)


def _ready(pack: Pack, day: dt.date, built: Built) -> Ready:
    relief = pack.relief(built.id)
    effect = Effect(str(relief.effect.code), relief.effect.text, relief.effect.cite, str(relief.effect.confidence))
    try:
        return Ready(built, built.rules(pack, day), effect, str(relief.status))
    except LawError as error:
        return Ready(built, None, effect, str(relief.status), error.sentence)
