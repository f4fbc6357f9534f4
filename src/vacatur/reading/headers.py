"""The header of an event, its date and its agency, on one line or spread over several (rap_sheet_format 5)."""

import re
from dataclasses import dataclass

from vacatur.reading.charges import take_level
from vacatur.records.record import EventKind, Level

_ENDS = r"(?=\s*[:;]|\s*$|\s+(?:NAME?\b|DOB\b|[12][0-9]{7}))"
_FORMS: tuple[tuple[str, EventKind, str], ...] = (
    (rf"[^\s0-9]?RR\s*/\s*[DOBP]ET\s*/\s*C[I1L]TE{_ENDS}", EventKind.ARREST, "ARR/DET/CITE"),
    (rf"(?:C[O0]UR[TI]|[^A-Z\s]?OURT){_ENDS}", EventKind.COURT, "COURT"),
    (r"CUSTODY(?=\s*[:;]|\s+(?:JAIL|CDCR?|CYA|FED)\b|\s*$)", EventKind.CUSTODY, "CUSTODY"),
    (rf"PROBATION{_ENDS}", EventKind.PROBATION, "PROBATION"),
    (rf"APPLICANT{_ENDS}", EventKind.APPLICANT, "APPLICANT"),
    (rf"REGISTRATION{_ENDS}", EventKind.REGISTRATION, "REGISTRATION"),
    (rf"SUPP(?:LEMENTAL)?\s+ARR(?:EST)?{_ENDS}", EventKind.SUPPLEMENTAL_ARREST, "SUPPLEMENTAL ARR"),
    (r"MENTAL\s+H(?:EA)?LTH\b(?:\s+CUS/SUPV)?", EventKind.MENTAL_HEALTH, "MENTAL HLTH CUS/SUPV"),
    (rf"DECEASED{_ENDS}", EventKind.DECEASED, "DECEASED"),
    (r"INTERST(?:ATE)?\s+COMP\s+PAROLEE", EventKind.OTHER, "INTERST COMP PAROLEE"),
    (r"(?:FLIGHT/)?ESCAPE(?=\s*[:;])|FLIGHT(?=\s*[:;])", EventKind.OTHER, "FLIGHT/ESCAPE"),
    (r"(?:CLEMENCY|PARDON)(?=\s*[:;])", EventKind.OTHER, "CLEMENCY/PARDON"),
    (r"DISMISSAL(?=\s*[:;])", EventKind.OTHER, "DISMISSAL"),
    (r"SUBSEQUENT\s+ACTION(?=\s*[:;])", EventKind.OTHER, "SUBSEQUENT ACTION"),
    (r"FIREARMS?\s+PROHIBITION(?=\s*[:;])", EventKind.OTHER, "FIREARMS PROHIBITION"),
    (r"PAROLE(?=\s*[:;])", EventKind.OTHER, "PAROLE"),
)
_NAME_FIRST = r"NAME?\s*[:;]\s*[0-9OQIL]{2,3}\s+(?:DOB\s*[:;]\s*[0-9]{8}\s+)?"
HEADER = f"(?:{_NAME_FIRST})?(?:" + "|".join(f"(?:{form})" for form, _, _ in _FORMS) + ")"
"""The start of any header, for the tokens; its name code may stand before it."""

_LED = re.compile(_NAME_FIRST)
_COMPILED = tuple((re.compile(form), kind, name) for form, kind, name in _FORMS)
_CUSTODY = re.compile(r"\s*(FED\s*&\s*OOS|[A-Z][A-Z&]*)(?=\s|$)(?!\s*[:;])")
_NAME = re.compile(r"NAME?\s*[:;.]?\s*([0-9OQIL]{2,3})(?![0-9OQIL])")
_BIRTH = re.compile(r"DOB\s*[:;.]?\s*([0-9][0-9.]{6,8}[0-9])")
DATE = r"[0-9]{8}(?![0-9])|[0-9](?:\.?[0-9]){7}(?![0-9])|[12][90OQ][0-9OQIL]{6}(?![0-9A-Z])"
_DATE = re.compile(DATE)
_AGENCY = re.compile(
    r"(?:[A-Z]{2}(?:PD|SO|SC|MC|JC|JV|PR|PA|YA|SD|HO|CO|DJ|UD|CI|FD|HP|DA|PB|ST)|US[A-Z]{2}|CA[A-Z]{2})(?:\s|$)"
)
_DIGITS = str.maketrans({"O": "0", "Q": "0", "I": "1", "L": "1"})


@dataclass(slots=True)
class Details:
    """What stands in a header besides its kind. `level` is the type of charge behind the agency; `rest` is what could not be placed."""

    name_code: str | None = None
    birth_raw: str | None = None
    date_raw: str | None = None
    rest: str = ""
    level: Level | None = None


def read_header(text: str) -> tuple[EventKind, str, str] | None:
    """The kind, the header in its plain form ("CUSTODY:JAIL"), and what follows it on the line; `None` for no header."""
    led = _LED.match(text)
    start = led.end() if led else 0
    for pattern, kind, name in _COMPILED:
        found = pattern.match(text, start)
        if found:
            rest = f"{text[found.end() :].lstrip(' :;.')}  {text[:start].rstrip()}".rstrip()
            if kind is EventKind.CUSTODY:
                name, rest = _custody(name, rest)
            return kind, name, rest
    return None


def _custody(name: str, rest: str) -> tuple[str, str]:
    found = _CUSTODY.match(rest)
    if found is None or found.group(1).startswith(("NAM", "DOB")):
        return name, rest
    return f"{name}:{' '.join(found.group(1).split())}", rest[found.end() :].strip()


def read_details(text: str) -> Details:
    """Name code, date of birth, event date and the rest (an agency) from a header's line, in whatever order they stand."""
    details = Details()
    if "NAM" in text:
        details.name_code, text = _take(_NAME, text.index("NAM"), text)
        details.name_code = details.name_code and details.name_code.translate(_DIGITS)
    if "DOB" in text:
        details.birth_raw, text = _take(_BIRTH, text.index("DOB"), text)
    text = text.strip()
    end = day_end(text)
    if end:
        details.date_raw = text[:end]
        text = text[end:]
    if text:
        text = " ".join(text.split())
        if ":" in text or ";" in text:
            text, details.level = take_level(text)
        details.rest = text.strip(" -.:;")
    return details


def _take(pattern: re.Pattern[str], place: int, text: str) -> tuple[str | None, str]:
    """Take a labelled value out of a text: the value, and the text without it."""
    found = pattern.match(text, place)
    return (found.group(1), f"{text[:place]}  {text[found.end() :]}") if found else (None, text)


def day_end(text: str) -> int:
    """Where the day at the start of a line ends."""
    found = _DATE.match(text)
    return found.end() if found else 0


def is_agency(text: str) -> bool:
    """Does the text look like an agency: a state and a type of agency, then a place ("CASO LOS ANGELES")?"""
    return _AGENCY.match(text) is not None


def kind_by_agency(agency: str | None) -> EventKind:
    """The likely kind of an event that has lost its header, by its agency's type; `other` when the type does not tell."""
    kind = (agency or "")[2:4]
    if kind in ("SC", "MC", "JC", "JV", "FD"):
        return EventKind.COURT
    if kind in ("PD", "SO", "HP"):
        return EventKind.ARREST
    if kind == "HO":
        return EventKind.MENTAL_HEALTH
    if kind == "YA" or "CORRECTIONS" in (agency or ""):
        return EventKind.CUSTODY
    return EventKind.PROBATION if kind == "PR" else EventKind.OTHER
