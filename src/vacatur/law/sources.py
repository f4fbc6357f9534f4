"""Where the law data comes from: each source once, and citations as a lawyer writes them."""

import datetime as dt
import re
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from vacatur.law.errors import LawError
from vacatur.law.table import Table, read_table

FILE = "sources.toml"
_CITE = re.compile(r"([a-z][a-z0-9_]*)((?:\([0-9A-Za-z.]+\))*)")


class Pinpoint(StrEnum):
    """How a subdivision is written after the citation: California style ("subd. (c)"), federal style ("§ 1101(a)(48)"), as the
    entry of a chart ("entry 459b"), or never.
    """

    SUBDIVISION = "subd"
    DIRECT = "direct"
    ENTRY = "entry"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class LawSource:
    """One source: how it is cited, what it is, where it stands, when it was read, and the day whose text was read.

    One without `read_on` is cited from memory: only what is marked M may rest on it.
    """

    key: str
    citation: str
    title: str
    pinpoint: Pinpoint
    read_on: dt.date | None = None
    text_of: dt.date | None = None
    address: str | None = None
    note: str | None = None


def load_sources(root: Path) -> dict[str, LawSource]:
    """Every source by its key."""
    return {key: _source(key, table) for key, table in read_table(root, FILE).entries()}


def _source(key: str, table: Table) -> LawSource:
    source = LawSource(
        key=key,
        citation=table.text("citation"),
        title=table.text("title"),
        pinpoint=table.choice("pinpoint", Pinpoint),
        read_on=table.day("read_on") if "read_on" in table else None,
        text_of=table.day("text_of") if "text_of" in table else None,
        address=table.optional("address"),
        note=table.optional("note"),
    )
    table.end()
    return source


def split_cite(cite: str) -> tuple[str, str]:
    """The key and the subdivision of a cite: "pc_236_14(k)(2)" gives "pc_236_14" and "(k)(2)"."""
    found = _CITE.fullmatch(cite)
    if not found:
        raise LawError(FILE, f"'{cite}' is not a citation: write a source's key, then its subdivision in parentheses.")
    return found[1], found[2]


def write_cite(sources: dict[str, LawSource], cite: str) -> str:
    """The citation as a lawyer writes it: "Pen. Code, § 236.14, subd. (k)(2)"."""
    key, subdivision = split_cite(cite)
    source = sources.get(key)
    if source is None:
        raise LawError(FILE, f"there is no source '{key}'.", cite)
    if not subdivision:
        return source.citation
    if source.pinpoint is Pinpoint.NONE:
        raise LawError(FILE, f"the source '{key}' has no subdivisions to cite.", cite)
    if source.pinpoint is Pinpoint.ENTRY:
        return f"{source.citation}, entry {subdivision.strip('()')}"
    return source.citation + (f", subd. {subdivision}" if source.pinpoint is Pinpoint.SUBDIVISION else subdivision)
