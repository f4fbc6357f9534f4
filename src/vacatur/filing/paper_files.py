"""One paper as its two files, and the reading copy of the public ones."""

import datetime as dt
import hashlib
from collections.abc import Iterable
from dataclasses import dataclass

from vacatur.doors.pdf_edit import merge
from vacatur.drafting.blocks import Paper
from vacatur.drafting.writers.typst import to_pdf
from vacatur.drafting.writers.word import to_docx
from vacatur.filing.manifest import FactAt, PacketFile

READING_COPY = "reading-copy.pdf"


@dataclass(frozen=True, slots=True)
class Written:
    """One paper with its number in the packet, its filing PDF with the places of its facts, and its Word twin."""

    number: int
    paper: Paper
    pdf: bytes
    pages: int
    facts: tuple[FactAt, ...]
    docx: bytes

    @property
    def stem(self) -> str:
        """The name its files share: "02-petition"."""
        return f"{self.number:02}-{self.paper.id}"


def write(papers: Iterable[Paper], day: dt.date) -> tuple[Written, ...]:
    """Every paper in order, as PDF and Word."""
    return tuple(_written(number, paper, day) for number, paper in enumerate(papers, start=1))


def reading_copy(written: Iterable[Written]) -> bytes:
    """The public papers in one PDF with bookmarks; a confidential paper or the team's own sheet is never in it."""
    return merge([(one.paper.title, one.pdf) for one in written if one.paper.public])


def file_of(path: str, data: bytes, written: Written | None = None) -> PacketFile:
    """The manifest's entry for a file. A Word twin is neither filed nor served: the PDF is."""
    digest = hashlib.sha256(data).hexdigest()
    if written is None:
        return PacketFile(path, digest, len(data))
    paper, is_pdf = written.paper, path.endswith(".pdf")
    return PacketFile(
        path=path,
        sha256=digest,
        bytes=len(data),
        pages=written.pages if is_pdf else None,
        public=paper.public,
        lodged=paper.lodged,
        filed=paper.filed and is_pdf,
        served=paper.served and is_pdf,
        paper=paper.id,
        facts=written.facts if is_pdf else (),
    )


def _written(number: int, paper: Paper, day: dt.date) -> Written:
    made = to_pdf(paper, day=day)
    facts = tuple(FactAt(fact.key, fact.page, max(1, fact.line)) for fact in made.facts)
    return Written(number, paper, made.pdf, made.pages, facts, to_docx(paper, day=day))
