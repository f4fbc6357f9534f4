"""The shred ledger: what was destroyed, in lines that outlive the database and its backups.

A line names its subject by a mark (`keystore.mark_of`) that nobody can turn back. `begun` is written before a key dies,
`destroyed` when nothing is left, `certified` after a rotation of the keystore has made every old copy of it worthless. A
restored database is measured against it (services/replay.py). Lines are numbered and signed: one that is forged is seen, and
so is a gap. Where the end or the whole file is missing, the keystore's marks show it: whatever it knows as destroyed stands
here. Not seen is a ledger and a keystore that were both put back to the same older day.
"""

import base64
import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from django.conf import settings

from probono.vault import keystore, root
from probono.vault.keys import Scope, sealing_key
from probono.vault.one_at_a_time import one_at_a_time
from probono.vault.safe_write import append_line

BEGUN, DESTROYED, CERTIFIED = "begun", "destroyed", "certified"


class LedgerError(Exception):
    """The ledger was changed, a line of it is missing, or the disk does not give or take one; the message says which."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line. `epoch` and `root` are the keystore's; `month` is like 2026-11; `approved` are the two officers' ids."""

    number: int
    kind: str
    mark: str
    month: str
    epoch: int
    count: int = 0
    fingerprint: str = ""
    approved: tuple[str, ...] = ()
    root: str = ""


def lines() -> list[Line]:
    """Every line in order. LedgerError for one that was changed or is gone; the end of one that a crash cut short is nothing."""
    path: Path = settings.SHRED_LEDGER
    found: list[Line] = []
    for place, text in enumerate(_texts(path), start=1):
        told = _parsed(text)
        if told is None:
            continue
        line = _verified(told, place)
        if line.number != len(found) + 1:
            raise LedgerError(
                f"The shred ledger lacks line {len(found) + 1}: use the whole ledger, from where it is kept."
            )
        found.append(line)
    if keystore.shredded_marks() - {line.mark for line in found}:
        raise LedgerError("The shred ledger lacks its end: use the whole ledger, from where it is kept.")
    return found


def add(
    kind: str, mark: str, *, month: str, count: int = 0, fingerprint: str = "", approved: tuple[str, ...] = ()
) -> None:
    """Writes one line and waits for the disk. LedgerError when it does not take it: then nothing was destroyed yet."""
    with _usable(), one_at_a_time(settings.SHRED_LEDGER):
        now = keystore.state()
        told: dict[str, Any] = {
            "number": len(lines()) + 1, "kind": kind, "mark": mark, "month": month, "epoch": now.epoch, "root": now.root,
            "count": count, "fingerprint": fingerprint, "approved": list(approved),
        }  # fmt: skip
        signed = told | {"sig": base64.b64encode(_key().sign(_bytes(told))).decode()}
        append_line(settings.SHRED_LEDGER, json.dumps(signed, sort_keys=True))


def has_begun(mark: str) -> bool:
    """Whether a subject's destruction was begun: from then on it is never undone."""
    return any(line.mark == mark for line in lines())


def marks() -> set[str]:
    """Every subject that was destroyed or is being."""
    return {line.mark for line in lines()}


def waiting() -> list[Line]:
    """What is destroyed and waits for a rotation: the newest `destroyed` line of each mark that no certificate followed."""
    last: dict[str, Line] = {}
    for line in lines():
        last[line.mark] = line
    return [line for line in last.values() if line.kind == DESTROYED]


def certify() -> int:
    """Certifies what was destroyed before the keystore's last rotation; gives how many. Nothing while this server still holds
    another root key than the keystore's (`held_back_by`), or when that one was in use before the destruction already.
    """
    if held_back_by():
        return 0
    now = keystore.state()
    ready = [line for line in waiting() if line.epoch < now.epoch and now.root not in _roots_until(line)]
    for line in ready:
        add(CERTIFIED, line.mark, month=line.month)
    return len(ready)


def held_back_by() -> list[str]:
    """Where an older root key still lies, with which a copy of before would open: nothing is certified until it is gone."""
    return root.others(keystore.state().root)


def _roots_until(line: Line) -> set[str]:
    """The roots that lines up to this one were written under. The keystore may have come back from a backup and know less."""
    return {each.root for each in lines() if each.number <= line.number}


@contextmanager
def _usable() -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise LedgerError(f"The shred ledger cannot be used: {(error.strerror or 'unknown').lower()}.") from error


def _texts(path: Path) -> list[str]:
    with _usable():
        return [text for text in path.read_text("utf-8", errors="replace").split("\n") if text] if path.exists() else []


def _parsed(text: str) -> dict[str, Any] | None:
    """A line as it was written; nothing for one a crash cut short. If it was no crash, the numbers will tell."""
    try:
        told = json.loads(text)
    except (ValueError, RecursionError):
        return None
    return told if isinstance(told, dict) else None


def _verified(told: dict[str, Any], place: int) -> Line:
    try:
        signature = base64.b64decode(told.pop("sig"), validate=True)
        _key().public_key().verify(signature, _bytes(told))
        return Line(**told | {"approved": tuple(told["approved"])})
    except (KeyError, TypeError, ValueError, InvalidSignature) as error:
        raise LedgerError(f"Line {place} of the shred ledger was not written by this site.") from error


def _bytes(told: dict[str, Any]) -> bytes:
    return json.dumps(told, sort_keys=True, separators=(",", ":")).encode()


def _key() -> Ed25519PrivateKey:
    return Ed25519PrivateKey.from_private_bytes(sealing_key(Scope("program", "shred ledger")).secret)
