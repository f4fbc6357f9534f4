"""Sections of law in one form: "496 (A) (2)" and "496(a)(2)" are the same section."""

import re
from dataclasses import dataclass

_SPACES = re.compile(r"\s+")
_JOINS = re.compile(r"[-/&]+")
_STEM = re.compile(r"[0-9]+[a-z]{0,2}(?:\.[0-9]+[a-z]?)*")
_GLUED_ATTEMPT = re.compile(r"664(?:\.([0-9]{2}.*)|([0-9]{3}.*))")
_ATTEMPT = re.compile(r"664(?:\([a-z]\))?")


@dataclass(frozen=True, slots=True)
class Sections:
    """What one charge line names: its first section, the others joined to it, and whether PC 664 (attempt) was among them."""

    first: str
    others: tuple[str, ...] = ()
    attempt: bool = False


def normal_section(text: str) -> str:
    """One form for comparing: no spaces, small letters, periods for commas, closed brackets ("496 (A) (2)" -> "496(a)(2)")."""
    plain = _SPACES.sub("", text).lower().replace(",", ".")
    return (
        plain.replace("}", ")").replace("]", ")").replace("{", "(").replace("[", "(").replace(".(", "(").strip(".-/&")
    )


def stem(section: str) -> str:
    """The section without its subdivisions: "496(a)(2)" -> "496"."""
    found = _STEM.match(section)
    return found.group() if found else section


def broader(section: str) -> tuple[str, ...]:
    """The section and what holds it, the longest first: "496(a)(2)" -> ("496(a)(2)", "496(a)", "496")."""
    steps = [section]
    while section.endswith(")") and "(" in section:
        section = section[: section.rindex("(")]
        steps.append(section)
    return tuple(steps)


def split_sections(text: str) -> Sections:
    """Take a charge's section apart: "484(A)/490.5" has two, "664-487(A)" is an attempt, "594(A)-(B)(2)" repeats its stem.

    Attempt (PC 664) is written with a hyphen, a slash, a period or nothing between it and the section, before or after.
    """
    whole: list[str] = []
    attempt = False
    for part in _JOINS.split(normal_section(text)):
        if not part.strip("."):
            continue
        tried, part = _take_attempt(part)
        attempt = attempt or tried
        if part:
            whole.append(_with_stem(part, whole[-1] if whole else ""))
    if not whole:
        return Sections("664" if attempt else normal_section(text), (), attempt)
    return Sections(whole[0], tuple(whole[1:]), attempt)


def _take_attempt(part: str) -> tuple[bool, str]:
    if _ATTEMPT.fullmatch(part):
        return True, ""
    glued = _GLUED_ATTEMPT.fullmatch(part)
    if glued:
        return True, glued.group(1) or glued.group(2)
    if part.endswith(".664"):
        return True, part[: -len(".664")]
    return False, part


def _with_stem(part: str, before: str) -> str:
    if not before or part[0].isdigit():
        return part
    return stem(before) + (part if part.startswith("(") else f"({part})")
