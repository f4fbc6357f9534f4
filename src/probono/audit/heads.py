"""Signed heads: the number and code of the newest row, signed and put where the site cannot rewrite them.

The sink is a file that is only ever appended to. An installation makes that true outside of the site: an append-only file
of another user, a mount of another host, a pipe to a logger (docs/how-to/keep-the-audit-log.md).
"""

import base64
import json
import os
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from django.conf import settings
from django.utils import timezone

from probono.audit import selectors
from probono.vault.keys import Scope, sealing_key


@dataclass(frozen=True, slots=True)
class Head:
    """One line of the sink. `genuine` is false when its signature is not ours."""

    line: int
    seq: int
    mac: str
    at: str
    genuine: bool


def write_head() -> Head | None:
    """Signs the newest row's number and code and appends them to the sink; nothing while the log is empty."""
    entry = selectors.last()
    if entry is None:
        return None
    told: dict[str, Any] = {"seq": entry.seq, "mac": entry.mac, "at": timezone.now().isoformat(timespec="seconds")}
    line = told | {"sig": base64.b64encode(_key().sign(_bytes(told))).decode()}
    _append(Path(settings.AUDIT_SINK), json.dumps(line, sort_keys=True) + "\n")
    return Head(0, entry.seq, entry.mac, told["at"], genuine=True)


def read_heads() -> list[Head]:
    """Every line of the sink, in order; one that cannot be read counts as forged."""
    path = Path(settings.AUDIT_SINK)
    if not path.exists():
        return []
    return [_head(number, text) for number, text in enumerate(path.read_text("utf-8").splitlines(), start=1)]


def _head(number: int, text: str) -> Head:
    try:
        line: dict[str, Any] = json.loads(text)
        told: dict[str, Any] = {"seq": int(line["seq"]), "mac": str(line["mac"]), "at": str(line["at"])}
        signature = base64.b64decode(line["sig"], validate=True)
    except (ValueError, KeyError, TypeError):
        return Head(number, 0, "", "", genuine=False)
    try:
        _key().public_key().verify(signature, _bytes(told))
    except InvalidSignature:
        return Head(number, told["seq"], told["mac"], told["at"], genuine=False)
    return Head(number, told["seq"], told["mac"], told["at"], genuine=True)


def _append(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    handle = os.open(path, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
    try:
        os.write(handle, text.encode())
        if path.is_file():
            os.fsync(handle)
    finally:
        os.close(handle)


def _bytes(told: dict[str, Any]) -> bytes:
    return json.dumps(told, sort_keys=True, separators=(",", ":")).encode()


def _key() -> Ed25519PrivateKey:
    return Ed25519PrivateKey.from_private_bytes(sealing_key(Scope("program", "audit heads")).secret)
