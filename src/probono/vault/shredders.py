"""Who clears away what when a client's file is destroyed: each app registers its tables and files here.

The keys die first, so all of this is noise by then; what is cleared away here are rows, sizes, dates and names of files.
The vault knows no app: an app says how its rows are found and in which order they go (what refers to others first).
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

Files = Callable[[UUID], Iterable[UUID | None]]


@dataclass(frozen=True, slots=True)
class Table:
    """A model and the columns that name its matter and its client, as the gate's paths do; one may be missing."""

    model: Any
    matter: str = ""
    client: str = ""

    def rows(self, *, matter_id: UUID | None = None, client_id: UUID | None = None) -> Any:
        """The rows of one matter, or of one client."""
        rows = self.model._default_manager
        path, subject = (self.matter, matter_id) if matter_id else (self.client, client_id)
        return rows.filter(**{path: subject}) if path and subject else rows.none()

    def clear(self, *, matter_id: UUID | None = None, client_id: UUID | None = None) -> None:
        """Removes them in one statement: rows of one table may refer to each other, and the database looks at the end."""
        rows = self.rows(matter_id=matter_id, client_id=client_id)
        if not rows.query.is_empty():
            rows._raw_delete(rows.db)


@dataclass(frozen=True, slots=True)
class Shredder:
    """What one app clears away: its tables in order, the files of a matter, and what is found in no table of its own."""

    app: str
    tables: tuple[Table, ...]
    files: Files = field(default=lambda matter_id: ())
    more: Callable[[UUID], int] = field(default=lambda matter_id: 0)


_shredders: dict[str, Shredder] = {}


def register(shredder: Shredder) -> None:
    """An app tells what it clears away. Registering the same app again takes the place of what it told before."""
    _shredders[shredder.app] = shredder


def registered() -> tuple[Shredder, ...]:
    """Every app's, the uppermost first: a row may only refer to rows of lower apps. Apps register from the lowest up."""
    return tuple(reversed(_shredders.values()))


def guarded(model: Any) -> Table:
    """The table of a model that declares the gate's paths."""
    paths = model.gate_paths
    return Table(model, paths.get("matter_id", ""), paths.get("client_id", ""))
