"""How much of what a sheet says was read: fields right of fields expected, and every difference by name."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Wrong:
    """One field that was not read as meant: its path ("cycles[0].events[1].date"), what was meant, and what was read."""

    path: str
    wanted: Any
    got: Any


@dataclass(frozen=True, slots=True)
class Score:
    """The result of one comparison."""

    expected: int
    wrong: tuple[Wrong, ...]

    @property
    def right(self) -> int:
        """Fields that were read as meant."""
        return self.expected - len(self.wrong)

    def __add__(self, other: "Score") -> "Score":
        return Score(self.expected + other.expected, self.wrong + other.wrong)


NOTHING = Score(0, ())
MISSING = "(not read)"


def _members(wanted: Any, got: Any, path: str) -> Iterator[tuple[Any, Any, str]]:
    """The members of a table or a list beside what was read in their place."""
    if isinstance(wanted, dict):
        for key, value in wanted.items():
            yield value, got.get(key, MISSING) if isinstance(got, dict) else MISSING, f"{path}.{key}".lstrip(".")
        return
    read = got if isinstance(got, list) else []
    for place, value in enumerate(wanted):
        yield value, read[place] if place < len(read) else MISSING, f"{path}[{place}]"


def _extra(wanted: Any, got: Any, path: str) -> Score:
    """Members of a list that nobody meant are as wrong as missing ones; a list's length counts as a field."""
    length = len(got) if isinstance(got, list) else 0
    return Score(1, () if length == len(wanted) else (Wrong(f"{path}.length", len(wanted), length),))


def score(wanted: Any, got: Any, path: str = "") -> Score:
    """Compare what was meant with what was read, leaf by leaf. Keys only the reader knows are not compared."""
    if not isinstance(wanted, dict | list):
        return Score(1, () if wanted == got else (Wrong(path, wanted, got),))
    total = _extra(wanted, got, path) if isinstance(wanted, list) else NOTHING
    return sum((score(*member) for member in _members(wanted, got, path)), total)
