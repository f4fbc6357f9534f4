"""Texts that never enter a record, a log or an error: addresses, Social Security numbers, medical and mental-health lines.

A disposition that tells of the person's mind (`PROC SUSP/COMM MENTALLY INCOMP`, `NOT GUILTY BY REASON OF INSANITY`, a diversion
under PC 1001.36) is such a line too: that a court suspended or diverted the case is public, and why is not for a paper or a list
of the program. Its kind and date stay in the record, its words are set apart; of the words, only those that the proceedings were
suspended are shown.
"""

import re
from itertools import chain

from vacatur.records.record import SetApartKind

ADDRESS = re.compile(r"\bADR\s?(?:[-:;]|(?=[0-9]))|\bADDR(?:ESS)?\s?[-:;]")
"""Where a home address starts inside a comment or a line."""

_SSN = re.compile(r"\bSOC(?:IAL)?\s?[/\-:#]|\bSSN\b|(?<![0-9#*-])[0-9]{3}-[0-9]{2}-[0-9]{4}(?![0-9-])")
_MEDICAL = re.compile(r"\bAIDS\b|\bHIV\b|\bMDS\s?/|\bTB\s+(?:POS|TEST)")
_MENTAL = re.compile(
    r"\bMENTALLY\b|\bMENTAL\s+(?:HEALTH|HLTH|DISORDER|ILL|INC[O0]MP|C[O0]MPET|EVAL|EXAM|DEFECT|DISEASE)|\b(?:IN)?COMPETEN(?:T|CE|CY)\b"
    r"|\bINSANITY\b|\b(?:FOUND|LEGALLY|DEFT)\s+INSANE\b|\bDISPO:NGR?I\b|\"?\bALERT\s*-|\bMDSO\b|\bTO\s+(?:[A-Z]+\s+){0,2}STATE\s+HOSP|\bPSYCH(?:IATRIC|(?:OLOGICAL|\.)?\s+EVAL)"
    r"|\b5150\s*WI\b|\bWI\s*5150\b|\b8103\s*\(?[A-Z]?\)?\s*WI\b"
    r"|(?<![0-9.])(?:13(?:6[789]|7[02])|1026|1001\.3[56])(?:\.[0-9]+)?\s*(?:\([A-Z0-9]\)\s*)*P\.?C\b|\bP\.?C\.?\s*(?:13(?:6[789]|7[02])|1026|1001\.3[56])(?![0-9])"
)

_SUSPENDED = re.compile(r"PR[O0]C(?:EEDINGS)?\.?\s+SUSP(?:ENDED)?\b")

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
    "COMPETEN",
    "INSAN",
    "O:NG",
)
_HINT = re.compile(r"-[0-9]{2}-[0-9]{4}")
_STATUTES = re.compile(r"1(?:3(?:6[789]|7[02])|026|001\.3[56])")


def hinted(page: str) -> set[int]:
    """The rows (from 0) of a page in capitals that may hold something sensitive; the others need no second look."""
    places = [found.start() for found in chain(_HINT.finditer(page), _STATUTES.finditer(page))]
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


def shown_disposition(text: str) -> str:
    """The words of a disposition as they may be shown: of what tells of the person's mind, only that the proceedings were suspended."""
    hidden, suspended = shown(text), _SUSPENDED.match(text)
    return f"{suspended[0]} {hidden}" if suspended is not None and hidden in WORDS.values() else hidden


def without_sensitive(text: str) -> tuple[str, SetApartKind | None]:
    """A comment with its sensitive part replaced. An address goes from its mark to the end; the other kinds take the whole text."""
    kind = sensitive(text) if hinted(text) else None
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
