"""The permission matrix as data: matrix.toml, read once and strictly. Grants, the matrix page and the tests come from it."""

import tomllib
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from pathlib import Path

from probono.accounts.data_classes import DataClass, Verb
from probono.accounts.roles import Role

FILE = Path(__file__).parent / "matrix.toml"


class Standing(StrEnum):
    """On what basis a cell allows."""

    STANDING = "standing"
    TEAM = "team"
    TEAM_AND_RELEASE = "team+release"
    RELEASE = "release"
    OWN = "own"
    OWN_ORGANIZATION = "own-organization"
    ON_REQUEST = "on-request"
    AGGREGATE = "aggregate"
    BREAK_GLASS = "break-glass"


@dataclass(frozen=True, slots=True)
class Cell:
    """What one role may do with one class of data, on what basis, and a note where words are needed."""

    role: Role
    data_class: DataClass
    basis: Standing
    verb: Verb
    note: str = ""

    @property
    def words(self) -> str:
        """The cell as a sentence for the matrix page."""
        said = f"{_VERBS[self.verb]} {_BASES[self.basis]}"
        return f"{said} ({self.note})." if self.note else f"{said}."


class MatrixError(Exception):
    """matrix.toml says something that is no cell; the message names the place."""


@lru_cache(maxsize=1)
def cells() -> tuple[Cell, ...]:
    """Every cell that allows something, in the order of the file. MatrixError where the file is wrong."""
    return tuple(_read(FILE.read_text("utf-8")))


def cell(role: Role, data_class: DataClass) -> Cell | None:
    """One cell, or nothing where the role has nothing."""
    return next((one for one in cells() if one.role == role and one.data_class == data_class), None)


def basis_words(basis: Standing) -> str:
    """What a basis reaches, as a part of a sentence."""
    return _BASES[basis]


def allowed(role: Role, basis: Standing) -> dict[DataClass, Verb]:
    """What a role holds on one basis: each class of data with its verb."""
    return {one.data_class: one.verb for one in cells() if one.role == role and one.basis == basis}


@lru_cache(maxsize=1)
def emergency_classes() -> dict[Role, tuple[DataClass, ...]]:
    """What each role may open in an emergency. MatrixError where the file is wrong."""
    table = tomllib.loads(FILE.read_text("utf-8"))[_EMERGENCIES]
    try:
        return {Role(code): tuple(DataClass(name) for name in said.split()) for code, said in table.items()}
    except ValueError as error:
        raise MatrixError("[break-glass] of the matrix names a role or a class that there is not.") from error


def _read(text: str) -> list[Cell]:
    table = tomllib.loads(text)
    table.pop(_EMERGENCIES, None)
    missing = [one.value for one in DataClass if one.value not in table]
    if missing:
        raise MatrixError(f"The matrix has no table for {', '.join(missing)}.")
    return [_cell(name, code, said) for name, row in table.items() for code, said in row.items()]


def _cell(name: str, code: str, said: str) -> Cell:
    what, _semicolon, note = said.partition(";")
    try:
        basis, verb = what.split()
        return Cell(Role(code), DataClass(name), Standing(basis), Verb(verb), note.strip())
    except ValueError as error:
        raise MatrixError(f"[{name}] {code} of the matrix is not a basis and a verb: {said!r}.") from error


_EMERGENCIES = "break-glass"
_VERBS = {Verb.EXISTS: "Knows that it exists:", Verb.READ: "Reads", Verb.WRITE: "Reads and changes"}
_BASES = {
    Standing.STANDING: "every matter of the home organization",
    Standing.TEAM: "the matters whose team she is on",
    Standing.TEAM_AND_RELEASE: "the matters whose team she is on, while the client's release names her organization",
    Standing.RELEASE: "only what a live release of the client opens to her organization",
    Standing.OWN: "what is about herself or her own work",
    Standing.OWN_ORGANIZATION: "what is about people of her own organization",
    Standing.ON_REQUEST: "what staff show her when she asks",
    Standing.AGGREGATE: "counts only, small ones suppressed",
    Standing.BREAK_GLASS: "one matter in an emergency, for an hour, reviewed afterwards",
}
