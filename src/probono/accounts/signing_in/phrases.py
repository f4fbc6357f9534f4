"""Phrases told by voice: four plain words, in the language of whoever hears them."""

import functools
import secrets
import tomllib
import unicodedata
from pathlib import Path

WORDS = 4
_by_chance = secrets.SystemRandom()


def new_phrase(language: str) -> str:
    """Four words at random, in English or Spanish, each another: a word twice sounds like a slip."""
    return " ".join(_by_chance.sample(_words()["es" if language.startswith("es") else "en"], WORDS))


def language_of(said: str) -> str:
    """The language whose words these are; English where they are none's."""
    told = set(plain(said).split())
    return next((one for one, words in _words().items() if told and told <= {plain(each) for each in words}), "en")


def plain(said: str) -> str:
    """A phrase as it is compared: small letters without accents, whatever stands between the words."""
    letters = unicodedata.normalize("NFKD", said.casefold())
    kept = "".join(
        character if character.isalpha() else " " for character in letters if not unicodedata.combining(character)
    )
    return " ".join(kept.split())


@functools.lru_cache(maxsize=1)
def _words() -> dict[str, tuple[str, ...]]:
    read = tomllib.loads((Path(__file__).parent / "phrases.toml").read_text("utf-8"))
    return {language: tuple(text.split()) for language, text in read.items()}
