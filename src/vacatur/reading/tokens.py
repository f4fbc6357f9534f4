"""What a line is, by its first words. Each line is classified once: first by the form as printed, then by the forms scans make of it."""

import re
import string

from vacatur.reading.charges import SECTIONS, is_sentencing_line, read_charge
from vacatur.reading.furniture import FURNITURE, MESSAGE_ID, TRANSPORT
from vacatur.reading.headers import DATE, HEADER
from vacatur.reading.identity import TAGS
from vacatur.reading.separators import END, ROW, STRIKE

_DIGITS = string.digits
_MARKS = "*.,'`\" :_~-"

_CLEAN: tuple[tuple[str, str, str], ...] = (
    ("count", "C", r"CNT\s*:"),
    ("dispo", "*D", r"\*?\s*DISPO\s*[:;]"),
    ("comment", "C.", r"\.?COM\s*[:;]"),
    ("status", "C", r"CONV\s+STATUS\s*[:;.]"),
    ("sentence", "S", r"SEN\s*[:;]"),
    ("charge", _DIGITS, rf"{SECTIONS}\s*[A-Z]{{2}}\s?-"),
    ("day", _DIGITS, DATE),
    ("header", "ABCDEFIMNPRSO0", HEADER),
    ("level", "T", r"TOC\s*[:;]\s*[FMIN]\b"),
    ("number", "#*", r"[#*]\s?(?=[A-Z0-9 .\-]*[0-9])[A-Z0-9]"),
    ("flags", "-", r"-\s?[A-Z]"),
    ("booked_by", "A", r"ARR\s+BY\s*[:;]"),
    ("control", "DSA", r"(?:DCN|SCN|ATI)\s*[:;\-]"),
    ("received", "R", r"RECVD\s+BY\s*[:;]"),
    ("sentenced_from", "S", r"SEN\s+FROM\s*[:;]?"),
    ("paper", "CW", r"(?:CITE|WARRANT|CRT)\s*(?:NBR|NO)?\s*[#*]"),
    ("address", "A", r"ADR\s?[-:;]"),
    ("identity", "CDSRHWEPNMFIO", rf"(?:{TAGS})\s?/|FPC\s"),
    ("name_code", "N", r"NAME?\s*[:;]\s*[0-9]"),
    ("birth", "D", r"DOB\s*[:;]"),
    ("end", "*. E", END.pattern),
    ("furniture", "PHFARI" + _DIGITS, FURNITURE.pattern),
    ("row", _MARKS, rf"(?:{ROW.pattern})$"),
    ("strike", "*P", rf"[*\s]*{STRIKE.pattern}"),
    ("banner", '*I"PN', r"\*\*|III\s+(?:CALIFORNIA|MULTIPLE)\b|\"?PROBATION\s+FLAGS\b|NOTE\s*:|\"ALERT\b"),
    ("transport", "FTIOUDMSRAELCPN", TRANSPORT.pattern),
)
"""Kind, the characters it can start with, and its form; the first that fits wins."""

_NOISY = re.compile(
    r"(?P<count>(?:C[NHMR][TIL1]|[CGÇ]N[TI]|C\s?N\s?T)\s*[:;.]\s*(?=-?[OQUIL0-9]))"
    r"|(?P<dispo>[*\s]*D\s*[I1L]\s*S\s*P\s*[O0Q]?\s*[:;.])"
    r"|(?P<comment>C\s?[O0]\s?M\s*[:;.])"
    r"|(?P<status>C\s?[O0]\s?N\s?V\s+S\s?T\s?A\S{1,4}?\s*[:;.\s])"
    r"|(?P<sentence>[SG]\s?E\s?N\s*[:;])"
    r"|(?P<level>T\s?[O0QÓÒỌ]\s?C\s*[:;.]\s*[FMIN1]\b)"
    r"|(?P<header>[^\s\w]RR/DET/CITE|[^\s\w]OURT\s*:)"
)
_DIRT = ".'`|,~_\"^: "
_LEADING = re.compile(r"[A-Z|.,'`]{1,2}\s+")
_TAGGED = frozenset(("count", "dispo", "comment", "status", "sentence", "header", "booked_by", "control", "charge"))


