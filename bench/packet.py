"""A whole packet of the README's fictional client: papers as filing PDF, Word twins, the merge for reading, and the packet's check.

The mix that the design names (5 papers, their Word twins, 2 forms, 351 pages of exhibits merged) is measured without its forms,
and says so in its name: nothing here fills a court form yet. The exhibits are made up here, page by page.

    python -m bench.packet

One JSON object a line, in seconds, warm. The peer's figure was measured earlier on a machine of the same kind (two cores):
the sum of its own steps for five papers, two forms and a merge, by its best route. FICTIONAL people throughout.
"""

import datetime as dt
import json
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from time import perf_counter
from typing import Any

from bench import result
from bench.reading import typeset
from vacatur.doors.pdf_edit import merge, page_count
from vacatur.drafting.blocks import Paper
from vacatur.drafting.draft import draft
from vacatur.drafting.writers.typst import to_pdf
from vacatur.drafting.writers.word import to_docx
from vacatur.filing import bundle
from vacatur.filing.paper_files import Written, reading_copy, write
from vacatur.law import pack
from vacatur.planning import make_plan
from vacatur.planning.plan import Plan
from vacatur.reading import read_file
from vacatur.reading.facts import read_facts
from vacatur.records.facts import Facts
from vacatur.records.record import Record
from vacatur.screening.engine import screen
from vacatur.screening.finding import Screening

FIVE = ("notice", "petition", "declaration", "memorandum", "order-to-vacate")
EXHIBIT_PAGES = 351
EXHIBIT_LINES = 40
README = Path(__file__).parents[1] / "demo" / "readme"
DAY = dt.date(2026, 11, 24)
ROUNDS = 7
PEER = "docassemble 1.10.5, its steps for 5 papers, 2 forms and a merge, measured earlier"
PEER_MEDIAN = 2.8


@dataclass(frozen=True, slots=True)
class Client:
    """The README's client, read, screened and planned."""

    record: Record
    facts: Facts
    screening: Screening
    plan: Plan


def client() -> Client:
    """Read, screened and planned once: the packet is what is measured."""
    facts = read_facts(README / "FACTS.toml", as_of=DAY)
    record = read_file(README / "sheet.txt")
    screening = screen(record, facts, DAY, pack())
    return Client(record, facts, screening, make_plan(record, screening, facts, pack()))


def papers(who: Client) -> tuple[Paper, ...]:
    """The papers of her one petition, in filing mode."""
    return draft(who.plan, who.plan.petitions[0], who.facts, who.record, pack(), True)


def packet(who: Client) -> None:
    """The whole packet into a folder of its own, its check included, and the folder away again."""
    place = Path(tempfile.mkdtemp(prefix="bench-packet-"))
    try:
        bundle(who.plan, who.facts, who.record, who.screening, place / "packet", pack(), True)
    finally:
        shutil.rmtree(place)


def exhibits(pages: int = EXHIBIT_PAGES) -> bytes:
    """A volume of exhibits with a text layer, each page with other words, like the records a clinic and a shelter send."""
    told = "On day {day} of stay {page} the resident asked for help with her papers, as the note says."
    return typeset(
        [
            [f"FICTIONAL EXHIBIT, page {page}", *(told.format(day=day, page=page) for day in range(EXHIBIT_LINES))]
            for page in range(1, pages + 1)
        ]
    )


def mixed(who: Client, volume: bytes) -> bytes:
    """Five papers as PDF and Word, and one file for reading of the five and the exhibits."""
    written = write([paper for paper in papers(who) if paper.id in FIVE], DAY)
    return with_exhibits(written, volume)


def with_exhibits(written: Iterable[Written], volume: bytes) -> bytes:
    """The papers and the exhibits in one file, with bookmarks."""
    return merge([*((one.paper.title, one.pdf) for one in written), ("Exhibits", volume)])


def timed(work: Callable[[], object], rounds: int = ROUNDS) -> list[float]:
    """Seconds of each round, after one to warm up."""
    work()
    taken = []
    for _ in range(rounds):
        start = perf_counter()
        work()
        taken.append(perf_counter() - start)
    return taken


line = partial(result.line, unit="s", digits=4)


def results(rounds: int = ROUNDS) -> Iterator[dict[str, Any]]:
    """Every measurement of this script."""
    who = client()
    made = papers(who)
    written = write(made, DAY)
    count = len(made)
    pages = sum(one.pages for one in written)
    yield line(f"block trees of {count} papers", timed(lambda: papers(who), rounds))
    yield line(f"{count} papers, {pages} pages, PDF", timed(lambda: [to_pdf(one, day=DAY) for one in made], rounds))
    yield line(f"{count} papers, Word twins", timed(lambda: [to_docx(one, day=DAY) for one in made], rounds))
    yield line("reading copy of the public papers", timed(lambda: reading_copy(written), rounds))
    yield line(
        f"papers, Word twins and reading copy: {count} papers, {pages} pages",
        timed(lambda: reading_copy(write(papers(who), DAY)), rounds),
        peer=PEER,
        peer_median=PEER_MEDIAN,
    )
    volume = exhibits()
    five = [one for one in written if one.paper.id in FIVE]
    pages = page_count(volume)
    yield line(f"merge of 5 papers and {pages} exhibit pages", timed(lambda: with_exhibits(five, volume), rounds))
    yield line(
        f"5 papers, Word twins and merge with {pages} exhibit pages, without the 2 forms (no form filler yet)",
        timed(lambda: mixed(who, volume), rounds),
        peer=PEER,
        peer_median=PEER_MEDIAN,
    )
    yield line("whole packet, written to a folder and checked file by file", timed(lambda: packet(who), rounds))


def main() -> int:
    """Print one line for each measurement."""
    for one in results():
        print(json.dumps(one))
    return 0


if __name__ == "__main__":
    sys.exit(main())
