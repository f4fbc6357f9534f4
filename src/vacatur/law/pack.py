"""The one way into the law data: a pack of dated rules, each read from its file when first asked for."""

import datetime as dt
from functools import cached_property, lru_cache
from pathlib import Path

from vacatur.law.parameters import Parameter, Value, load_parameter
from vacatur.law.sources import LawSource, load_sources, write_cite
from vacatur.law.table import read_table

CALIFORNIA = Path(__file__).parent / "ca"


class Pack:
    """One jurisdiction's rules. Nothing in it changes once it has been read."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self._parameters: dict[str, Parameter] = {}

    @cached_property
    def version(self) -> str:
        """The pack's version, stamped on every finding and packet."""
        table = read_table(self.root, "pack.toml")
        version = table.text("version")
        table.text("jurisdiction")
        table.end()
        return version

    @cached_property
    def sources(self) -> dict[str, LawSource]:
        """Every source by key."""
        return load_sources(self.root)

    def citation(self, cite: str) -> str:
        """A citation as a lawyer writes it, from a source's key and a subdivision: "pc_236_14(c)"."""
        return write_cite(self.sources, cite)

    def parameter_of(self, id_: str) -> Parameter:
        """One parameter through time, by its id ("pc_236_14/response_days")."""
        found = self._parameters.get(id_)
        if found is None:
            found = self._parameters[id_] = load_parameter(self.root, id_, self.citation)
        return found

    def parameter(self, id_: str, day: dt.date) -> Value:
        """The value in force on a day. LawError before the first value."""
        return self.parameter_of(id_).at(day)


@lru_cache(maxsize=1)
def pack() -> Pack:
    """California's pack, made once."""
    return Pack(CALIFORNIA)
