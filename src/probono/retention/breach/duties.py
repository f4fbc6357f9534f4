"""Duties after a breach: data that flags. A day comes from counsel alone."""

import tomllib
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

FILE = Path(__file__).parent / "duties.toml"
READ = ("C1", "C2")


@dataclass(frozen=True, slots=True)
class Duty:
    """One duty: what may have to be done, what to look up, how sure the program is of it."""

    code: str
    says: str
    cite: str
    mark: str

    @property
    def was_read(self) -> bool:
        """Whether its source was read. Otherwise it flags, and counsel looks it up."""
        return self.mark in READ


@lru_cache(maxsize=1)
def duties() -> dict[str, Duty]:
    """Every duty by its code, in the order of the file."""
    return {code: Duty(code, **said) for code, said in tomllib.loads(FILE.read_text("utf-8")).items()}
