"""The facts of a matter as a plain document (what forms edit and the vault keeps), and as the library's `Facts`.

The document has the keys of FACTS.toml. Answers about items are kept by the item's id, which survives a second reading of
the sheet; the number and count the library finds an item by are filled in from the record of the day.
"""

import dataclasses
import datetime as dt
import types
import typing
from collections.abc import Hashable, Iterable, Mapping
from enum import StrEnum
from functools import cache
from typing import Any, cast

from vacatur.records.facts import (
    AgencyName,
    Attestation,
    Counsel,
    Facts,
    Nexus,
    Petitioner,
    Service,
    Status,
    Victimization,
)
from vacatur.records.item import Item

Document = dict[str, Any]
IMMIGRATION_KEYS = ("noncitizen",)
TOML_NAMES = {"start": "from", "end": "to"}
ITEM_KEYS = ("number", "count")


def empty_document() -> Document:
    """Nothing known yet."""
    return {
        "petitioner": {},
        "counsel": {},
        "status": {},
        "victimizations": [],
        "nexus": {},
        "agencies": [],
        "service": [],
    }


def facts_of(document: Mapping[str, Any], immigration: Mapping[str, Any], items: Iterable[Item]) -> Facts:
    """The library's facts, with only those answers whose item is on the record."""
    return Facts(
        petitioner=_value(Petitioner, document.get("petitioner", {})),
        counsel=_value(Counsel, document.get("counsel", {})),
        status=_value(Status, {**document.get("status", {}), **immigration}),
        victimizations=tuple(_value(Victimization, each) for each in document.get("victimizations", [])),
        nexus=tuple(_all_nexus(document.get("nexus", {}), items)),
        agencies=tuple(_value(AgencyName, each) for each in document.get("agencies", [])),
        service=tuple(_value(Service, each) for each in document.get("service", [])),
    )


def document_of(facts: Facts, items_by_nexus: Mapping[str, Nexus]) -> tuple[Document, Document]:
    """The document, and apart from it the facts of the immigration file. `items_by_nexus` is the library's matching."""
    status = _plain(facts.status)
    immigration = {key: status.pop(key) for key in IMMIGRATION_KEYS if key in status}
    document = {
        "petitioner": _plain(facts.petitioner),
        "counsel": _plain(facts.counsel),
        "status": status,
        "victimizations": [_plain(each) for each in facts.victimizations],
        "nexus": {item: _plain(nexus, skip=ITEM_KEYS) for item, nexus in items_by_nexus.items()},
        "agencies": [_plain(each) for each in facts.agencies],
        "service": [_plain(each) for each in facts.service],
    }
    return document, immigration


def _all_nexus(kept: Mapping[str, Mapping[str, Any]], items: Iterable[Item]) -> Iterable[Nexus]:
    seen: set[tuple[str, int]] = set()
    for item in items:
        part = kept.get(item.id)
        if part is None or item.number is None or (item.number, item.count) in seen:
            continue
        seen.add((item.number, item.count))
        yield _value(Nexus, {**part, "number": item.number, "count": item.count})


@cache
def _hints(kind: Hashable) -> dict[str, Any]:
    return typing.get_type_hints(kind)


def _value(kind: type[Any], part: Mapping[str, Any]) -> Any:
    """A dataclass of the library from its document; what is missing or empty stays at its default: unknown."""
    found: dict[str, Any] = {}
    for field in dataclasses.fields(kind):
        hint = _hints(cast(Hashable, kind))[field.name]
        raw = part.get(TOML_NAMES.get(field.name, field.name))
        if hint is Attestation:
            found[field.name] = _value(Attestation, part)
        elif raw not in (None, "") and (raw != [] or field.default is None):
            found[field.name] = _typed(hint, raw)
    return kind(**found)


def _typed(hint: Any, raw: Any) -> Any:
    """One value in the type the library wants: a day, a word of a list, a tuple, a dataclass, or as it is."""
    origin, inner = typing.get_origin(hint), [each for each in typing.get_args(hint) if each is not type(None)]
    if origin is tuple:
        return tuple(_typed(inner[0], each) for each in raw)
    if origin in (types.UnionType, typing.Union):
        return _one_of(inner, raw)
    if dataclasses.is_dataclass(hint):
        return _value(hint, raw)  # type: ignore[arg-type]
    if hint is dt.date:
        return dt.date.fromisoformat(raw)
    return hint(raw) if isinstance(hint, type) and issubclass(hint, StrEnum) else raw


def _one_of(hints: list[Any], raw: Any) -> Any:
    words = [hint for hint in hints if isinstance(hint, type) and issubclass(hint, StrEnum)]
    for hint in words:
        if raw in list(hint):
            return hint(raw)
    return _typed(next(hint for hint in hints if hint not in words), raw)


def _plain(part: Any, skip: tuple[str, ...] = ()) -> Document:
    """A dataclass as a document: days as ISO text, nothing unknown kept, the attestation laid flat."""
    found: Document = {}
    for field in dataclasses.fields(part):
        value = getattr(part, field.name)
        if isinstance(value, Attestation):
            found |= _plain(value)
        elif field.name not in skip and value is not None and (value != () or field.default is None):
            found[TOML_NAMES.get(field.name, field.name)] = _plain_value(value)
    return found


def _plain_value(value: Any) -> Any:
    if isinstance(value, dt.date):
        return value.isoformat()
    if isinstance(value, tuple):
        return [_plain_value(each) for each in value]
    if dataclasses.is_dataclass(value):
        return _plain(value)
    return str(value) if isinstance(value, StrEnum) else value
