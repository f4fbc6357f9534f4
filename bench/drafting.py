"""A 12-page petition as a filing PDF and as Word, the line of each of its facts, and a packet merged for reading.

    python -m bench.drafting

One JSON object a line, in milliseconds, warm, with other words in the petition on each round. The peers' figures were
measured earlier on a machine of the same kind (two cores), each by its best route. FICTIONAL people throughout.
"""

import datetime as dt
import json
import sys
from collections.abc import Callable, Iterator
from functools import partial
from time import perf_counter
from typing import Any

from bench import result
from vacatur.doors.pdf_edit import merge, page_count
from vacatur.doors.typst_pdf import compile_pdf, where_marks_landed
from vacatur.drafting.blocks import (
    Caption,
    Fact,
    Form,
    Heading,
    Inlines,
    Paper,
    Paragraph,
    SignatureBlock,
    Table,
    Text,
)
from vacatur.drafting.fonts import filing_fonts
from vacatur.drafting.writers.typst import MAIN, to_pdf
from vacatur.drafting.writers.typst_data import Shaper
from vacatur.drafting.writers.word import to_docx

DAY = dt.date(2026, 3, 2)
ROUNDS = 20
PARAGRAPHS = 57
MERGED_PAGES = 351
SENTENCE = (
    "On that day another person told her what to do, took what she earned and kept her papers; she could not leave. "
)


def words(text: str) -> Inlines:
    return (Text(text),)


def _caption() -> Caption:
    return Caption(
        counsel=(
            words("Frances Lindqvist (SBN 000000)"),
            words("Ridgeline Survivors' Law Center"),
            words("1 Invented Way, Los Angeles"),
            words("frances@ridgeline.example"),
        ),
        attorney_for=words("Attorney for Petitioner M.A.V."),
        court=words("SUPERIOR COURT OF THE STATE OF CALIFORNIA"),
        county=words("COUNTY OF LOS ANGELES"),
        party=(words("THE PEOPLE OF THE STATE OF CALIFORNIA,"), words("v."), words("M.A.V., Petitioner.")),
        case_numbers=(words("Case No. 5VY02034"),),
        title=(words("PETITION FOR VACATUR RELIEF"),),
    )


def _paragraph(number: int, turn: int) -> Paragraph:
    """A numbered paragraph of about four lines, with one fact in it and other words on each turn."""
    told = f"As told for the {turn + 2}. time: {SENTENCE * 3}"
    day = Fact(f"nexus.{number}.date", f"March {number % 28 + 1}, 2014", "FACTS.toml")
    return Paragraph((Text(told), Text("This was on "), day, Text(", as her declaration says.")), numbered=True)


def petition(turn: int) -> Paper:
    """The petition of one round: 12 pages, 57 numbered paragraphs, a schedule of twelve cases."""
    rows = tuple((words(f"5VY{number:05}"), words(str(number % 3 + 1)), words("Van Nuys")) for number in range(12))
    blocks = (
        _caption(),
        Heading(1, words("STATEMENT OF FACTS")),
        *(_paragraph(number, turn) for number in range(PARAGRAPHS)),
        Heading(2, words("Schedule of cases")),
        Table("Schedule of cases", ("Case", "Count", "Court"), rows, (1, 1, 2)),
        Paragraph(words("I declare under penalty of perjury that this is true.")),
        SignatureBlock(words("M.A.V."), "Petitioner", place=True),
    )
    return Paper("petition", "Petition for Vacatur Relief", "PETITION FOR VACATUR RELIEF", Form.PLEADING, blocks)


def timed(work: Callable[[int], object], rounds: int = ROUNDS) -> list[float]:
    """Milliseconds of each round, after one to warm up."""
    work(-1)
    taken = []
    for turn in range(1, rounds + 1):
        start = perf_counter()
        work(turn)
        taken.append((perf_counter() - start) * 1000)
    return taken


line = partial(result.line, unit="ms", digits=2)


def _places() -> list[float]:
    """Asking where the facts landed, each time of a petition just set."""
    taken = []
    for turn in range(ROUNDS):
        fonts = filing_fonts()
        data = {**Shaper(petition(1000 + turn)).shape(), "fonts": fonts.families}
        compile_pdf(MAIN, data, fonts=fonts.all_files, day=DAY)
        start = perf_counter()
        where_marks_landed(MAIN, fonts=fonts.all_files)
        taken.append((perf_counter() - start) * 1000)
    return taken


def _packet() -> list[tuple[str, bytes]]:
    """Petitions enough for as many pages as a packet with its exhibits."""
    paper = to_pdf(petition(0), day=DAY).pdf
    copies = -(-MERGED_PAGES // page_count(paper))
    return [(f"Part {number + 1}", paper) for number in range(copies)]


def results() -> Iterator[dict[str, Any]]:
    """Every measurement of this script."""
    pages = page_count(to_pdf(petition(0), day=DAY).pdf)
    yield line(
        f"petition of {pages} pages, PDF/UA-1 and PDF/A-2a, with the line of each fact",
        timed(lambda turn: to_pdf(petition(turn), day=DAY)),
        peer="docassemble 1.10.5, warm unoconvert, measured earlier",
        peer_median=420.0,
    )
    yield line("page and line of each fact, of a petition just set", _places())
    yield line(
        f"petition of {pages} pages, Word",
        timed(lambda turn: to_docx(petition(turn), day=DAY)),
        peer="docxtpl 0.20.2, measured earlier",
        peer_median=25.0,
    )
    parts = _packet()
    total = page_count(merge(parts))
    yield line(f"reading copy of {total} pages merged, with bookmarks", timed(lambda _turn: merge(parts)))


def main() -> int:
    """Print one line for each measurement."""
    for one in results():
        print(json.dumps(one))
    return 0


if __name__ == "__main__":
    sys.exit(main())
