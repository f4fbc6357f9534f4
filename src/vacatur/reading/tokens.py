"""What a line is, by its first words. Each line is classified once: first by the form as printed, then by the forms scans make of it."""

import re

from vacatur.reading.charges import SECTIONS, is_sentencing_line, read_charge
from vacatur.reading.furniture import FURNITURE, TRANSPORT
from vacatur.reading.headers import DATE, HEADER
from vacatur.reading.identity import TAGS
from vacatur.reading.separators import END, ROW, STRIKE

_CLEAN = re.compile(
    r"(?P<count>CNT\s*:)"
    r"|(?P<dispo>\*?\s*DISPO\s*[:;])"
    r"|(?P<comment>\.?COM\s*[:;])"
    r"|(?P<status>CONV\s+STATUS\s*[:;.])"
    r"|(?P<sentence>SEN\s*[:;])"
    rf"|(?P<charge>{SECTIONS}\s*[A-Z]{{2}}\s?-)"
    rf"|(?P<day>{DATE})"
    rf"|(?P<header>{HEADER})"
    r"|(?P<level>TOC\s*[:;]\s*[FMIN]\b)"
    r"|(?P<number>[#*]\s?(?=[A-Z0-9 .\-]*[0-9])[A-Z0-9])"
    r"|(?P<flags>-\s?[A-Z])"
    r"|(?P<booked_by>ARR\s+BY\s*[:;])"
    r"|(?P<control>(?:DCN|SCN|ATI)\s*[:;\-])"
    r"|(?P<received>RECVD\s+BY\s*[:;])"
    r"|(?P<sentenced_from>SEN\s+FROM\s*[:;]?)"
    r"|(?P<paper>(?:CITE|WARRANT|CRT)\s*(?:NBR|NO)?\s*[#*])"
    r"|(?P<address>ADR\s?[-:;])"
    rf"|(?P<identity>(?:{TAGS})\s?/)"
    r"|(?P<name_code>NAME?\s*[:;]\s*[0-9])"
    r"|(?P<birth>DOB\s*[:;])"
    rf"|(?P<end>{END.pattern})"
    rf"|(?P<furniture>{FURNITURE.pattern})"
    rf"|(?P<row>(?:{ROW.pattern})$)"
    rf"|(?P<strike>[*\s]*{STRIKE.pattern})"
    r"|(?P<banner>\*\*|III\s+(?:CALIFORNIA|MULTIPLE)\b|\"?PROBATION\s+FLAGS\b|NOTE\s*:|\"ALERT\b)"
    rf"|(?P<transport>{TRANSPORT.pattern})"
)
_NOISY = re.compile(
    r"(?P<count>(?:C[NHMR][TIL1]|[CGÇ]N[TI]|C\s?N\s?T)\s*[:;.]\s*(?=-?[OQUIL0-9]))"
    r"|(?P<dispo>[*\s]*D\s*[I1L]\s*S\s*P\s*[O0Q]?\s*[:;.])"
    r"|(?P<comment>C\s?[O0]\s?M\s*[:;.])"
    r"|(?P<status>C\s?[O0]\s?N\s?V\s+S\s?T\s?A\S{1,4}\s*[:;.]?\s)"
    r"|(?P<sentence>[SG]\s?E\s?N\s*[:;])"
    r"|(?P<level>T\s?[O0QÓÒỌ]\s?C\s*[:;.]\s*[FMIN1]\b)"
    r"|(?P<header>C[O0]UR[TI]\s+(?=NAM)|[^\s\w]RR/DET/CITE|[^\s\w]OURT\s*:)"
)
_DIRT = ".'`|,~_\"^: "
_LEADING = re.compile(r"[A-Z0-9|.,'`]{1,2}\s+")
_TAGGED = frozenset(("count", "dispo", "comment", "status", "sentence", "header", "booked_by", "control"))


def classify(text: str) -> tuple[str, str]:
    """The kind of a line of capitals and its text without leading dirt. `text` is the kind of a line with no known beginning."""
    found = _CLEAN.match(text)
    if found is not None:
        return found.lastgroup or "text", text
    if STRIKE.search(text):
        return "strike", text
    if text[0] in _DIRT:
        text = text.lstrip(_DIRT) or text
        found = _CLEAN.match(text)
        if found is not None:
            return found.lastgroup or "text", text
    return _noisy(text)


def _noisy(text: str) -> tuple[str, str]:
    found = _NOISY.match(text)
    if found is not None:
        return found.lastgroup or "text", text
    if text[0] in "0123456789-" and (is_sentencing_line(text) or read_charge(text)):
        return "charge", text
    dirt = _LEADING.match(text)
    if dirt is not None:
        found = _CLEAN.match(text, dirt.end())
        if found is not None and found.lastgroup in _TAGGED:
            return found.lastgroup, text[dirt.end() :]
    return "text", text


_GLUE = re.compile(
    r"\s+(?=\*?DISPO\s*:|CNT\s*:\s*[0-9]{1,3}(?!\S*\s+CHRG)|CONV STATUS\s*:|SEN\s*:|COM\s*:|ARR BY\s*:|DCN\s*:|RECVD BY\s*:"
    r"|ARR/DET/CITE\s*:|COURT\s*:|CUSTODY\s*:|PROBATION\s*:\s*NAM|APPLICANT\s*:|REGISTRATION\s*:|SUPPLEMENTAL ARR\s*:"
    r"|(?:\*\s+){3}\*(?!\s*\*)(?!\s+END)|(?:-\s+){3}-)|(?<=(?:\*\s){3}\*)\s+(?=[A-Z])(?!END)|(?<=(?:-\s){3}-)\s+(?=[A-Z])"
)


def unglued(text: str) -> list[str]:
    """One printed line, or the several that a lost line break has glued into it."""
    if text.count(":") < 2 and len(text) <= 80:
        return [text]
    return [piece for piece in _GLUE.split(text) if piece]
