"""What will be asked, of which court, against which prosecutor, and what is still missing."""

from dataclasses import dataclass
from datetime import date

from vacatur.planning.violence import PLAIN, Violence
from vacatur.records.item import Item


@dataclass(frozen=True, slots=True)
class PlannedItem:
    """One item in a petition: the reliefs pleaded for it ("pc_236_14", "pc_236_15") and its place in the count table.

    `questions` are those of law that the screening left to counsel, whether `cleared` by counsel or not; `violence` is how far
    the item may be called a nonviolent offense.
    """

    row: int
    item: Item
    reliefs: tuple[str, ...]
    offense_date: date | None
    prosecutors: tuple[str, ...]
    questions: tuple[str, ...] = ()
    cleared: bool = False
    violence: Violence = PLAIN


@dataclass(frozen=True, slots=True)
class ServiceList:
    """One prosecutor to serve, and the rows it is served for (PC 236.14(c)). `certain` is false when the law data or the
    facts leave open who prosecuted one of them: then every candidate is served, and the filing sheet says so. `unsure` are
    the rows for which it is open; the others are certain.
    """

    prosecutor: str
    name: str
    rows: tuple[int, ...]
    certain: bool
    unsure: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Petition:
    """One petition: one county (Standards of Jud. Admin., std. 4.15), its court, items and service lists."""

    id: str
    county: str
    court: str | None
    reliefs: tuple[str, ...]
    items: tuple[PlannedItem, ...]
    service: tuple[ServiceList, ...]


@dataclass(frozen=True, slots=True)
class Gap:
    """Something a paper needs and nobody has said yet: the fact's key, the question to ask, and the papers it blocks.

    `row` is a row of the petition `petition`; both are `None` for what every petition needs.
    """

    key: str
    question: str
    blocks: tuple[str, ...] = ()
    row: int | None = None
    petition: str | None = None


@dataclass(frozen=True, slots=True)
class LeftOut:
    """An item no petition asks for, and why in one sentence."""

    item: Item
    why: str


@dataclass(frozen=True, slots=True)
class Plan:
    """Petitions in the order to file them, the gaps, and the items left out with their reason. Nothing falls away silently."""

    as_of: date
    petitions: tuple[Petition, ...]
    gaps: tuple[Gap, ...]
    left_out: tuple[LeftOut, ...]
    cautions: tuple[str, ...] = ()
