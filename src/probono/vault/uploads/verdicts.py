"""What the virus scanner said of each file that came in, and those it is asked about again. Each app registers its files here."""

from collections import Counter
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.conf import settings
from django.utils import timezone

from probono.vault import files
from probono.vault.cipher import SealBrokenError
from probono.vault.fields import scope_of
from probono.vault.keys import Scope, UnknownKeyError
from probono.vault.uploads import clamd
from probono.vault.uploads.clamd import Verdict
from probono.vault.uploads.refusal import RefusedError, Why

SCANS = [(each.value, each.value) for each in Verdict]
"""The choices of a column that keeps a verdict."""


@dataclass(frozen=True, slots=True)
class Scanned:
    """A model whose rows name a file that came from outside: the column of the file, and the one of its verdict."""

    model: Any
    file: str = "file"
    scan: str = "scan"


@dataclass(frozen=True, slots=True)
class Rescan:
    """What asking again came to: files found infected now, and those still not scanned."""

    infected: int
    left: int


_registered: dict[str, Scanned] = {}


def register(kind: Scanned) -> None:
    """An app tells which of its rows name files from outside."""
    _registered[kind.model._meta.label] = kind


def scanned(data: bytes) -> Verdict:
    """Clean or not scanned. `RefusedError` when something was found: the file is not taken."""
    verdict = clamd.scan(data, settings.CLAMD, now=timezone.now()).verdict
    if verdict is Verdict.INFECTED:
        raise RefusedError(Why.INFECTED)
    return verdict


def may_go(scan: str) -> bool:
    """Where files are scanned, only what was found clean goes to others; where they are not, all but what was found infected."""
    return scan == Verdict.CLEAN or (scan == Verdict.NOT_SCANNED and not settings.CLAMD)


def scan_again() -> Rescan:
    """Scans what was not scanned yet. For the operator, who sees every row."""
    found: Counter[Verdict] = Counter()
    for kind in _registered.values():
        waiting = kind.model._default_manager.filter(**{kind.scan: Verdict.NOT_SCANNED, f"{kind.file}__isnull": False})
        for row in waiting:
            verdict = _verdict_now(getattr(row, kind.file), scope_of(row))
            kind.model._default_manager.filter(pk=row.pk).update(**{kind.scan: verdict})
            found[verdict] += 1
    return Rescan(found[Verdict.INFECTED], found[Verdict.NOT_SCANNED])


def _verdict_now(name: UUID, scope: Scope) -> Verdict:
    """One that is gone, or that does not open because its client's file is being destroyed, stops no other."""
    try:
        if files.size(name) > clamd.LARGEST:
            return Verdict.NOT_SCANNED
        data = files.read(name, scope)
    except (OSError, UnknownKeyError, SealBrokenError):
        return Verdict.NOT_SCANNED
    return clamd.scan(data, settings.CLAMD, now=timezone.now()).verdict
