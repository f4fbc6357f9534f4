"""Damage to dispositions and sentences."""

import re
from random import Random

from demo.noise.lines import replacing, rewriting

labels = replacing(r"^([* ])DISPO:", (r"\1DISPO;", r"\1DISPO :", r"\1DI SP O:", r"\1DISP:", r"\1DISPO: ", r"DISPO:"))
words = replacing(
    r"DISPO:CONVICTED$", ("DISPO:CO  N VI CTE D", "DISPO:COMVICTED", "DISPO:CONVICTED .", "DISPO:CONVICTED '")
)

SHORT = {"YEARS": "YR", "MONTHS": "MO", "DAYS": "DS", "PROBATION": "PROB", "JAIL": "JL", "RESTN": "RSTN"}


def _shortened(match: re.Match[str], rng: Random) -> str:
    line = match.string
    for long, short in SHORT.items():
        line = re.sub(rf"\b{long}\b", short, line)
    return re.sub(r"\b0+(\d)", r"\1", line)


short_sentences = rewriting(r"^   SEN: ", _shortened)


def update_one_line(lines: list[str], rng: Random, rate: float) -> list[str]:
    """The day of an update and its disposition on one line."""
    out: list[str] = []
    for line in lines:
        dated = out and re.fullmatch(r"\d{8}", out[-1]) and line.lstrip(" *").startswith("DISPO:")
        if dated and rng.random() < rate:
            out[-1] = f"{out[-1]} {line.strip()}"
        else:
            out.append(line)
    return out
