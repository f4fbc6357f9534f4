"""Damage by scanners and by programs that read pictures: letters taken for others, dirt in the first column, curly dashes."""

from random import Random

from demo.noise.lines import Change, replacing, rewriting

MISREAD: tuple[tuple[str, tuple[str, ...]], ...] = (
    (r"^ARR/DET/CITE", ("ARR/OET/CITE", "ARR/BET/CITE", "ARR/PET/CITE", "▯RR/DET/CITE")),
    (r"^COURT:", ("COURI:", "▯OURT:")),
    (r"^   CONV STATUS:", ("   CONV STATIS:", "   CONV STATUS :", "   CONV STATUS.")),
    (r":INFRACTION$", (":TNFRACTION",)),
    (r"^   SEN:(?= \d)", ("   GEN:",)),
    (r"\bRESTN\b", ("RESIN",)),
    (r"\bTOC:(?=[FMI]$)", ("TÓC:", "T0C:")),
    (r"^CNT:0(?=[1-9])", ("CNT:O", "ÇNT:0", "CNT:U")),
)
_dirty = rewriting(
    r"^(?=COURT:|CNT:|\*DISPO:|   COM:|   SEN:)", lambda match, rng: rng.choice(("| ", ". ", "' ")) + match.string
)


def misread(lines: list[str], rng: Random, rate: float) -> list[str]:
    """Labels with a letter taken for another one."""
    changes: list[Change] = [replacing(pattern, choices) for pattern, choices in MISREAD]
    for change in changes:
        lines = change(lines, rng, rate)
    return lines


def dirt(lines: list[str], rng: Random, rate: float) -> list[str]:
    """Specks in front of some lines."""
    return _dirty(lines, rng, rate)
