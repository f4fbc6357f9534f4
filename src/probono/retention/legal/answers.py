"""Drafts for counsel: data in texts/, with blanks that stay visible, citing only what texts/authorities.toml holds."""

import tomllib
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from django.conf import settings
from django.utils import translation
from django.utils.formats import date_format

from probono.retention.legal.models import Demand

FOLDER = Path(__file__).parent / "texts"
NAMES = ("objection", "service", "administrative", "notice")
READ = ("C1", "C2")
"""Marks of what was read. Anything else is from memory and is printed as a question to counsel."""


class AnswerError(Exception):
    """A text of texts/ cannot be used; the message names the file and the place."""


@dataclass(frozen=True, slots=True)
class Authority:
    """One authority: how it is cited, how sure the program is of it, what it says."""

    cite: str
    mark: str
    says: str

    @property
    def was_read(self) -> bool:
        """Whether it may be printed as an authority."""
        return self.mark in READ


@lru_cache(maxsize=1)
def authorities() -> dict[str, Authority]:
    """Every authority by its code. AnswerError for a mark that is none."""
    found = {code: Authority(**said) for code, said in _table("authorities").items()}
    if wrong := [code for code, one in found.items() if one.mark not in (*READ, "M")]:
        raise AnswerError(f"authorities.toml: {', '.join(wrong)} has no mark of C1, C2 or M.")
    return found


def drafts() -> list[tuple[str, str, str]]:
    """Every draft there is: its name, its language, its title."""
    return [
        (name, language, _table(name)["title"][language]) for name in NAMES for language in _table(name)["languages"]
    ]


def draft(demand: Demand, *, name: str, language: str) -> dict[str, Any] | None:
    """One draft, filled with what the demand says and nothing of the client; nothing where there is no such draft."""
    if name not in NAMES or language not in _table(name)["languages"]:
        return None
    table = _table(name)
    with translation.override(language):
        filled = _filled(demand, table["day"][language])
    parts = [_part(name, one, language, filled) for one in table["part"]]
    return {"name": name, "title": table["title"][language], "for": table["for"], "language": language, "parts": parts}


def _filled(demand: Demand, blank: str) -> dict[str, str]:
    def day(value: Any) -> str:
        return date_format(value, "DATE_FORMAT") if value else blank

    return {
        "home": settings.PROGRAM.organization,
        "asked_by": demand.asked_by,
        "reference": demand.reference,
        "served": day(demand.served_on),
        "due": day(demand.due_on),
        "kind": str(demand.get_kind_display()),
        "signed": str(demand.get_signed_display()),
    }


def _part(name: str, part: dict[str, Any], language: str, filled: dict[str, str]) -> dict[str, Any]:
    codes = part.get("authorities", ())
    if unknown := [code for code in codes if code not in authorities()]:
        raise AnswerError(f"{name}.toml: {', '.join(unknown)} is no authority of authorities.toml.")
    cited = [authorities()[code] for code in codes]
    return {
        "heading": part["heading"][language],
        "lines": [line.format(**filled) for line in part["text"][language]],
        "cited": [one for one in cited if one.was_read],
        "unread": [one for one in cited if not one.was_read],
    }


@lru_cache(maxsize=8)
def _table(name: str) -> dict[str, Any]:
    return tomllib.loads((FOLDER / f"{name}.toml").read_text("utf-8"))
