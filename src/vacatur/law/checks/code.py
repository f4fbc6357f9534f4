"""What the code asks of the law data: the texts in it, constant ones and those with holes."""

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

_HOLE = r"[\w./-]+"


@dataclass(frozen=True, slots=True)
class Texts:
    """Every text that stands in the code: whole ones, and patterns for those that are put together."""

    whole: frozenset[str]
    patterns: tuple[re.Pattern[str], ...]

    def names(self, id_: str) -> bool:
        """Whether some text of the code is, or can become, this id."""
        return id_ in self.whole or any(pattern.fullmatch(id_) for pattern in self.patterns)


def texts_in(folders: list[Path]) -> Texts:
    """The texts of every Python file under the folders."""
    whole: set[str] = set()
    patterns: set[str] = set()
    for path in sorted(path for folder in folders for path in folder.rglob("*.py")):
        in_file = _in_file(path, path.stat().st_mtime_ns)
        whole |= in_file[0]
        patterns |= in_file[1]
    return Texts(frozenset(whole), tuple(re.compile(pattern) for pattern in sorted(patterns)))


@lru_cache(maxsize=2048)
def _in_file(path: Path, changed: int) -> tuple[frozenset[str], frozenset[str]]:
    """The whole texts and the patterns of one file, taken apart once as long as the file does not change."""
    nodes = list(_texts(ast.parse(path.read_text(encoding="utf-8"))))
    whole = frozenset(str(node.value) for node in nodes if isinstance(node, ast.Constant))
    patterns = (_pattern(node) for node in nodes if isinstance(node, ast.JoinedStr))
    return whole, frozenset(pattern for pattern in patterns if pattern)


def _texts(node: ast.AST) -> Iterator[ast.Constant | ast.JoinedStr]:
    """Texts, the pieces of one with holes not told apart from it."""
    if isinstance(node, ast.JoinedStr):
        yield node
        return
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node
    for child in ast.iter_child_nodes(node):
        yield from _texts(child)


def _pattern(node: ast.JoinedStr) -> str | None:
    """A pattern for a text with holes that looks like an id: it has a dot or a slash between its parts, and no space."""
    fixed = "".join(str(part.value) for part in node.values if isinstance(part, ast.Constant))
    if not re.fullmatch(r"[\w./-]*[./][\w./-]*", fixed) or not re.search(r"\w", fixed):
        return None
    return "".join(re.escape(str(part.value)) if isinstance(part, ast.Constant) else _HOLE for part in node.values)


def numbers_in(path: Path) -> Iterator[tuple[int, object]]:
    """Numbers other than 0 and 1 in a file, each with its line: a legal number has no place in code."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Constant) and type(node.value) in (int, float) and node.value not in (0, 1):
            yield node.lineno, node.value