def _by_first() -> dict[str, re.Pattern[str]]:
    """One pattern for each first character: the forms that cannot start with it need not be tried."""
    firsts = dict.fromkeys("".join(first for _, first, _ in _CLEAN))
    return {
        char: re.compile("|".join(f"(?P<{kind}>{form})" for kind, first, form in _CLEAN if char in first))
        for char in firsts
    }


_BY_FIRST = _by_first()


def classify(text: str) -> tuple[str, str]:
    """The kind of a line of capitals and its text without leading dirt. `text` is the kind of a line with no known beginning."""
    pattern = _BY_FIRST.get(text[0])
    found = pattern.match(text) if pattern is not None else None
    if found is not None:
        return found.lastgroup or "text", text
    if text[0] in _DIRT:
        text = text.lstrip(_DIRT)
        if not text:
            return "furniture", text
        kind = _clean(text)
        if kind is not None:
            return kind, text
    return _noisy(text)


def _clean(text: str) -> str | None:
    pattern = _BY_FIRST.get(text[0])
    found = pattern.match(text) if pattern is not None else None
    return found.lastgroup if found is not None else None


def _noisy(text: str) -> tuple[str, str]:
    found = _NOISY.match(text)
    if found is not None:
        return found.lastgroup or "text", text
    if text[0] in "0123456789-" and (is_sentencing_line(text) or read_charge(text)):
        return "charge", text
    if "." in text and MESSAGE_ID.match(text):
        return "transport", text
    if "STR" in text and STRIKE.search(text):
        return "strike", text
    dirt = _LEADING.match(text)
    if dirt is not None:
        kind = _clean(text[dirt.end() :])
        if kind in _TAGGED:
            return kind, text[dirt.end() :]
    return "text", text


_GLUE = re.compile(
    r"\s+(?=\*?D[I1L]SP[O0]?\s*[:;]|C[NH][TIL1]\s*[:;]\s*[0-9OQUIL]{1,3}\b(?!\S*\s+CHRG)|CONV STATUS(?:\s*[:;.]|\s+[A-Z])"
    r"|SEN\s*[:;]|COM\s*[:;]|ARR BY\s*[:;]|DCN\s*[:;]|RECVD BY\s*[:;]|ARR/[DOBP]ET/CITE\s*[:;]|C[O0]URT\s*[:;]"
    r"|CUSTODY\s*[:;]|PROBATION\s*[:;]\s*NAM"
    r"|APPLICANT\s*[:;]|REGISTRATION\s*[:;]|SUPPLEMENTAL ARR\s*[:;]"
    r"|(?:\*\s+){3}\*(?!\s*\*)(?!\s+END)|(?:-\s+){3}-)|(?<!\*)\s+(?=(?:\*\s+){0,12}END OF MESSAGE)"
    r"|(?<=(?:\*\s){3}\*)\s+(?=[A-Z])(?!END)|(?<=(?:-\s){3}-)\s+(?=[A-Z])"
)
_COMMENT = re.compile(r"\W?COM\s*[:;]")
_WIDE = re.compile(r"\s{3,}")
LONGEST_LINE = 80


def unglued(text: str) -> list[str]:
    """One printed line, or the several that a lost line break has glued into it. A comment may hold labels of its own (`SEE CNT:02`)."""
    colons = text.count(":") + text.count(";")
    if colons > 1:
        colons -= ("NAM:" in text) + ("DOB:" in text)
    if len(text) <= LONGEST_LINE and (colons < 2 or _COMMENT.match(text)):
        return [text]
    return parts(text)


def parts(text: str) -> list[str]:
    """A line parted where a further label, separator or header starts in it."""
    return [piece for piece in _GLUE.split(_WIDE.sub("  ", text)) if piece]
