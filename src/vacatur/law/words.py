"""The sentences shown for a reason, kept apart from the code so that lawyers can edit them.

`words/<language>/<group>.toml` holds `key = "sentence"`; the reason's id is `<group>.<key>`. A sentence may have holes: {day}.
"""

from pathlib import Path
from string import Formatter

from vacatur.law.errors import LawError
from vacatur.law.files import files_in, id_of
from vacatur.law.table import read_table

FOLDER = "words"


class Words:
    """The sentences of one language, each group read when first asked for."""

    def __init__(self, root: Path, language: str) -> None:
        self._root = root
        self._folder = f"{FOLDER}/{language}"
        self._groups: dict[str, dict[str, str]] = {}

    def groups(self) -> tuple[str, ...]:
        """Every group there is."""
        return tuple(id_of(file, self._folder) for file in files_in(self._root, self._folder))

    def ids(self) -> tuple[str, ...]:
        """Every reason id there are words for."""
        return tuple(f"{group}.{key}" for group in self.groups() for key in self._group(group))

    def sentence(self, id_: str) -> str:
        """The words of a reason, its holes unfilled."""
        group, _, key = id_.partition(".")
        found = self._group(group).get(key)
        if found is None:
            raise LawError(f"{self._folder}/{group}.toml", f"there are no words for '{id_}'.")
        return found

    def write(self, id_: str, params: dict[str, object]) -> str:
        """The words of a reason with its holes filled. A hole left open is an error."""
        sentence = self.sentence(id_)
        missing = holes(sentence) - params.keys()
        if missing:
            raise LawError(self.file_of(id_), f"the words of '{id_}' need a value for '{min(missing)}'.")
        return sentence.format(**params)

    def file_of(self, id_: str) -> str:
        """The file in which the words of a reason stand."""
        return f"{self._folder}/{id_.partition('.')[0]}.toml"

    def _group(self, group: str) -> dict[str, str]:
        if group not in self._groups:
            table = read_table(self._root, f"{self._folder}/{group}.toml")
            self._groups[group] = {key: table.text(key) for key in table.names()}
            for key, sentence in self._groups[group].items():
                _check(table.file, key, sentence)
        return self._groups[group]


def holes(sentence: str) -> set[str]:
    """The names in braces."""
    return {name for _, name, _, _ in Formatter().parse(sentence) if name is not None}


def _check(file: str, key: str, sentence: str) -> None:
    try:
        names = holes(sentence)
    except ValueError:
        raise LawError(file, f"the braces in '{key}' do not match.") from None
    if any(not name.isidentifier() for name in names):
        raise LawError(file, f"a hole in '{key}' must be a plain name in braces, as in {{day}}.")
