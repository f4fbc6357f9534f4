"""Sealing short values: AES-256-GCM, the place of the value as associated data, format and key id in front."""

import secrets

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from probono.vault.keys import KEY_ID_BYTES, Scope, opening_key, sealing_key

FORMAT = b"\x01"
NONCE_BYTES = 12


class SealBrokenError(Exception):
    """A sealed value was changed, moved to another row or column, or cut."""


def seal(plain: bytes, *, place: str, scope: Scope) -> bytes:
    """Seals a value for one place ("table:column:pk"); it opens nowhere else."""
    key, nonce = sealing_key(scope), secrets.token_bytes(NONCE_BYTES)
    return FORMAT + key.id + nonce + AESGCM(key.secret).encrypt(nonce, plain, _bound(place, key.id))


def unseal(sealed: bytes, *, place: str, scope: Scope) -> bytes:
    """The value again, or `SealBrokenError`."""
    head = 1 + KEY_ID_BYTES
    if len(sealed) < head + NONCE_BYTES or sealed[:1] != FORMAT:
        raise SealBrokenError
    key, nonce = opening_key(sealed[1:head], scope), sealed[head : head + NONCE_BYTES]
    try:
        return AESGCM(key.secret).decrypt(nonce, sealed[head + NONCE_BYTES :], _bound(place, key.id))
    except InvalidTag as error:
        raise SealBrokenError from error


def _bound(place: str, key_id: bytes) -> bytes:
    return place.encode("utf-8") + b"\x1f" + key_id
