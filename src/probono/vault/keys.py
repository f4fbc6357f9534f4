"""The key of a thing: its client's compartment key from the keystore, and from that one of its own (HKDF).

Every caller names a scope: whose, and which data class or other label.
"""

import hashlib
from dataclasses import dataclass
from functools import lru_cache

from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from probono.vault import keystore
from probono.vault.compartments import PROGRAM, compartment_of

KEY_BYTES = 32
KEY_ID_BYTES = 8


@dataclass(frozen=True, slots=True)
class Scope:
    """Whose data is sealed: a client or matter id (or "program"), and the data class or another label."""

    subject: str
    compartment: str


@dataclass(frozen=True, slots=True)
class Key:
    """A key and the id that stands in front of everything sealed with it."""

    id: bytes
    secret: bytes


class UnknownKeyError(Exception):
    """Something was sealed with a key this installation does not hold, or holds no more."""


def sealing_key(scope: Scope) -> Key:
    """The key new data of a scope is sealed with. `keystore.ShreddedError` when the subject was destroyed."""
    key = keystore.key_for(scope.subject, compartment_of(scope.subject, scope.compartment), make=True)
    if key is None:
        raise UnknownKeyError
    return _derive(key, scope)


def opening_key(key_id: bytes, scope: Scope) -> Key:
    """The key that opens data sealed earlier, found by its id."""
    key = keystore.key_for(scope.subject, compartment_of(scope.subject, scope.compartment), make=False)
    if key is None or (found := _derive(key, scope)).id != key_id:
        raise UnknownKeyError
    return found


def fingerprint(data: bytes, scope: Scope) -> str:
    """A keyed hash of a content: tells whether two files are the same without telling what they are."""
    return _hash(data, sealing_key(scope))


def mark(data: bytes, scope: Scope) -> str:
    """The same for a subject that may have no key, because it never was or is destroyed: then under the program's key.

    No key is made for an id that somebody only typed.
    """
    key = keystore.key_for(scope.subject, compartment_of(scope.subject, scope.compartment), make=False)
    if key is None:
        return fingerprint(data, Scope(PROGRAM, f"mark {scope.compartment} {scope.subject}"))
    return _hash(data, _derive(key, scope))


def _hash(data: bytes, key: Key) -> str:
    return hashlib.blake2b(data, key=key.secret, digest_size=32).hexdigest()


@lru_cache(maxsize=4096)
def _derive(key: bytes, scope: Scope) -> Key:
    info = b"\x1f".join([b"vacatur", scope.subject.encode(), scope.compartment.encode()])
    secret = HKDF(algorithm=hashes.SHA256(), length=KEY_BYTES, salt=None, info=info).derive(key)
    return Key(hashlib.sha256(b"key id" + secret).digest()[:KEY_ID_BYTES], secret)
