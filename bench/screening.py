"""Screening: records a second of one core, 12 items a record, with full reasons and with outcomes only.

    python -m bench.screening

One JSON object a line, in records a second; `ratio` says how many times as many records as the peer. "from the record"
includes making the items of a record; "items at hand" begins with them, as the peer begins with its charges. The peer's
figure was measured earlier on a machine of the same kind (two cores). Time is that of the processor, so that other work on
the machine counts less. FICTIONAL people throughout.
"""

import datetime as dt
import json
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from itertools import islice
from time import process_time
from typing import Any, TypeVar

from bench import result
from bench.corpus import corpus
from demo.sheet import sheet_text
from vacatur.law import pack
from vacatur.reading import read_text
from vacatur.records.facts import Facts, Status, Victimization, VictimizationKind
from vacatur.records.items import items_of
from vacatur.records.record import Record
from vacatur.screening.engine import screen, screen_items

DAY = dt.date(2026, 11, 24)
ITEMS = 12
RECORDS = 200
ROUNDS = 7
ONE_FAMILY = ("pc_1203_4",)
PEER = "RecordSponge, one family, measured earlier"
PEER_MEDIAN = 7_667.0
FACTS = Facts(
    status=Status(on_probation=False, serving_sentence=False, charged=False),
    victimizations=(
        Victimization(VictimizationKind.TRAFFICKING, dt.date(2004, 1, 1), dt.date(2012, 6, 30), dt.date(2016, 3, 1)),
    ),
)
Thing = TypeVar("Thing")


def records(count: int = RECORDS) -> list[Record]:
    """Different records of exactly 12 items, read from dealt sheets and cut after the arrest that makes them 12."""
    people = corpus(count * 10, seed=7, cycles=ITEMS)
    found = (_cut(read_text(sheet_text(person), file="sheet.txt")) for person in people)
    return list(islice((record for record in found if record is not None), count))


def _cut(record: Record) -> Record | None:
    for length in range(1, len(record.cycles) + 1):
        shorter = replace(record, cycles=record.cycles[:length])
        if len(items_of(shorter)) == ITEMS:
            return shorter
    return None


def rates(work: Callable[[Thing], object], things: Sequence[Thing], rounds: int = ROUNDS) -> list[float]:
    """Things a second in each round, after one to warm up."""
    _once(work, things)
    return [len(things) / _once(work, things) for _ in range(rounds)]


def _once(work: Callable[[Thing], object], things: Sequence[Thing]) -> float:
    start = process_time()
    for thing in things:
        work(thing)
    return process_time() - start


line = partial(result.line, unit="records/s", digits=None)


def results(count: int = RECORDS, rounds: int = ROUNDS) -> Iterator[dict[str, Any]]:
    """Every measurement of this script."""
    whole = records(count)
    items = [items_of(record) for record in whole]
    law = pack()
    full = partial(screen, facts=FACTS, as_of=DAY, pack=law)
    ready = partial(screen_items, facts=FACTS, as_of=DAY, pack=law)
    yield line("all reliefs, full reasons, from the record", rates(full, whole, rounds))
    yield line("all reliefs, full reasons, items at hand", rates(ready, items, rounds))
    yield line("all reliefs, outcomes only, from the record", rates(partial(full, reasons=False), whole, rounds))
    yield line("all reliefs, outcomes only, items at hand", rates(partial(ready, reasons=False), items, rounds))
    yield line(
        "one family, outcomes only, items at hand",
        rates(partial(ready, reasons=False, reliefs=ONE_FAMILY), items, rounds),
        peer=PEER,
        peer_median=PEER_MEDIAN,
    )
    yield line(
        "one family, full reasons, items at hand",
        rates(partial(ready, reliefs=ONE_FAMILY), items, rounds),
        peer=PEER,
        peer_median=PEER_MEDIAN,
    )


def main() -> int:
    """Print one line for each measurement."""
    for one in results():
        print(json.dumps(one))
    return 0


if __name__ == "__main__":
    sys.exit(main())
