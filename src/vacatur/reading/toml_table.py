"""A TOML table read strictly: known keys and right types only. What is wrong is collected by key, never by value."""

import datetime as dt
from collections.abc import Mapping
from difflib import get_close_matches
from enum import StrEnum
from typing import Any, TypeVar

Word = TypeVar("Word", bound=StrEnum)
Value = TypeVar("Value")


class Table:
    """One table. Each getter takes a key out and returns `None` when it is missing; `close` reports the keys nobody asked for."""

    def __init__(self, values: Any, path: str, problems: list[str]) -> None:
        self.path = path
        self.problems = problems
        self.asked: list[str] = []
        self.values: Mapping[str, Any] = values if isinstance(values, dict) else {}
        if not isinstance(values, dict):
            problems.append(f"{path} must be a table")

    def key(self, name: str) -> str:
        """The path of a key, as a person finds it in the file."""
        return f"{self.path}.{name}" if self.path else name

    def has(self, name: str) -> bool:
        """Does the file give this key?"""
        return name in self.values

    def text(self, name: str) -> str | None:
        """A text that is not empty: what is not known is left out."""
        value = self._get(name, str, "text in quotes")
        if value is not None and not value.strip():
            self.problems.append(f"{self.key(name)} is empty; leave it out while it is not known")
            return None
        return value.strip() if value is not None else None

    def texts(self, name: str) -> tuple[str, ...]:
        """A list of texts."""
        values = self._get(name, list, "a list of texts") or []
        if any(not isinstance(value, str) or not value.strip() for value in values):
            self.problems.append(f"{self.key(name)} must be a list of texts, none of them empty")
            return ()
        return tuple(value.strip() for value in values)

    def yes(self, name: str) -> bool | None:
        """`true` or `false`."""
        return self._get(name, bool, "true or false")

    def number(self, name: str) -> int | None:
        """A whole number from 1."""
        value = self._get(name, int, "a whole number")
        if value is not None and value < 1:
            self.problems.append(f"{self.key(name)} must be 1 or more")
            return None
        return value

    def day(self, name: str) -> dt.date | None:
        """A day, written 2014-03-09 without quotes and without a time."""
        return self._get(name, dt.date, "a day like 2014-03-09, without quotes")

    def day_or(self, name: str, word: Word) -> dt.date | Word | None:
        """A day, or the one word that stands for having none."""
        if self.values.get(name) == word.value:
            self.asked.append(name)
            return word
        return self._get(name, dt.date, f'a day like 2014-03-09, without quotes, or "{word.value}"')

    def word(self, name: str, words: type[Word], *, needed: bool = False) -> Word | None:
        """One of a list of words."""
        value = self._get(name, str, "text in quotes")
        if value is None:
            if needed and name not in self.values:
                self.problems.append(f"{self.key(name)} is missing")
            return None
        try:
            return words(value)
        except ValueError:
            self.problems.append(f"{self.key(name)} must be one of: {', '.join(word.value for word in words)}")
            return None

    def table(self, name: str) -> "Table":
        """A table inside this one; an empty one when it is missing."""
        self.asked.append(name)
        return Table(self.values.get(name, {}), self.key(name), self.problems)

    def tables(self, name: str) -> list["Table"]:
        """A list of tables (`[[name]]`), each with its place in the list, from 1."""
        values = self._get(name, list, f"a list of tables, written [[{name}]]") or []
        return [Table(value, f"{self.key(name)}[{number}]", self.problems) for number, value in enumerate(values, 1)]

    def close(self) -> None:
        """Report every key that is not known, with the nearest known one."""
        for name in self.values:
            if name not in self.asked:
                near = get_close_matches(name, self.asked, n=1)
                hint = f"; did you mean {near[0]}?" if near else f"; known keys are {', '.join(self.asked)}"
                self.problems.append(f"{self.key(name)} is not a known key{hint}")

    def _get(self, name: str, kind: type[Value], words: str) -> Value | None:
        self.asked.append(name)
        value = self.values.get(name)
        # A bool is an int and a date-time is a date to Python; neither is one to a person.
        right = (
            isinstance(value, kind)
            and not (kind is int and isinstance(value, bool))
            and not isinstance(value, dt.datetime)
        )
        if value is not None and not right:
            self.problems.append(f"{self.key(name)} must be {words}")
        return value if right else None
