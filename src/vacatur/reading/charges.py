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

_FEDERAL = re.compile(rf"(?P<title>[0-9]{{1,2}})\s+(?P<sections>{SECTIONS})\s*USC?\s*-\s*(?P<words>.*)")
_STATE = re.compile(
    rf"(?P<sections>{SECTIONS})\s*"
    rf"(?:(?P<code>{_CODES}|CP)(?:\s*[-~=]\s*|\s+|$)|(?P<slip>P\s?C|CP)[Y7]?\s?-?\s?(?=[A-Z]{{3}})|(?P<local>[A-Z]{{2,3}})\s?-\s*)"
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


def _words(text: str) -> str | None:
    return " ".join(text.split()) or None
