"""Everything the papers of one petition are drafted from."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from vacatur.drafting.redaction import Suppressed
from vacatur.law.pack import Pack
from vacatur.planning.plan import Petition, Plan, PlannedItem
from vacatur.records.ended import how_it_ended
from vacatur.records.facts import CountResult, Facts, Nexus, Victimization, VictimizationKind
from vacatur.records.item import Item, ItemKind
from vacatur.records.record import Record

TRAFFICKING, VIOLENCE = "pc_236_14", "pc_236_15"
_KINDS = {
    CountResult.CONVICTED: "conviction",
    CountResult.ADJUDGED: "adjudication",
    CountResult.DISMISSED: "dismissed",
    CountResult.ACQUITTED: "dismissed",
}


@dataclass(frozen=True, slots=True)
class Period:
    """One period of victimization, its number in FACTS.toml, and the relief it is the ground of."""

    number: int
    told: Victimization

    @property
    def relief(self) -> str:
        """Trafficking is PC 236.14, the other kinds PC 236.15."""
        return TRAFFICKING if self.told.kind is VictimizationKind.TRAFFICKING else VIOLENCE

    @property
    def ground(self) -> str:
        """The kind in words: "human trafficking", "intimate partner violence"."""
        words = self.told.kind.value.replace("_", " ")
        return "human trafficking" if self.relief == TRAFFICKING else words

    def key(self, name: str) -> str:
        """The FACTS.toml key of one of its values."""
        return f"victimization.{self.number}.{name}"

    def facts_key(self, name: str) -> str:
        """Where the value belongs in FACTS.toml."""
        return f"[[victimization]] {self.number}: {name}"

    def holds(self, day: dt.date | None) -> bool:
        """Whether the day is known to lie in the period; both ends count, and so does the last day on which a period that ended
        on an unknown day is known to have gone on.
        """
        start, end = self.told.start, self.told.last_known or self.told.end
        return day is not None and start is not None and start <= day and (end is None or day <= end)


@dataclass(frozen=True, slots=True)
class Row:
    """One row of the count table with what was attested about it, if anything was."""

    planned: PlannedItem
    told: Nexus | None

    @property
    def number(self) -> int:
        """Its row in the count table."""
        return self.planned.row

    @property
    def item(self) -> Item:
        """The arrest or count."""
        return self.planned.item

    @property
    def act_day(self) -> dt.date | None:
        """The attested day of the act; a day that only stands in for it is never pleaded."""
        return self.told.offense_date if self.told is not None else None

    @property
    def kind(self) -> str:
        """arrest, conviction, dismissed (a count that ended without conviction), adjudication, or open: neither the sheet nor
        anybody else has said how the count ended, and then no paper may.
        """
        if self.item.kind is ItemKind.ARREST:
            return "arrest"
        ended = how_it_ended(self.item) or self.told_result
        return "open" if ended is None else _KINDS[ended]

    @property
    def told_result(self) -> CountResult | None:
        """How the count ended by what was attested; it counts only where the sheet is silent."""
        return self.told.result if self.told is not None else None

    def key(self, name: str) -> str:
        """The key of one of its attested values: by case and count as [[nexus]] names it. An arrest without a case and a matter
        of the juvenile court go by their item id, because keys stand in public Word files and their numbers may not.
        """
        number = None if self.item.juvenile else self.item.case
        return f"nexus.{number or self.item.id}.{self.item.count}.{name}"

    def facts_key(self, name: str) -> str:
        """Where the value belongs in FACTS.toml."""
        number = self.item.case or self.item.number or self.item.id
        return f'[[nexus]] number = "{number}", count = {self.item.count}: {name}'

    def record_key(self, name: str) -> str:
        """The key of a value that the sheet gives."""
        return f"item.{self.item.id}.{name}"


@dataclass(frozen=True, slots=True)
class Matter:
    """One petition with its rows and periods in order, the facts, the record, and the law at the day asked about."""

    petition: Petition
    plan: Plan
    facts: Facts
    record: Record
    pack: Pack
    rows: tuple[Row, ...]
    periods: tuple[Period, ...]
    suppressed: Suppressed

    @property
    def as_of(self) -> dt.date:
        """The day asked about."""
        return self.plan.as_of

    @property
    def reliefs(self) -> tuple[str, ...]:
        """The reliefs pleaded for at least one row, 236.14 first."""
        pleaded = {relief for row in self.rows for relief in row.planned.reliefs}
        return tuple(relief for relief in (TRAFFICKING, VIOLENCE) if relief in pleaded)

    def rows_under(self, relief: str) -> tuple[Row, ...]:
        """The rows that plead one relief."""
        return tuple(row for row in self.rows if relief in row.planned.reliefs)

    def periods_of(self, row: Row) -> Iterator[Period]:
        """The periods that are a ground of the row: of a relief it pleads and, where the day is known, holding that day."""
        mine = [period for period in self.periods if period.relief in row.planned.reliefs]
        holding = [period for period in mine if period.holds(row.act_day)]
        yield from holding or mine
