"""Someone's own words in a paper: approved by the client, released where they must be, and never changed."""

import re

from vacatur.drafting.asking import missing_in
from vacatur.drafting.blocks import Block, Fact, Inline, Inlines, Missing, Paragraph, Text
from vacatur.drafting.matter import Matter, Period, Row
from vacatur.drafting.release import Held, Sentence, check
from vacatur.drafting.wording import table
from vacatur.records.facts import Attestation


def said_by(attested: Attestation) -> str:
    """Where a fact comes from: its own source, else the facts file."""
    return attested.source or "FACTS.toml"


def told(matter: Matter, place: Row | Period, name: str) -> tuple[Inlines, ...]:
    """The paragraphs of one account, sentence by sentence: a bracket when it is missing or not approved, and a bracket
    for each sentence that is held.
    """
    text = getattr(place.told, name, None)
    if not text:
        return ((missing_in(place, name),),)
    attested = place.told.attested if place.told else Attestation()
    if attested.approved is not True:
        return ((missing_in(place, "approved"),),)
    paragraphs = [" ".join(part.split()) for part in re.split(r"\n\s*\n", text.strip())]
    return tuple(_paragraph(matter, place, name, number, part) for number, part in enumerate(paragraphs, start=1))


def quoted(paragraphs: tuple[Inlines, ...]) -> tuple[Block, ...]:
    """An account quoted in a paper that speaks of the petitioner in the third person."""
    opened, closed = (Text("“"),), (Text("”"),)
    if all(isinstance(inline, Missing) for inlines in paragraphs for inline in inlines):
        return tuple(Paragraph(inlines) for inlines in paragraphs)
    last = len(paragraphs) - 1
    return tuple(
        Paragraph((*opened, *inlines, *(closed if place == last else ()))) for place, inlines in enumerate(paragraphs)
    )


def checked(matter: Matter, key: str, text: str, attested: Attestation) -> Inlines:
    """One short text of the facts (an exhibit's name), held back as a whole when any sentence of it is."""
    held = next((one.held for one in _check(matter, text, attested) if one.held), None)
    return (_bracket(f"{key}.sentence1", held),) if held else (Fact(key, text, said_by(attested)),)


def _paragraph(matter: Matter, place: Row | Period, name: str, number: int, text: str) -> Inlines:
    attested = place.told.attested if place.told else Attestation()
    pieces: list[Inline] = []
    for count, one in enumerate(_check(matter, text, attested), start=1):
        key = place.key(name)
        inline = (
            _bracket(f"{key}.sentence{number}-{count}", one.held)
            if one.held
            else Fact(key, one.text, said_by(attested))
        )
        pieces += [Text(" "), inline] if pieces else [inline]
    return tuple(pieces)


def _check(matter: Matter, text: str, attested: Attestation) -> tuple[Sentence, ...]:
    return check(text, matter.suppressed, released=bool(attested.released))


def _bracket(key: str, held: Held) -> Missing:
    return Missing(f"{key}.{held}", table("questions")["question"][held]["label"])
