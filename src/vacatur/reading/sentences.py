"""Sentence text taken apart: "3 YEARS PROBATION, 030 DAYS JAIL SS, FINE, RESTN" (rap_sheet_format 8)."""

import re
from functools import lru_cache

from vacatur.records.record import SentenceKind, SentencePart

_UNITS = {"Y": "years", "M": "months", "D": "days"}
_PIECE = re.compile(
    r"(?P<amount>[0-9]{1,4})\s*(?P<unit>Y(?:EA)?RS?|Y|MO(?:NTH)?S?|MTHS?|MS|DA?YS?|DS)\b\.?"
    r"|(?P<probation>PROBATION|PROB)\b"
    r"|(?P<jail>(?:CO(?:UNTY)?\s)?(?:JAIL|JL)(?:\s+WORK)?)\b"
    r"|(?P<prison>(?:ST(?:ATE)?\s)?PRISON|PRIS)\b"
    r"|(?P<money>\$\s?[0-9][0-9,]*(?:\.[0-9]{2})?)"
    r"|(?P<fine>(?:REST(?:ITUTION|N)?\s+)?FINE?S{0,2})\b"
    r"|(?P<restitution>RESTITUTION|RES[TI]N?|RSTN)\b"
    r"|(?P<suspended>SS|SUSP(?:ENDED)?)\b"
    r"|(?P<concurrent>CC|CONC(?:URRENT)?)\b"
    r"|(?P<consecutive>CS|CONSEC(?:UTIVE)?)\b"
    r"|(?P<other>[^\s,]+)"
)
_KINDS = ("probation", "jail", "prison", "restitution", "fine")
_TAILS = ("suspended", "concurrent", "consecutive")
_COMMAS = re.compile(r"(?<![0-9]),|,(?![0-9]{3}\b)")
_DIRT = re.compile(r"[^A-Z0-9$]*")


def read_sentence(text: str) -> tuple[SentencePart, ...]:
    """The parts of a sentence, in order. Stray marks and empty items fall away; words not known become a part of kind other."""
    return _read(" ".join(text.split()))


@lru_cache(maxsize=2048)
def _read(text: str) -> tuple[SentencePart, ...]:
    parts: list[SentencePart] = []
    for item in _COMMAS.split(text):
        item = item.strip(" .'\"`:;_-")
        if not _DIRT.fullmatch(item):
            _read_item(item, parts)
    return tuple(parts)


def _read_item(item: str, parts: list[SentencePart]) -> None:
    """One comma-separated item: usually one part, sometimes several ("$971 FINE $420 RSTN"), sometimes the tail of the last ("SS")."""
    part = _Part(0)
    tail_only = True
    for found in _PIECE.finditer(item):
        name = found.lastgroup or ""
        name = "amount" if name == "unit" else name
        if name not in _TAILS:
            tail_only = False
            if part.is_full and name != "other":
                parts.append(part.done(item, found.start()))
                part = _Part(found.start())
        part.take(name, found)
    if tail_only and parts:
        parts[-1] = part.onto(parts[-1], item)
    else:
        parts.append(part.done(item, len(item)))


class _Part:
    """A part while its words are being read."""

    __slots__ = ("flags", "full_kind", "kind", "lengths", "start")

    def __init__(self, start: int) -> None:
        self.start = start
        self.kind: str | None = None
        self.full_kind = False
        self.lengths: dict[str, int] = {}
        self.flags: set[str] = set()

    @property
    def is_full(self) -> bool:
        return self.full_kind

    def take(self, name: str, found: re.Match[str]) -> None:
        if name == "amount":
            unit = _UNITS[found["unit"][0]]
            self.lengths[unit] = self.lengths.get(unit, 0) + int(found["amount"])
        elif name in _TAILS:
            self.flags.add(name)
        elif name in _KINDS:
            self.kind, self.full_kind = name, True

    def done(self, item: str, end: int) -> SentencePart:
        return SentencePart(
            SentenceKind(self.kind or "other"),
            item[self.start : end].strip(),
            self.lengths.get("years"),
            self.lengths.get("months"),
            self.lengths.get("days"),
            "suspended" in self.flags,
            "concurrent" in self.flags,
            "consecutive" in self.flags,
        )

    def onto(self, part: SentencePart, item: str) -> SentencePart:
        return SentencePart(
            part.kind,
            f"{part.text} {item}",
            part.years,
            part.months,
            part.days,
            part.suspended or "suspended" in self.flags,
            part.concurrent or "concurrent" in self.flags,
            part.consecutive or "consecutive" in self.flags,
        )
