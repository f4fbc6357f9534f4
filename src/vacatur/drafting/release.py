"""Which sentences of someone's own words may not be printed yet (promise 8), and why. Words are never changed: a held
sentence becomes a bracket, and the question goes to the person who can release it.
"""

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from vacatur.drafting.redaction import Suppressed
from vacatur.drafting.wording import table

# A sentence ends at . ! or ?, with closing quotes, before a capital; an initial ("R. He") does not end one, so that
# at most too much is held and never too little.
_END = re.compile(r"(?<=[.!?])(?<![\s.][A-Z]\.)(?<!^[A-Z]\.)([\"”’')]*)\s+(?=[\"“‘'(¿¡]*[A-ZÁÉÍÓÚÑ0-9])")


class Held(StrEnum):
    """Why a sentence is held: the immigration attorney must release it, or it names the petitioner."""

    RELEASE = "release"
    NAME = "name"


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence as it was said, and why it is held, if it is."""

    text: str
    held: Held | None


def sentences(text: str) -> tuple[str, ...]:
    """The sentences of one paragraph, in order and unchanged but for the space between them."""
    marked = _END.sub(lambda end: f"{end[1]}\0", text.strip())
    return tuple(part for part in marked.split("\0") if part)


def check(text: str, suppressed: Suppressed, *, released: bool) -> tuple[Sentence, ...]:
    """Every sentence of one paragraph with what holds it back. `released` lifts the immigration attorney's hold only."""
    return tuple(Sentence(one, _held(one, suppressed, released)) for one in sentences(text))


def speaks_of_held_words(text: str) -> bool:
    """Whether the text holds a word that only the immigration attorney may release; a proper name of `names` is none."""
    for group in table("held_words").values():
        for name in group.get("names", ()):
            text = text.replace(name, " ")
    return bool(_any_case().search(text) or _this_case().search(text))


def _held(text: str, suppressed: Suppressed, released: bool) -> Held | None:
    if suppressed.found_in(text):
        return Held.NAME
    return Held.RELEASE if not released and speaks_of_held_words(text) else None


@cache
def _any_case() -> re.Pattern[str]:
    words = [word for group in table("held_words").values() for word in group["words"]]
    return re.compile(rf"\b(?:{'|'.join(map(_pattern, words))})\b", re.IGNORECASE)


@cache
def _this_case() -> re.Pattern[str]:
    words = [word for group in table("held_words").values() for word in group["exact"]]
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, words))})\b")


def _pattern(word: str) -> str:
    return re.escape(word).replace(r"\*", r"\w*").replace(r"\ ", r"[\s\-]+")
