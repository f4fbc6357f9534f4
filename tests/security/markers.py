"""Made-up words that stand nowhere else, so that finding one shows where a client's facts went."""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from django.apps import apps
from django.db import connection

MARKER = re.compile(r"zqx[0-9]{4}w", re.IGNORECASE)


class Markers:
    """Gives a new word each time, and remembers them all."""

    def __init__(self) -> None:
        self.given: list[str] = []

    def one(self) -> str:
        """A word nobody has had."""
        self.given.append(f"Zqx{len(self.given):04d}w")
        return self.given[-1]

    def some(self, count: int) -> list[str]:
        """Several."""
        return [self.one() for _ in range(count)]


def in_text(text: str | bytes) -> set[str]:
    """The markers in a text, in whatever case; in bytes also those of two-byte letters."""
    if isinstance(text, str):
        return {one.lower() for one in MARKER.findall(text)}
    plain = text.decode("latin-1")
    return {one.lower() for one in MARKER.findall(plain) + MARKER.findall(plain.replace("\0", ""))}


def in_tables(labels: Iterable[str] | None = None) -> dict[str, set[str]]:
    """The markers in the database as it lies there, by table; all tables, or these models' ones."""
    found: dict[str, set[str]] = {}
    wanted = set(labels) if labels else None
    for model in apps.get_models():
        if wanted is not None and model._meta.label not in wanted:
            continue
        with connection.cursor() as cursor:
            cursor.execute(f"SELECT t::text FROM {connection.ops.quote_name(model._meta.db_table)} t")
            rows = "\n".join(row[0] for row in cursor.fetchall())
        if hits := in_text(rows) | in_text(_unhexed(rows)):
            found[model._meta.label] = hits
    return found


def in_files(folder: Path) -> dict[str, set[str]]:
    """The markers in every file below a folder, and in the files' names."""
    found = {}
    for path in sorted(folder.rglob("*")):
        hits = in_text(path.name) | (in_text(path.read_bytes()) if path.is_file() else set())
        if hits:
            found[path.relative_to(folder).as_posix()] = hits
    return found


def _unhexed(text: str) -> bytes:
    """What PostgreSQL shows of binary columns, as bytes again."""
    return b"\n".join(bytes.fromhex(one) for one in re.findall(r"\\\\?x((?:[0-9a-f]{2})+)", text))


def lines(words: Iterable[str]) -> str:
    """One word a line."""
    return "\n".join(words)


def each_said(data: Any) -> Iterator[str]:
    """Every text in a document of plain values."""
    if isinstance(data, dict):
        for key, value in data.items():
            yield str(key)
            yield from each_said(value)
    elif isinstance(data, list | tuple):
        for value in data:
            yield from each_said(value)
    else:
        yield str(data)
