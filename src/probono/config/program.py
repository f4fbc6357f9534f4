"""`program.toml`: the names of one installation. Nothing of it stands in code."""

import re
import tomllib
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any, get_args, get_type_hints
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError


class ProgramError(Exception):
    """`program.toml` cannot be used; the message is one sentence that names the file and the key."""


@dataclass(frozen=True, slots=True)
class Bilingual:
    """A sentence the public reads, in English and in Spanish."""

    en: str
    es: str

    def in_language(self, code: str) -> str:
        return self.es if code.startswith("es") else self.en


@dataclass(frozen=True, slots=True)
class Contact:
    """Whom an interested volunteer writes to."""

    name: str
    title: Bilingual
    email: str
    phone: str


@dataclass(frozen=True, slots=True)
class Firm:
    """A firm whose people may come through its own sign-in (OpenID Connect). Its secret comes from the environment."""

    id: str
    organization: str
    issuer: str
    client_id: str


@dataclass(frozen=True, slots=True)
class Program:
    """One installation: one program of one home organisation."""

    name: str
    organization: str
    partner_firm: str
    mission: Bilingual
    services: tuple[Bilingual, ...]
    contact: Contact
    team_attorneys_min: int
    team_attorneys_max: int
    months_min: int
    months_max: int
    mcle_provider: str
    time_zone: str
    firms: tuple[Firm, ...] = ()


def read_program(path: Path) -> Program:
    """The program as configured, or a `ProgramError` that says what to mend."""
    try:
        data = tomllib.loads(path.read_text("utf-8"))
    except FileNotFoundError as error:
        raise ProgramError(
            f"{path.name} was not found: it names the program, its organization and its contact."
        ) from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ProgramError(f"{path.name} is not valid TOML: {error}.") from error
    program = _build(Program, data, path.name, "")
    _check(program, path.name)
    return program


def _build(kind: type[Any], data: Any, file: str, prefix: str) -> Any:
    if not isinstance(data, dict):
        raise ProgramError(f"{file}: {prefix.rstrip('.')} must be a table.")
    known = {field.name for field in fields(kind)}
    for key in data:
        if key not in known:
            raise ProgramError(f"{file}: the key {prefix}{key} is not known; check its spelling.")
    hints = get_type_hints(kind)
    return kind(**{name: _value(hints[name], data, name, file, prefix) for name in hints})


def _value(hint: Any, data: dict[str, Any], name: str, file: str, prefix: str) -> Any:
    if name not in data and hint == tuple[Firm, ...]:
        return ()
    if name not in data:
        raise ProgramError(f"{file}: the key {prefix}{name} is missing.")
    value = data[name]
    if hint in (Bilingual, Contact):
        return _build(hint, value, file, f"{prefix}{name}.")
    if hint in (tuple[Bilingual, ...], tuple[Firm, ...]):
        if not isinstance(value, list):
            raise ProgramError(f"{file}: {prefix}{name} must be a list.")
        return tuple(_build(get_args(hint)[0], each, file, f"{prefix}{name}.") for each in value)
    if type(value) is not hint or value == "":
        raise ProgramError(
            f"{file}: {prefix}{name} must be {'a whole number' if hint is int else 'a text that is not empty'}."
        )
    return value


def _check(program: Program, file: str) -> None:
    for low, high, what in (
        (program.team_attorneys_min, program.team_attorneys_max, "team_attorneys"),
        (program.months_min, program.months_max, "months"),
    ):
        if not 1 <= low <= high:
            raise ProgramError(f"{file}: {what}_min must be at least 1 and not more than {what}_max.")
    for firm in program.firms:
        if not re.fullmatch(r"[a-z0-9-]{1,40}", firm.id) or sum(other.id == firm.id for other in program.firms) > 1:
            raise ProgramError(f"{file}: firms.id must be one of its own, of small letters, digits and hyphens.")
        if not re.match(r"https://|http://(localhost|127\.0\.0\.1)[:/]", firm.issuer):
            raise ProgramError(f"{file}: firms.issuer must be an https address.")
    try:
        ZoneInfo(program.time_zone)
    except (ZoneInfoNotFoundError, ValueError) as error:
        raise ProgramError(f"{file}: time_zone is not a known time zone, for example America/Los_Angeles.") from error
