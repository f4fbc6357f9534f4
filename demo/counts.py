"""Counts of an event as the sheet prints them (flags, charge, numbers, comments, dispositions, dated updates)."""

from collections.abc import Iterator

from demo.model import Charge, Dispo, Part
from demo.wrap import WIDTH, pair, wrapped

LEVELS = {"F": "FELONY", "M": "MISDEMEANOR", "I": "INFRACTION"}
KINDS = {"probation": "PROBATION", "jail": "JAIL", "prison": "PRISON", "fine": "FINE", "restitution": "RESTN"}
CHARGE_COLUMN = 41


def part_text(part: Part) -> str:
    """One part of a sentence: "036 MONTHS PROBATION", "FINE SS"."""
    if part.text is not None:
        return part.text
    lengths = [("YEARS", part.years), ("MONTHS", part.months), ("DAYS", part.days)]
    words = [f"{number:03d} {unit}" for unit, number in lengths if number is not None]
    return " ".join(
        [*words, KINDS[part.kind], *(["SS"] if part.suspended else []), *(["CC"] if part.concurrent else [])]
    )


def sentence_lines(parts: tuple[Part, ...]) -> list[str]:
    """The SEN: line, wrapped between its items."""
    texts = [text for text in map(part_text, parts) if text]
    return wrapped("   SEN: ", ", ".join(texts)) if texts else []


def comment_lines(comments: tuple[str, ...]) -> list[str]:
    """One COM: for each comment."""
    return [line for comment in comments for line in wrapped("   COM: ", comment)]


def _dispo(dispo: Dispo) -> Iterator[str]:
    if dispo.date is not None:
        yield dispo.date
    starred = dispo.kind == "convicted" if dispo.star is None else dispo.star
    yield f"{'*' if starred else ' '}DISPO:{dispo.words}"
    if dispo.level is not None:
        yield f"   CONV STATUS:{LEVELS[dispo.level]}"
    yield from sentence_lines(dispo.sentence)
    yield from comment_lines(dispo.comments)


def _heading(charge: Charge, number: str | None) -> str:
    last = f"-{charge.through:02d}" if charge.through else ""
    left = f"CNT:{charge.number:02d}{last}"
    return pair(left, f"#{number}", 11) if number else left


def _charge_lines(charge: Charge) -> list[str]:
    printed = charge.printed or (charge.section or "").upper()
    line = charge.line or f"{printed} {(charge.code or '').split(' ')[0]}-{charge.description}"
    if charge.level is None:
        return [f"  {line}"]
    whole = pair(f"  {line}", f"TOC:{charge.level}", CHARGE_COLUMN)
    return [whole] if len(whole) <= WIDTH else [f"  {line}", f"  TOC:{charge.level}"]


def count_lines(charge: Charge, number: str | None, sentence: tuple[str, ...] = ()) -> Iterator[str]:
    """All lines of one count; `number` is printed on the first of an event only, later ones inherit it.

    `sentence` are the lines of a custody or probation event, which stand before its dated updates.
    """
    if charge.number is not None:
        yield _heading(charge, number)
    if charge.flags:
        yield "   " + " ".join(f"-{flag}" for flag in charge.flags)
    if charge.sentencing:
        yield f"  {charge.sentencing}"
    yield from _charge_lines(charge)
    if charge.arrested_by:
        yield f"   ARR BY:{charge.arrested_by}"
    yield from (f"   {line}" for line in charge.numbers)
    yield from comment_lines(charge.comments)
    yield from sentence
    for dispo in charge.dispositions:
        yield from _dispo(dispo)
