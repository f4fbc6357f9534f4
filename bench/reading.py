"""Reading a RAP sheet: lines and sheets a second of one core for clean text, milliseconds for a PDF with a text layer.

    python -m bench.reading

One JSON object a line; `ratio` says how many times as fast as the peer. The peer's figures were measured earlier on a
machine of the same kind (two cores); those for a PDF are of the text alone, ours are of the whole record. Time is that of the
processor, so that other work on the machine counts less. FICTIONAL people throughout.
"""

import json
import sys
from collections.abc import Callable, Iterator
from functools import partial
from time import process_time
from typing import Any

import typst

from bench import result
from bench.corpus import corpus
from demo.pdf import text_pdf
from demo.sheet import sheet_text
from vacatur.reading import read_pdf, read_text

SHEETS = 60
ROUNDS = 9
LINES_A_PAGE = 60
PEER = "rap_sheet_parser (Ruby), measured earlier"
PEER_PDF = "rap_sheet_parser (Ruby), text alone, measured earlier"
PEER_LINES = 973.0
PEER_SHEETS = 6.4
PEER_PDF_MS = 80.0


def sheets(count: int = SHEETS) -> list[str]:
    """Different sheets of about 150 lines, dealt from the fictional docket."""
    return [sheet_text(person) for person in corpus(count)]


def two_pages(text: str) -> list[list[str]]:
    """The first two pages of a sheet."""
    lines = text.split("\n")
    return [lines[:LINES_A_PAGE], lines[LINES_A_PAGE : 2 * LINES_A_PAGE]]


def typeset(pages: list[list[str]]) -> bytes:
    """The pages as a PDF with a text layer, in a monospaced font, as a modern system writes it."""
    shown = [f"#raw({json.dumps(chr(10).join(page))}, block: true)" for page in pages]
    return bytes(typst.compile(("#set text(size: 9pt)\n" + "\n#pagebreak()\n".join(shown)).encode()))


def seconds(work: Callable[[], object], rounds: int = ROUNDS) -> list[float]:
    """How long the work takes in each round, after one to warm up."""
    work()
    return [_once(work) for _ in range(rounds)]


def _once(work: Callable[[], object]) -> float:
    start = process_time()
    work()
    return process_time() - start


line = partial(result.line, digits=1)


def results(count: int = SHEETS, rounds: int = ROUNDS) -> Iterator[dict[str, Any]]:
    """Every measurement of this script."""
    texts = sheets(count)
    lines = sum(text.count("\n") for text in texts)
    taken = seconds(lambda: [read_text(text) for text in texts], rounds)
    yield line(
        "clean text, one core", [lines / one for one in taken], unit="lines/s", peer=PEER, peer_median=PEER_LINES
    )
    yield line(
        "clean text, one core", [count / one for one in taken], unit="sheets/s", peer=PEER, peer_median=PEER_SHEETS
    )
    pages = two_pages(texts[0])
    for name, pdf in (("typeset", typeset(pages)), ("terminal print", text_pdf(pages))):
        taken = seconds(lambda pdf=pdf: read_pdf(pdf), rounds)
        yield line(
            f"PDF of 2 pages, {name}, warm",
            [one * 1000 for one in taken],
            unit="ms",
            peer=PEER_PDF,
            peer_median=PEER_PDF_MS,
        )


def main() -> int:
    """Print one line for each measurement."""
    for one in results():
        print(json.dumps(one), flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
