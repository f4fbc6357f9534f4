"""F-02: the janitor removes what nobody finished and nobody names, and nothing else."""

import os
import time
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from django.conf import settings as django_settings
from django.core.exceptions import ImproperlyConfigured

from probono.accounts import walls
from probono.matters.models import Matter, RecordUpload
from probono.vault import files, janitor
from probono.vault.keys import Scope

pytestmark = [pytest.mark.django_db, pytest.mark.sqlite]


def _age(path: Path) -> None:
    long_ago = time.time() - 2 * janitor.OLD_ENOUGH
    os.utime(path, (long_ago, long_ago))


def _all(settings: Any) -> set[str]:
    return {path.name for path in settings.VAULT_FILES.rglob("*") if path.is_file()}


def test_it_removes_parts_and_orphans_and_keeps_what_a_row_names(settings: Any, with_sheet: Matter) -> None:
    kept = RecordUpload.objects.get().file.hex
    orphan = files.store(b"nobody's", Scope(str(with_sheet.pk), "D4")).hex
    part = settings.VAULT_FILES / orphan[:2] / ".part-x"
    part.write_bytes(b"half")
    for path in settings.VAULT_FILES.rglob("*"):
        _age(path)

    found = janitor.sweep()

    assert (found.parts, found.orphans, found.missing) == (1, 1, 0)
    assert _all(settings) == {kept}


def test_what_is_young_is_left(settings: Any, matter: Matter) -> None:
    name = files.store(b"its row is on its way", Scope(str(matter.pk), "D4")).hex

    assert janitor.sweep() == janitor.Swept(0, 0, 0)
    assert _all(settings) == {name}


def test_a_file_that_is_not_there_is_told(settings: Any, with_sheet: Matter) -> None:
    files.remove(RecordUpload.objects.get().file)

    assert janitor.sweep().missing == 1


def test_it_does_not_run_as_a_role_that_sees_no_row(avery: Any, with_sheet: Matter, settings: Any) -> None:
    if "postgresql" not in django_settings.DATABASES["default"]["ENGINE"]:
        return  # SQLite has no second role
    for path in settings.VAULT_FILES.rglob("*"):
        _age(path)
    before = _all(settings)

    with walls.acting(avery), pytest.raises(ImproperlyConfigured, match="owner"):
        janitor.sweep()

    assert _all(settings) == before


def test_a_file_that_came_while_it_looked_is_not_missing(
    settings: Any, with_sheet: Matter, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The store is listed before the rows are asked."""
    late = []

    def names() -> list[UUID]:
        late.append(files.store(b"it came meanwhile", Scope(str(with_sheet.pk), "D4")))
        return late

    monkeypatch.setattr(janitor, "_keepers", [*janitor._keepers, names])

    assert janitor.sweep() == janitor.Swept(0, 0, 0)
