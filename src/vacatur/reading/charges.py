"""The charge of a count: "496 (A) (2) PC-RECEIVE KNOWN STOLEN PROPERTY   TOC:F" (rap_sheet_format 6)."""

import re
from dataclasses import dataclass
from functools import lru_cache

from vacatur.kit.sections import Sections, split_sections
from vacatur.records.record import Level

_CODES = "PC|BP|CC|CI|EC|FA|FC|FG|GC|HN|HS|IC|LC|MV|PR|RT|SH|UI|VC|WI"
_SUBDIVISIONS = r"(?:\s*\.?[({]\s*[A-Z0-9]{1,5}\s*[)}\]])*"
_SECTION = rf"[0-9]+[A-Z]{{0,2}}(?:\s?[.,]\s?[0-9]+[A-Z]?)*{_SUBDIVISIONS}"
_MORE = rf"(?:{_SECTION}|\s*[({{]\s*[A-Z0-9]{{1,5}}\s*[)}}\]]{_SUBDIVISIONS}|[A-Z](?![A-Z]))"
SECTIONS = rf"{_SECTION}(?:\s*[-/&]\s*{_MORE})*"

_HYPHEN = r"\s*[-~=_:;.]\s*|/(?=[A-Z]{3})|[7Y]\s?-?\s?(?=[A-Z]|$)"
"""The hyphen after a code, and what scans make of it: another mark, or a 7 or a small y that touches the next letter."""

CHARGE_START = rf"{SECTIONS}[\s.,\-]*(?:{_CODES})(?:{_HYPHEN}|\s+[A-Z])"
"""Where a charge starts on a line that holds something else before it."""

_FEDERAL = re.compile(rf"(?P<title>[0-9]{{1,2}})\s+(?P<sections>{SECTIONS})\s*USC?\s*-\s*(?P<words>.*)")
_STATE = re.compile(
    rf"(?P<sections>{SECTIONS})[\s.,\-]*"
    rf"(?:(?P<code>{_CODES}|CP)(?:{_HYPHEN}|\s+|$)|(?P<slip>P\s?C|CP)\s?-?\s?(?=[A-Z]{{3}})|(?P<local>[A-Z]{{2,3}})\s?-\s*)"
    r"(?P<words>.*)"
)
_SENTENCING = re.compile(r"[.\-\s]*1170\s*\.?\s*[({]\s*H\s*[)}\]](?:.*SENTENC|\s*$)")
LEVEL = re.compile(r"\s*\bT\s?[O0QÓÒỌ]\s?C\s*[:;.]\s*([FMIN1L])\b[.\s]*")
_LEVELS = {
    "F": Level.FELONY,
    "M": Level.MISDEMEANOR,
    "I": Level.INFRACTION,
    "1": Level.INFRACTION,
    "L": Level.INFRACTION,
}

_DOUBTFUL = re.compile(rf"[0-9]|.*[0-9].*\b(?:{_CODES})(?:[7Y]|\b)")
_LIKE_A_CODE = frozenset(("PO", "PQ", "PG", "NS", "HB", "VO", "VG", "UC", "YC", "BF", "WL"))
"""What scans make of PC, HS, VC, BP and WI; no city is known to print one of these as the code of its ordinances."""

SENTENCING_FLAG = "1170(h)"
"""The flag of a count whose sheet prints `1170 (H) PC-SENTENCING`: a felony served in county jail (PC 1170(h))."""


@dataclass(frozen=True, slots=True)
class Charge:
    """What a charge line says. `level` is the type of charge (TOC) printed on the same line."""

    code: str
    sections: Sections
    description: str | None
    level: Level | None = None


@lru_cache(maxsize=1024)
def read_charge(text: str) -> Charge | None:
    """The charge in a line of capitals, or `None` when the line names no section with its code."""
    text, level = take_level(text)
    federal = _FEDERAL.match(text)
    if federal:
        return Charge(
            f"US {int(federal['title'])}", split_sections(federal["sections"]), _words(federal["words"]), level
        )
    found = _STATE.match(text)
    if found is None:
        return None
    code = found["code"] or ("PC" if found["slip"] else found["local"])
    return Charge("PC" if code == "CP" else code, split_sections(found["sections"]), _words(found["words"]), level)


def take_level(text: str) -> tuple[str, Level | None]:
    """Take `TOC:F` out of a line: the line without it, and the level (`N`, not stated, is `None`)."""
    if "C" not in text or "T" not in text:
        return text, None
    found = LEVEL.search(text)
    if found is None:
        return text, None
    rest = f"{text[: found.start()]} {text[found.end() :]}".strip()
    return rest, _LEVELS.get(found.group(1))


def is_sentencing_line(text: str) -> bool:
    """Is this the line `1170 (H) PC-SENTENCING`, which is not the charge?"""
    return "1170" in text and _SENTENCING.match(text) is not None


def is_doubtful(text: str) -> bool:
    """Do words printed in place of a charge look like a section or a code that a scan has damaged ("459 P0-BURGLARY")?"""
    return _DOUBTFUL.match(text) is not None


def looks_damaged(charge: Charge) -> bool:
    """Is the code of a charge more likely a damaged one than that of a city's ordinance ("459 PO-BURGLARY")?"""
    return charge.code in _LIKE_A_CODE


def _words(text: str) -> str | None:
    return " ".join(text.split()) or None
