"""Every reason that the code can give has words, every sentence is used, and languages say the same."""

import re
from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path

from vacatur.law.checks.code import Texts
from vacatur.law.checks.loading import languages
from vacatur.law.pack import Pack
from vacatur.law.words import holes
from vacatur.records.facts import Counsel, Petitioner, Status

# Tables of FACTS.toml whose keys are named in full ("status.charged"): they look like reasons and are none.
_FACT_KEYS = {
    f"{table}.{one.name}"
    for table, kind in (("status", Status), ("petitioner", Petitioner), ("counsel", Counsel))
    for one in fields(kind)
}
_SOURCE = Path(__file__).parents[3]
_REASON = re.compile(r"([a-z][a-z0-9_]*)\.[a-z][a-z0-9_]*")
ENGLISH = "en"


def missing_words(pack: Pack, texts: Texts) -> Iterator[str]:
    """Ids in the code whose group has a file, but no sentence."""
    words = pack.words_of(ENGLISH)
    groups, ids = set(words.groups()), set(words.ids())
    for text in sorted(texts.whole - ids - _FACT_KEYS):
        found = _REASON.fullmatch(text)
        if found and found[1] in groups and not _is_module(text):
            yield f"Law data, words/{ENGLISH}/{found[1]}.toml: the code gives the reason '{text}', which has no words."


def _is_module(text: str) -> bool:
    """Whether the text names a room of the library ("vacatur.law"), which looks like a reason and is none."""
    return (_SOURCE / text.replace(".", "/")).is_dir()


def unused_words(pack: Pack, texts: Texts) -> Iterator[str]:
    """Sentences that no code can give."""
    words = pack.words_of(ENGLISH)
    for id_ in words.ids():
        if not texts.names(id_):
            yield f"Law data, {words.file_of(id_)}: nothing gives the reason '{id_}'."


def languages_agree(pack: Pack) -> Iterator[str]:
    """Another language has the same sentences with the same holes, group by group."""
    english = pack.words_of(ENGLISH)
    for lang in languages(pack):
        other = pack.words_of(lang)
        for id_ in other.ids():
            if id_ not in set(english.ids()):
                yield f"Law data, {other.file_of(id_)}: '{id_}' has no English words."
            elif holes(other.sentence(id_)) != holes(english.sentence(id_)):
                yield f"Law data, {other.file_of(id_)}: '{id_}' has other holes than in English."
