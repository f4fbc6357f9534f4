"""How much of a sheet is read right: fields right of fields expected, clean and with every kind of damage.

    python -m bench.accuracy

One JSON object a line: the share of fields read right over the fictional docket, with the worst and the best sheet.
"""

import json
import sys
from collections.abc import Callable, Iterator
from statistics import median
from typing import Any

from demo.expected import expected
from demo.load import load_people
from demo.model import FictionalPerson
from demo.noise import VARIANTS, mixed, vary
from demo.pdf import text_pdf
from demo.score import Score, score
from demo.sheet import sheet_pages, sheet_text
from vacatur.reading import read_pdf, read_text
from vacatur.records.as_json import record_json
from vacatur.records.record import Record

SEEDS = (1, 2, 3)
Read = Callable[[FictionalPerson, int], Record]


def _clean(person: FictionalPerson, seed: int) -> Record:
    return read_text(sheet_text(person), file="sheet.txt")


def _pdf(person: FictionalPerson, seed: int) -> Record:
    return read_pdf(text_pdf(sheet_pages(person)), file="sheet.pdf")


def _mixed(person: FictionalPerson, seed: int) -> Record:
    return read_text(mixed(sheet_text(person), seed), file="sheet.txt")


def _varied(variant: str) -> Read:
    return lambda person, seed: read_text(vary(sheet_text(person), variant, seed), file="sheet.txt")


def ways() -> dict[str, Read]:
    """Every way a sheet is read here, by name."""
    return {"clean text": _clean, "clean pdf": _pdf, **{name: _varied(name) for name in VARIANTS}, "mixed": _mixed}


def scores(read: Read) -> Iterator[Score]:
    """One score for each person and seed."""
    for person in load_people():
        for seed in SEEDS:
            yield score(expected(person, as_printed=False), record_json(read(person, seed)))


def measure(name: str, read: Read) -> dict[str, Any]:
    """The line of one way of reading."""
    found = list(scores(read))
    shares = [one.right / one.expected for one in found]
    whole = sum(found, Score(0, ()))
    return {
        "name": f"reading accuracy, {name}",
        "unit": "fields right / fields expected",
        "median": round(median(shares), 5),
        "min": round(min(shares), 5),
        "max": round(max(shares), 5),
        "n": len(found),
        "right": whole.right,
        "expected": whole.expected,
        "peer": None,
        "peer_median": None,
        "ratio": None,
    }


def main() -> int:
    """Print one line for each way of reading."""
    for name, read in ways().items():
        print(json.dumps(measure(name, read)))
    return 0


if __name__ == "__main__":
    sys.exit(main())
