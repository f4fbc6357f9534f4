"""Damage to separators, event headers and the date line."""

import re
from random import Random

from demo.noise.lines import replacing, rewriting

COLON_HEADS = "ARR/DET/CITE|COURT|CUSTODY(?=:JAIL|:CDC)|PROBATION|APPLICANT|REGISTRATION|SUPPLEMENTAL ARR"
HEADS = "ARR/DET/CITE:|COURT:|CUSTODY:|PROBATION:|APPLICANT:|REGISTRATION:|SUPPLEMENTAL ARR:|MENTAL HLTH"
DATED = re.compile(r"^\d{8}  \S")

colons = replacing(
    r"^(ARR/DET/CITE|COURT|APPLICANT|REGISTRATION|SUPPLEMENTAL ARR):(?= +NAM)", (r"\1 :", r"\1;", r"\1 ")
)
name_labels = replacing(r" NAM:(?=\d\d\b)", (" NAME:", " NAM: "))
dotted_dates = replacing(r"^(\d{5})(\d{3})(?=  \S)", (r"\1.\2",))


def _split(match: re.Match[str], rng: Random) -> list[str]:
    return [match[1].rstrip(), *match[2].split("  ")] if rng.random() < 0.5 else [match[1].rstrip(), match[2]]


split = rewriting(rf"^((?:{HEADS})\S*)\s+(NAM:\d+.*)$", _split)


def joined(lines: list[str], rng: Random, rate: float) -> list[str]:
    """Header, date and agency on one line."""
    out: list[str] = []
    for line in lines:
        follows = out and out[-1].startswith("COURT") and DATED.match(line)
        if follows and rng.random() < rate:
            out[-1] = f"{' '.join(out[-1].split())} {line.replace('  ', ' ', 1)}"
        else:
            out.append(line)
    return out


def separators_missing(lines: list[str], rng: Random, rate: float) -> list[str]:
    """No line of dashes before an event that has a header of its own."""
    following = [*lines[1:], ""]
    known = re.compile(rf"^(?:{HEADS})")
    return [
        line
        for line, after in zip(lines, following, strict=True)
        if not (line == "- - - -" and known.match(after) and rng.random() < rate)
    ]


WORN = ("- - -- --", "--- - ---", "- - -", "- -' - -")
WIDE = ("*    *    *    *", "* * **", "* * *  *")
_dashes = replacing(r"^- - - -$", WORN)
_stars = replacing(r"^\* \* \* \*$", WIDE)


def separators_worn(lines: list[str], rng: Random, rate: float) -> list[str]:
    """Rows of asterisks and dashes that are still to be seen for what they are."""
    return _stars(_dashes(lines, rng, rate), rng, rate)
