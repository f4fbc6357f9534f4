"""What a crash leaves behind: parts of files that were never finished, and files that no row names.

Both are sealed under a client's key, so they are noise without it and die with it; the janitor keeps the folder small.
"""

import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.db import connection

from probono.vault.files import exists
from probono.vault.safe_write import PART, sync_folder
from probono.vault.workshop import clear

OLD_ENOUGH = 60 * 60
"""Seconds: nothing younger is touched, because its row may be on its way."""

_keepers: list[Callable[[], Iterable[UUID | None]]] = []


@dataclass(frozen=True, slots=True)
class Swept:
    """What was found: unfinished parts and orphans removed, and files that rows name but that are not there."""

    parts: int
    orphans: int
    missing: int


def keeps(names: Callable[[], Iterable[UUID | None]]) -> None:
    """An app tells which files its rows name."""
    _keepers.append(names)


def sweep(*, older_than: float = OLD_ENOUGH) -> Swept:
    """Removes what nobody finished and nobody names, and the workshops of processes that died.

    ImproperlyConfigured when asked as a role that row-level security binds: it would see no row and remove every file.
    """
    _only_the_owner()
    clear()
    folder: Path = settings.VAULT_FILES
    before = time.time() - older_than
    files = [path for path in folder.glob("??/*") if path.is_file()] if folder.is_dir() else []
    named = {name.hex for names in _keepers for name in names() if name is not None}
    old = [path for path in files if path.stat().st_mtime < before]
    parts = [path for path in old if path.name.startswith(PART)]
    orphans = [path for path in old if not path.name.startswith(PART) and path.name not in named]
    for path in (*parts, *orphans):
        path.unlink(missing_ok=True)
        sync_folder(path.parent)
    return Swept(len(parts), len(orphans), len(_missing(named - {path.name for path in files})))


def _missing(names: set[str]) -> set[str]:
    """Those that are not there now either: the files were listed before the rows, and some may have come since."""
    return {name for name in names if not exists(UUID(hex=name))}


def _only_the_owner() -> None:
    if connection.vendor != "postgresql":
        return
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_get_userbyid(relowner) = current_user FROM pg_class WHERE relname = 'matters_matter'")
        row = cursor.fetchone()
    if row != (True,):
        raise ImproperlyConfigured("The janitor must run as the owner of the tables: it has to see every row.")
