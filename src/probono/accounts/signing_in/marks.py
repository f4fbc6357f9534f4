"""Keyed hashes of what must be found again but never read back: links, spoken codes, addresses that were tried."""

import hmac

from probono.vault.keys import Scope, fingerprint

_SCOPE = Scope("program", "signing in")


def mark(kind: str, *parts: str) -> str:
    """The mark of something, 64 hexadecimal characters. `kind` keeps a code from standing for a link."""
    return fingerprint("\x1f".join((kind, *parts)).encode(), _SCOPE)


def same(one: str, other: str) -> bool:
    """Whether two marks are equal, in the same time whatever they are."""
    return hmac.compare_digest(one.encode(), other.encode())
