"""The facts of a worked case: the same tables and keys as FACTS.toml, built from the typed form itself, so that a fact added
there can be used in a case at once.
"""

import datetime as dt
import types
from dataclasses import MISSING, fields, is_dataclass
from enum import StrEnum
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

from vacatur.law.errors import LawError
from vacatur.records.facts import Attestation, Counsel, Facts, Nexus, Petitioner, Status, Victimization

Built = TypeVar("Built")
_RENAMED = {"from": "start", "to": "end"}
_ATTESTED = {one.name for one in fields(Attestation)}


def facts_of(table: dict[str, Any], file: str) -> Facts:
    """Facts from the tables of a case. Unknown keys are errors; missing ones stay unknown."""
    if unknown := table.keys() - {"petitioner", "counsel", "status", "victimization", "nexus"}:
        raise LawError(file, f"the table '{min(unknown)}' is not one of FACTS.toml.")
    return Facts(
        petitioner=_build(Petitioner, table.get("petitioner", {}), file),
        counsel=_build(Counsel, table.get("counsel", {}), file),
        status=_build(Status, table.get("status", {}), file),
        victimizations=tuple(_build(Victimization, one, file) for one in table.get("victimization", [])),
        nexus=tuple(_build(Nexus, one, file) for one in table.get("nexus", [])),
    )


def _build(kind: type[Built], table: Any, file: str) -> Built:
    if not isinstance(table, dict):
        raise LawError(file, f"the facts of {kind.__name__} must be a table.")
    hints = get_type_hints(kind)
    values: dict[str, Any] = {}
    attested = {key: value for key, value in table.items() if key in _ATTESTED and "attested" in hints}
    for key, value in table.items():
        name = _RENAMED.get(key, key)
        if key in attested:
            continue
        if name not in hints or name == "attested":
            raise LawError(file, f"the fact '{key}' is not known.")
        values[name] = _value(hints[name], value, key, file)
    if attested:
        values["attested"] = _build(Attestation, attested, file)
    _need_all(kind, values, file)
    return kind(**values)


def _need_all(kind: Any, values: dict[str, Any], file: str) -> None:
    for one in fields(kind):
        if one.default is MISSING and one.default_factory is MISSING and one.name not in values:
            raise LawError(file, f"the fact '{one.name}' is missing.")


def _value(hint: Any, value: Any, key: str, file: str) -> Any:
    """The value as the typed form wants it: each alternative of the type is tried in turn."""
    for kind in get_args(hint) if get_origin(hint) in (Union, types.UnionType) else (hint,):
        if get_origin(kind) is tuple and isinstance(value, list):
            return tuple(_value(get_args(kind)[0], one, key, file) for one in value)
        if is_dataclass(kind) and isinstance(kind, type):
            return _build(kind, value, file)
        if isinstance(kind, type) and issubclass(kind, StrEnum):
            if value in {word.value for word in kind}:
                return kind(value)
        elif kind in (str, bool, int, dt.date) and type(value) is kind:
            return value
    raise LawError(file, f"the fact '{key}' cannot hold {value!r}.")
