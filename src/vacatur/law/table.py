"""A strict view of one TOML table: every key is asked for by name and type, and a key nobody asked for is an error."""

import datetime as dt
import tomllib
from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path
from typing import Any, NoReturn, TypeVar

from vacatur.law.errors import LawError
from vacatur.law.files import id_of

Choice = TypeVar("Choice", bound=StrEnum)
_KINDS = {
    str: "a text",
    int: "a whole number",
    bool: "true or false",
    list: "a list",
    dict: "a table",
    dt.date: "a date",
}


def read_table(root: Path, file: str) -> "Table":
    """The table in `root/file`. Raises LawError when it is missing, not UTF-8, or not TOML (a repeated key included)."""
    try:
        text = (root / file).read_bytes().decode("utf-8")
    except FileNotFoundError:
        raise LawError(file, "there is no such file.") from None
    except UnicodeDecodeError:
        raise LawError(file, "it is not UTF-8 text.") from None
    try:
        return Table(tomllib.loads(text), file)
    except tomllib.TOMLDecodeError as error:
        raise LawError(file, f"it is not valid TOML: {error}.") from None


class Table:
    """One table of one file. Ask for each key once, then call `end`."""

    __slots__ = ("_asked", "_data", "_where", "file")

    def __init__(self, data: dict[str, Any], file: str, where: str = "") -> None:
        self._data = data
        self._where = where
        self._asked: set[str] = set()
        self.file = file

    def fail(self, what: str) -> NoReturn:
        """Refuse the file, naming the citation that stands in this table, if any."""
        cite = self._data.get("cite")
        raise LawError(self.file, f"{self._where}{what}", cite if isinstance(cite, str) else None)

    def __contains__(self, key: str) -> bool:
        return key in self._data

    def raw(self, key: str) -> Any:
        """Whatever stands there, or `None`."""
        self._asked.add(key)
        return self._data.get(key)

    def _typed(self, key: str, kind: type) -> Any:
        value = self.raw(key)
        if value is None:
            self.fail(f"the key '{key}' is missing.")
        if type(value) is not kind:
            self.fail(f"'{key}' must be {_KINDS[kind]}.")
        return value

    def text(self, key: str) -> str:
        """A text that is not empty."""
        value: str = self._typed(key, str)
        if not value.strip():
            self.fail(f"'{key}' is empty.")
        return value

    def whole(self, key: str) -> int:
        """A whole number."""
        value: int = self._typed(key, int)
        return value

    def flag(self, key: str) -> bool:
        """True or false."""
        value: bool = self._typed(key, bool)
        return value

    def day(self, key: str) -> dt.date:
        """A date without a time."""
        value: dt.date = self._typed(key, dt.date)
        return value

    def texts(self, key: str) -> tuple[str, ...]:
        """A list of texts, none twice."""
        values = self._typed(key, list)
        if any(type(value) is not str or not value.strip() for value in values):
            self.fail(f"'{key}' must be a list of texts.")
        if len(set(values)) != len(values):
            self.fail(f"'{key}' names something twice.")
        return tuple(values)

    def choice(self, key: str, among: type[Choice]) -> Choice:
        """One of the words of an enumeration."""
        value = self.text(key)
        try:
            return among(value)
        except ValueError:
            self.fail(f"'{key}' must be one of: {', '.join(among)}.")

    def choices(self, key: str, among: type[Choice]) -> Iterator[Choice]:
        """A list of words of an enumeration."""
        known = {word.value: word for word in among}
        for value in self.texts(key):
            if value not in known:
                self.fail(f"'{key}' must hold only: {', '.join(known)}.")
            yield known[value]

    def optional(self, key: str) -> str | None:
        """A text, or `None` when the key is left out."""
        return self.text(key) if key in self else None

    def id_of_path(self, folder: str) -> str:
        """The id, which must be the file's path within its folder."""
        expected = id_of(self.file, folder)
        if self.text("id") != expected:
            self.fail(f"its id must be '{expected}', as its path says.")
        return expected

    def tables(self, key: str) -> "Iterator[Table]":
        """The tables of a list of tables ([[key]]), in order. A missing list is empty."""
        values = self._typed(key, list) if key in self._data else []
        for place, value in enumerate(values, start=1):
            if type(value) is not dict:
                self.fail(f"'{key}' must be a list of tables.")
            yield Table(value, self.file, f"{self._where}{key} {place}: ")

    def table(self, key: str) -> "Table":
        """A table within this one ([key])."""
        return Table(self._typed(key, dict), self.file, f"{self._where}{key}: ")

    def names(self) -> tuple[str, ...]:
        """Every key, in the file's order."""
        return tuple(self._data)

    def entries(self) -> "Iterator[tuple[str, Table]]":
        """Every key as a table, for files that are a list of named tables."""
        for key in self._data:
            yield key, self.table(key)

    def end(self) -> None:
        """No key may be left that nobody asked for."""
        unknown = sorted(self._data.keys() - self._asked)
        if unknown:
            self.fail(f"the key '{unknown[0]}' is not known here.")
