"""The texts a client signs: data in texts/, in English and Spanish, each version known by the hash of its file."""

import datetime as dt
import hashlib
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from django.conf import settings
from django.utils import translation
from django.utils.formats import date_format

from probono.accounts.data_classes import Verb
from probono.accounts.matrix import Standing, allowed
from probono.accounts.roles import Role

FOLDER = Path(__file__).parent / "texts"
LANGUAGES = ("en", "es")
LISTS = ("what", "team")
"""Names of lists in a text."""


class WordingError(Exception):
    """A text of texts/ cannot be used; the message names the file and the place."""


@dataclass(frozen=True, slots=True)
class Purpose:
    """What a release is for. `classes` is the most it may open; `person` says that one person must be named; `hours` how
    long it opens after the signature, when that is shorter than the release (0: as long as the release); `team` whether it
    lets the recipient's lawyers onto her team.
    """

    code: str
    words: dict[str, str]
    classes: tuple[str, ...]
    person: bool
    hours: int
    team: bool


@lru_cache(maxsize=1)
def purposes() -> dict[str, Purpose]:
    """Every purpose by its code, in the order of the file."""
    return {
        code: Purpose(
            code,
            {language: said[language] for language in LANGUAGES},
            tuple(said["classes"]),
            person=said.get("person", False),
            hours=said.get("hours", 0),
            team=said.get("team", False),
        )
        for code, said in _words()["purposes"].items()
    }


def class_words(data_class: str, language: str) -> str:
    """A class of data as a client reads it."""
    table = _words()["classes"]
    return str(table.get(data_class, table["other"])[language])


@lru_cache(maxsize=1)
def team_classes() -> tuple[str, ...]:
    """What the lawyers of another organization work with once they are on her team, by the matrix, in its order."""
    held = {one for role in (Role.VOLUNTEER_ATTORNEY, Role.PARALEGAL) for one in _worked_with(role)}
    return tuple(one for one in _words()["classes"] if one in held)


def _worked_with(role: Role) -> Iterator[str]:
    return (one.value for one, verb in allowed(role, Standing.TEAM).items() if verb != Verb.EXISTS)


def wording_of(kind: str) -> str:
    """The version of a kind's text: the hash of its file."""
    return hashlib.sha256(_file(kind).read_bytes()).hexdigest()


def share_document(
    *, language: str, recipient: str, purpose: str, classes: Iterable[str], last_day: dt.date
) -> dict[str, Any]:
    """The whole text of a release for one recipient, as it is printed and kept."""
    what = [class_words(one, language) for one in classes]
    team = [class_words(one, language) for one in team_classes()] if purposes()[purpose].team else []
    filled = {"recipient": recipient, "purpose": purposes()[purpose].words[language]}
    filled |= {"hours": str(hours)} if (hours := purposes()[purpose].hours) else {}
    return _document("share", language, last_day, filled, exact="", lists={"what": what, "team": team})


def listing_document(*, language: str, text: str, last_day: dt.date) -> dict[str, Any]:
    """The whole text of a yes to the exact words of a listing."""
    return _document("listing", language, last_day, {}, exact=text, lists={})


def _document(
    kind: str, language: str, last_day: dt.date, filled: dict[str, str], *, exact: str, lists: dict[str, list[str]]
) -> dict[str, Any]:
    """Plain values: a title and parts; a part is a heading with sentences, a list, or the exact words of a listing."""
    with translation.override(language):
        day = date_format(last_day, "DATE_FORMAT")
    filled = {**filled, "until": day, "home": settings.PROGRAM.organization}
    table = _text(kind)
    parts = [_part(one, language, filled, exact, lists) for one in table["part"]]
    return {"title": table["title"][language], "parts": parts}


def _part(
    part: dict[str, Any], language: str, filled: dict[str, str], exact: str, lists: dict[str, list[str]]
) -> dict[str, Any]:
    said = part["short"] if "hours" in filled and "short" in part else part["text"]
    lines = [one for line in said[language] for one in _lines(line, language, filled, lists)]
    if part.get("exact"):
        lines = [{"exact": exact}]
    return {"heading": part["heading"][language], "lines": lines}


def _lines(line: str, language: str, filled: dict[str, str], lists: dict[str, list[str]]) -> Iterator[dict[str, Any]]:
    """A sentence; or, where it names a list, that list, under its own sentence where it has one, and nothing when it is empty."""
    name = line.strip("{}")
    if name not in LISTS:
        yield {"text": line.format(**filled)}
    elif lists[name]:
        if said := _text("share").get(name):
            yield {"text": said[language].format(**filled)}
        yield {"list": lists[name]}


@lru_cache(maxsize=4)
def _text(kind: str) -> dict[str, Any]:
    table = tomllib.loads(_file(kind).read_text("utf-8"))
    for place, said in [("title", table["title"]), *((f"part {n}", p["heading"]) for n, p in enumerate(table["part"]))]:
        if missing := [language for language in LANGUAGES if not said.get(language)]:
            raise WordingError(f"{kind}.toml: {place} has no text in {', '.join(missing)}.")
    return table


@lru_cache(maxsize=1)
def _words() -> dict[str, Any]:
    return tomllib.loads(_file("words").read_text("utf-8"))


def _file(kind: str) -> Path:
    return FOLDER / f"{kind}.toml"
