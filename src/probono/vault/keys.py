"""Where keys come from. Every caller names a scope, so that keys per client and compartment can stand behind this face."""

import base64
import binascii
import hashlib
import secrets
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from django.conf import settings
from django.core.exceptions import ImproperlyConfigured

KEY_BYTES = 32
KEY_ID_BYTES = 8


@dataclass(frozen=True, slots=True)
class Scope:
    """Whose data is sealed and in which compartment: a client or matter id (or "program"), and the data class."""

    subject: str
    compartment: str


@dataclass(frozen=True, slots=True)
class Key:
    """A key and the id that stands in front of everything sealed with it."""

    id: bytes
    secret: bytes


class UnknownKeyError(Exception):
    """Something was sealed with a key this installation does not hold."""


def sealing_key(scope: Scope) -> Key:
    """The key new data of a scope is sealed with."""
    return _derive(_root(), scope)


def opening_key(key_id: bytes, scope: Scope) -> Key:
    """The key that opens data sealed earlier, found by its id."""
    key = _derive(_root(), scope)
    if key.id != key_id:
        raise UnknownKeyError
    return key


def fingerprint(data: bytes, scope: Scope) -> str:
    """A keyed hash of a content: tells whether two files are the same without telling what they are."""
    return hashlib.blake2b(data, key=sealing_key(scope).secret, digest_size=32).hexdigest()


@lru_cache(maxsize=4096)
def _derive(root: bytes, scope: Scope) -> Key:
    info = b"\x1f".join([b"vacatur", scope.subject.encode(), scope.compartment.encode()])
    secret = HKDF(algorithm=hashes.SHA256(), length=KEY_BYTES, salt=None, info=info).derive(root)
    return Key(hashlib.sha256(b"key id" + secret).digest()[:KEY_ID_BYTES], secret)


def _root() -> bytes:
    """The root key: from the environment, or in evaluation mode from a file made on first use."""
    if settings.VAULT_KEY:
        return _decode(settings.VAULT_KEY)
    if not settings.EVALUATION_MODE:
        raise ImproperlyConfigured("PROBONO_VAULT_KEY is missing: 32 random bytes in base64.")
    return _from_file(settings.VAULT_KEY_FILE)


@lru_cache(maxsize=8)
def _from_file(path: Path) -> bytes:
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    try:
        with path.open("x", encoding="ascii") as file:
            path.chmod(0o600)
            file.write(base64.b64encode(secrets.token_bytes(KEY_BYTES)).decode("ascii"))
    except FileExistsError:
        pass
    return _decode(path.read_text("ascii"))


@lru_cache(maxsize=8)
def _decode(text: str) -> bytes:
    try:
        key = base64.b64decode(text.strip(), validate=True)
    except (binascii.Error, ValueError) as error:
        raise ImproperlyConfigured("The vault key is not base64.") from error
    if len(key) != KEY_BYTES:
        raise ImproperlyConfigured("The vault key must be 32 bytes.")
    return key
