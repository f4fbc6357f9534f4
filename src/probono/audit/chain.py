"""The chain: each row's code covers the row and the code of the row before it (HMAC-SHA-256)."""

import hashlib
import hmac
import json

from probono.audit.models import Entry
from probono.vault.keys import Scope, sealing_key

START = "0" * 64
"""What the first row names as the one before it."""

_FIELDS = ("action", "outcome", "reason", "data_class", "route", "handle", "part", "request")


def mac_of(entry: Entry) -> str:
    """The code of a row, from its own fields and the `prev` it names; hexadecimal."""
    told = [entry.seq, entry.at.timestamp(), str(entry.actor or ""), *(getattr(entry, name) for name in _FIELDS)]
    text = json.dumps([entry.prev, *told], separators=(",", ":"))
    return hmac.new(_key(), text.encode(), hashlib.sha256).hexdigest()


def _key() -> bytes:
    return sealing_key(Scope("program", "audit chain")).secret
