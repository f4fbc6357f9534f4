"""Texts that never enter a record, a log or an error: addresses, Social Security numbers, medical and mental-health lines."""

import re

from vacatur.records.record import SetApartKind

ADDRESS = re.compile(r"\bADR\s?(?:[-:;]|(?=[0-9]))|\bADDR(?:ESS)?\s?[-:;]")
"""Where a home address starts inside a comment or a line."""

_SSN = re.compile(r"\bSOC(?:IAL)?\s?[/\-:#]|\bSSN\b|(?<![0-9#*-])[0-9]{3}-[0-9]{2}-[0-9]{4}(?![0-9-])")
_MEDICAL = re.compile(r"\bAIDS\b|\bHIV\b|\bMDS\s?/|\bTB\s+(?:POS|TEST)")
_MENTAL = re.compile(
    r"\bMENTAL(?:LY)?\s+(?:HEALTH|HLTH|DISORDERED|ILL)|\"?\bALERT\s*-|\bMDSO\b|\bTO\s+(?:[A-Z]+\s+){1,2}STATE\s+HOSP|\bDEFT\s+MENTALLY\b|\bPSYCHIATRIC\b|\b5150\s*WI\b|\bWI\s*5150\b|\b8103\s*\(?[A-Z]?\)?\s*WI\b"
)

WORDS = {
    SetApartKind.ADDRESS: "[address set apart]",
    SetApartKind.SSN: "[number set apart]",
    SetApartKind.MEDICAL: "[medical line set apart]",
    SetApartKind.MENTAL_HEALTH: "[mental-health line set apart]",
}
"""What stands in a comment in place of the text."""


_HINTS = (
    "ADR",
    "ADDR",
    "SOC",
    "SSN",
    "AIDS",
    "HIV",
    "MDS",
    "MENTAL",
    "ALERT",
    "PSYCH",
    "5150",
    "8103",
    "STATE HOSP",
    "TB ",
)
_HINT = re.compile(r"-[0-9]{2}-[0-9]{4}")


def hinted(page: str) -> set[int]:
    """The rows (from 0) of a page in capitals that may hold something sensitive; the others need no second look."""
    places = [found.start() for found in _HINT.finditer(page)]
    for hint in _HINTS:
        place = page.find(hint)
        while place >= 0:
            places.append(place)
            place = page.find(hint, place + 1)
    rows: set[int] = set()
    row = before = 0
    for place in sorted(places):
        row += page.count("\n", before, place)
        before = place
        rows.add(row)
    return rows


def sensitive(text: str) -> SetApartKind | None:
    """Why a line of capitals must be set apart, or `None` when nothing in it says so."""
    if ADDRESS.search(text):
        return SetApartKind.ADDRESS
    if _SSN.search(text):
        return SetApartKind.SSN
    if _MEDICAL.search(text):
        return SetApartKind.MEDICAL
    return SetApartKind.MENTAL_HEALTH if _MENTAL.search(text) else None


def shown(text: str) -> str:
    """The text as it may be shown."""
    return without_sensitive(text)[0]


def without_sensitive(text: str) -> tuple[str, SetApartKind | None]:
    """A comment with its sensitive part replaced. An address goes from its mark to the end; the other kinds take the whole text."""
    kind = sensitive(text)
    if kind is None:
        return text, None
    if kind is not SetApartKind.ADDRESS:
        return WORDS[kind], kind
    found = ADDRESS.search(text)
    before = text[: found.start()].strip() if found else ""
    inner = sensitive(before)
    if inner is not None:
        return WORDS[inner], inner
    return f"{before} {WORDS[kind]}".strip(), kind
