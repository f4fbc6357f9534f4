"""Everything the tests of one item may look at."""

from dataclasses import replace
from typing import NamedTuple

from vacatur.nexus.act import ActDay
from vacatur.records.ended import how_it_ended
from vacatur.records.facts import CountResult, Nexus
from vacatur.records.item import Item, ItemKind
from vacatur.records.items import combined
from vacatur.records.record import Disposition, DispositionKind, Level
from vacatur.screening.attested import Attested
from vacatur.screening.booked import Charge

DispositionKinds = tuple[DispositionKind, ...]

_CONVICTED = DispositionKind.CONVICTED
ENDED: DispositionKinds = (
    DispositionKind.CONVICTED,
    DispositionKind.DISMISSED,
    DispositionKind.ACQUITTED,
    DispositionKind.DIVERTED,
    DispositionKind.PROSECUTOR_REJECTED,
    DispositionKind.RELEASED,
    DispositionKind.VACATED,
    DispositionKind.SEALED,
    DispositionKind.DISMISSED_1203_4,
)


class Situation(NamedTuple):
    """One item, what was attested about it, and what was attested about the petitioner on the day asked about.

    `siblings` are the other items of the same case, booking number or arrest; `everything` are all items of the
    record, for the few tests that count across it. `kinds` are what became of the item. `conviction` is the first disposition
    that convicted. `section` is the sheet's, completed by a fact where the sheet names no subdivision. `booked` are the charges
    of the arrest, where the count came of one and they are known. `item` ends as the facts say where the sheet is silent;
    `shown` is the item as the sheet has it.
    """

    item: Item
    nexus: Nexus
    act: ActDay
    attested: Attested
    kinds: DispositionKinds
    conviction: Disposition | None = None
    section: str | None = None
    siblings: tuple[Item, ...] = ()
    everything: tuple[Item, ...] = ()
    booked: tuple[Charge, ...] = ()
    shown: Item | None = None

    @property
    def same_case(self) -> tuple[Item, ...]:
        """The siblings that are counts of the same court case."""
        return tuple(other for other in self.siblings if other.case is not None and other.case == self.item.case)

    @property
    def convicted(self) -> bool:
        """Whether the sheet shows a conviction, whatever became of it later."""
        return self.conviction is not None

    @property
    def federal(self) -> bool:
        """A charge under the United States Code: no California court can undo it."""
        return self.item.code is not None and self.item.code.startswith("US")

    @property
    def level_that_counts(self) -> Level | None:
        """The level at conviction, before any later reduction; for what never became a conviction, the level charged."""
        if self.conviction is None:
            return self.item.charged_level
        return self.conviction.level or self.item.conviction_level or self.nexus.conviction_level

    @property
    def reduced(self) -> bool:
        """Whether a felony was reduced after the conviction (PC 17(b))."""
        return DispositionKind.REDUCED in self.kinds

    @property
    def never_filed(self) -> bool:
        """An arrest that became no case: nothing was charged, so nothing was charged and proved."""
        return self.item.kind is ItemKind.ARREST and not self.combined

    @property
    def combined(self) -> bool:
        """A charge that a prosecutor put together with another case: it may have been filed there."""
        return any(map(combined, self.item.dispositions))

    @property
    def undecided(self) -> bool:
        """A count of a filed case whose end the sheet does not show. No disposition is not a dismissal."""
        return undecided(self.item, self.kinds)


def nexus_key(item: Item, name: str) -> str:
    """The key of a fact of an item: "nexus[5VY02034/1].offense_date". An item without a number is named by its id."""
    return f"nexus[{item.number or item.id}/{item.count}].{name}"


def kinds_of(item: Item) -> DispositionKinds:
    """What became of an item, in the order of the sheet."""
    return tuple([disposition.kind for disposition in item.dispositions])


def undecided(item: Item, kinds: DispositionKinds) -> bool:
    """Whether the sheet leaves open how a count of a filed case ended."""
    ended = any(kind in ENDED for kind in kinds) or item.kind is not ItemKind.COUNT
    return not ended and how_it_ended(item) is None


_ENDS = {
    CountResult.CONVICTED: DispositionKind.CONVICTED,
    CountResult.ADJUDGED: DispositionKind.CONVICTED,
    CountResult.DISMISSED: DispositionKind.DISMISSED,
    CountResult.ACQUITTED: DispositionKind.ACQUITTED,
}


def with_result(item: Item, nexus: Nexus | None) -> Item:
    """The item with the end that was attested from the court's minutes, where the sheet shows none."""
    if nexus is None or nexus.result is None or not undecided(item, kinds_of(item)):
        return item
    said = Disposition(_ENDS[nexus.result], "", item.source, level=nexus.conviction_level)
    return replace(item, dispositions=(*item.dispositions, said))


def conviction_of(item: Item) -> Disposition | None:
    """The first disposition that convicted."""
    for disposition in item.dispositions:
        if disposition.kind is _CONVICTED:
            return disposition
    return None


def section_of(item: Item, nexus: Nexus) -> str | None:
    """The section of a charge with those joined to it, or with the subdivision a fact adds to it."""
    return item.charge if item.section is None or nexus.section is None else nexus.section
