"""Signed heads: the number and code of the newest row, signed and put where the site cannot rewrite them.

The sink is a file that is only ever appended to. An installation makes that true outside of the site: an append-only file
of another user, a mount of another host, a pipe to a logger (docs/how-to/keep-the-audit-log.md).
"""

import base64
import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from django.conf import settings
from django.utils import timezone

from probono.audit import selectors
from probono.vault.keys import Scope, sealing_key
from probono.vault.safe_write import append_line


@dataclass(frozen=True, slots=True)
class Head:
    """One line of the sink. `genuine` is false when its signature is not ours."""

    line: int
    seq: int
    mac: str
    at: str
    genuine: bool


def write_head() -> Head | None:
    """Signs the newest row's number and code and appends them to the sink; nothing while the log is empty.

    OSError when the sink does not take the whole line.
    """
    entry = selectors.last()
    if entry is None:
        return None
    told: dict[str, Any] = {"seq": entry.seq, "mac": entry.mac, "at": timezone.now().isoformat(timespec="seconds")}
    append_line(Path(settings.AUDIT_SINK), _line(told, _key().sign(_bytes(told))))
    return Head(0, entry.seq, entry.mac, told["at"], genuine=True)


def read_heads(path: Path | None = None) -> list[Head]:
    """Every line of the sink, or of a copy of it, in order; one that cannot be read counts as forged.

    A sink that is not there yet has no lines; a copy that is not there is an OSError.
    """
    sink = path or Path(settings.AUDIT_SINK)
    if path is None and not sink.exists():
        return []
    text = sink.read_text("utf-8", errors="replace")
    return [_head(number, line) for number, line in enumerate(text.split("\n"), start=1) if line]


def _head(number: int, text: str) -> Head:
    try:
        line: dict[str, Any] = json.loads(text)
        told: dict[str, Any] = {"seq": int(line["seq"]), "mac": str(line["mac"]), "at": str(line["at"])}
        signature = base64.b64decode(line["sig"], validate=True)
    except (ValueError, KeyError, TypeError, RecursionError):
        return Head(number, 0, "", "", genuine=False)
    return Head(
        number,
        told["seq"],
        told["mac"],
        told["at"],
        genuine=_line(told, signature) == text and _signed(told, signature),
    )


def _line(told: dict[str, Any], signature: bytes) -> str:
    """A head as it stands in the sink. There is one way to write it, so that not a byte can be changed unseen."""
    return json.dumps(told | {"sig": base64.b64encode(signature).decode()}, sort_keys=True)


def _signed(told: dict[str, Any], signature: bytes) -> bool:
    try:
        _key().public_key().verify(signature, _bytes(told))
    except InvalidSignature:
        return False
    return True


def _bytes(told: dict[str, Any]) -> bytes:
    return json.dumps(told, sort_keys=True, separators=(",", ":")).encode()


def _key() -> Ed25519PrivateKey:
    return Ed25519PrivateKey.from_private_bytes(sealing_key(Scope("program", "audit heads")).secret)
