"""What filing needs and nobody has said yet, each once, in the order of FACTS.toml."""

import re
from collections.abc import Iterable, Iterator

from vacatur.law.pack import Pack
from vacatur.planning.counties import UNKNOWN
from vacatur.planning.plan import Gap, Petition, PlannedItem
from vacatur.planning.pleading import Pleading
from vacatur.records.facts import Facts, Nexus, Victimization, VictimizationKind
from vacatur.records.item import Item

_OF_ITEM = re.compile(r"nexus\[.*\]\.([a-z_]+)")
_OF_PERIOD = re.compile(r"victimization\[(\d+)\]\.([a-z_]+)")
_BLOCKS = {
    "petitioner": ("identification",),
    "counsel": ("notice", "petition"),
    "victimization": ("petition", "declaration"),
    "nexus": ("petition", "declaration"),
}
_PETITIONER = ("name", "initials", "birth_date")
_COUNSEL = ("name", "bar_number", "address", "phone", "email")


def gaps_of_facts(facts: Facts, reliefs: Iterable[str], pack: Pack) -> Iterator[Gap]:
    """What every petition needs: the petitioner, counsel, and each period that is a ground of a pleaded relief."""
    for name in _PETITIONER:
        if not getattr(facts.petitioner, name):
            yield _gap("petitioner", f"petitioner.{name}", f"gap.petitioner_{name}", pack)
    if facts.petitioner.name and not facts.petitioner.attested.source:
        yield _gap("petitioner", "petitioner.source", "gap.petitioner_source", pack)
    for name in _COUNSEL:
        if not getattr(facts.counsel, name):
            yield _gap("counsel", f"counsel.{name}", f"gap.counsel_{name}", pack)
    pleaded = set(reliefs)
    for place, period in enumerate(facts.victimizations, start=1):
        if _relief_of(period) in pleaded:
            yield from _of_period(place, period, pack)


def _relief_of(period: Victimization) -> str:
    return "pc_236_14" if period.kind is VictimizationKind.TRAFFICKING else "pc_236_15"


def _of_period(place: int, period: Victimization, pack: Pack) -> Iterator[Gap]:
    key = f"victimization.{place}"
    if not period.account:
        yield _gap("victimization", f"{key}.account", "gap.victimization_account", pack)
    elif not period.attested.approved:
        yield _gap("victimization", f"{key}.approved", "gap.victimization_approved", pack)
    if not period.attested.source:
        yield _gap("victimization", f"{key}.source", "gap.victimization_source", pack)
    if _relief_of(period) == "pc_236_15" and not period.why_now:
        yield _gap("victimization", f"{key}.why_now", "gap.victimization_why_now", pack)


def gaps_of_row(
    petition: Petition, planned: PlannedItem, pleading: Pleading, nexus: Nexus | None, pack: Pack
) -> Iterator[Gap]:
    """What one row of the count table needs."""
    said = nexus or Nexus(number="")
    lacking = {
        "offense_date": said.offense_date is None,
        "direct_result": said.direct_result is None,
        "account": not said.account,
        "approved": bool(said.account) and not said.attested.approved,
        "prosecutor": not planned.prosecutors,
        "county": petition.county == UNKNOWN,
        "counsel_cleared": pleading.undecided and said.counsel_cleared is not True,
        "source": nexus is not None and not said.attested.source,
    }
    for name, missing in lacking.items():
        if missing:
            yield _row_gap(petition, planned, name, _words(name, petition, planned, pack))
    for fact in pleading.missing:
        found = _OF_ITEM.fullmatch(fact.key)
        if found is None:
            yield Gap(_OF_PERIOD.sub(r"victimization.\1.\2", fact.key), fact.question, ("petition",))
        elif found[1] not in lacking:
            yield _row_gap(petition, planned, found[1], fact.question)


def _words(name: str, petition: Petition, planned: PlannedItem, pack: Pack) -> str:
    """The question; with the questions of law that wait for counsel, and for a county of which the law data has no office, how
    to give it one.
    """
    if name == "counsel_cleared":
        return pack.words("gap.counsel_cleared", questions=" ".join(planned.questions))
    county = pack.courts.county_name(petition.county)
    if name == "prosecutor" and county and not pack.prosecutors(petition.county):
        return pack.words("gap.prosecutor_no_data", county=county)
    return pack.words(f"gap.{name}")


def _row_gap(petition: Petition, planned: PlannedItem, name: str, question: str) -> Gap:
    blocks = ("proof-of-service",) if name == "prosecutor" else _BLOCKS["nexus"]
    return Gap(row_key(planned.item, name), question, blocks, planned.row, petition.id)


def row_key(item: Item, name: str) -> str:
    """The key of a fact of an item in the papers: "nexus.5VY02034.1.account". An arrest and a juvenile matter go by item id."""
    number = None if item.juvenile else item.case
    return f"nexus.{number or item.id}.{item.count}.{name}"


def _gap(table: str, key: str, words: str, pack: Pack) -> Gap:
    return Gap(key, pack.words(words), _BLOCKS[table])


def each_once(gaps: Iterable[Gap]) -> tuple[Gap, ...]:
    """The gaps without repetition: the first of a key in a petition stays."""
    found: dict[tuple[str, str | None], Gap] = {}
    for gap in gaps:
        found.setdefault((gap.key, gap.petition), gap)
    return tuple(found.values())
