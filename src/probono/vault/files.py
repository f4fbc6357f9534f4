"""The encrypted file store: chunks of 1 MiB, each sealed with its number and whether it is the last one.

A file that was cut, reordered, extended or moved to another name does not open.
"""

import secrets
import struct
import uuid
from collections.abc import Iterable, Iterator
from pathlib import Path

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from django.conf import settings

from probono.vault.cipher import SealBrokenError
from probono.vault.keys import KEY_BYTES, KEY_ID_BYTES, Scope, opening_key, sealing_key
from probono.vault.safe_write import sync_folder, write_whole

MAGIC = b"VAULT\x01"
SALT_BYTES = 32
CHUNK = 1024 * 1024
TAG = 16


def store(data: bytes, scope: Scope) -> uuid.UUID:
    """Seals a file under a new random name and returns that name."""
    return _stored((data[start : start + CHUNK] for start in range(0, max(len(data), 1), CHUNK)), scope)


def store_parts(parts: Iterable[bytes], scope: Scope) -> uuid.UUID:
    """The same for a file that is made as it is written, in parts of any size: no more of it than a few chunks is in memory.

    What the parts raise comes out, and nothing is kept.
    """
    return _stored(_chunks(parts), scope)


def read(name: uuid.UUID, scope: Scope) -> bytes:
    """The whole file. `SealBrokenError` if one byte of it is not what was written."""
    return b"".join(stream(name, scope))


def stream(name: uuid.UUID, scope: Scope) -> Iterator[bytes]:
    """The file chunk by chunk; each chunk is checked before it is given out."""
    with _path(name).open("rb") as file:
        head = file.read(len(MAGIC) + KEY_ID_BYTES + SALT_BYTES)
        if len(head) != len(MAGIC) + KEY_ID_BYTES + SALT_BYTES or not head.startswith(MAGIC):
            raise SealBrokenError
        key_id = head[len(MAGIC) : len(MAGIC) + KEY_ID_BYTES]
        cipher = _cipher(opening_key(key_id, scope).secret, head[-SALT_BYTES:])
        number, part = 0, file.read(CHUNK + TAG)
        while True:
            following = file.read(CHUNK + TAG)
            try:
                yield cipher.decrypt(_nonce(number, last=not following), part, _bound(name, key_id))
            except InvalidTag as error:
                raise SealBrokenError from error
            if not following:
                return
            number, part = number + 1, following


def size(name: uuid.UUID) -> int:
    """How many bytes were stored under a name, without opening them."""
    sealed = _path(name).stat().st_size - len(MAGIC) - KEY_ID_BYTES - SALT_BYTES
    return max(sealed - TAG * -(-sealed // (CHUNK + TAG)), 0)


def exists(name: uuid.UUID) -> bool:
    """Whether a file of that name is in the store now."""
    return _path(name).is_file()


def remove(name: uuid.UUID) -> None:
    """Takes a file away; removing it twice is no error."""
    path = _path(name)
    path.unlink(missing_ok=True)
    if path.parent.is_dir():
        sync_folder(path.parent)


def _stored(chunks: Iterator[bytes], scope: Scope) -> uuid.UUID:
    name = uuid.uuid4()
    write_whole(_path(name), _sealed_parts(chunks, name, scope))
    return name


def _chunks(parts: Iterable[bytes]) -> Iterator[bytes]:
    """The same bytes in chunks: at least one, and none but the last one shorter than the others."""
    held = bytearray()
    for part in parts:
        held += part
        while len(held) > CHUNK:
            yield bytes(held[:CHUNK])
            del held[:CHUNK]
    yield bytes(held)


def _sealed_parts(chunks: Iterator[bytes], name: uuid.UUID, scope: Scope) -> Iterator[bytes]:
    key, salt = sealing_key(scope), secrets.token_bytes(SALT_BYTES)
    yield MAGIC + key.id + salt
    cipher, number = _cipher(key.secret, salt), 0
    part = next(chunks, None)
    while part is not None:
        following = next(chunks, None)
        yield cipher.encrypt(_nonce(number, last=following is None), part, _bound(name, key.id))
        number, part = number + 1, following


def _cipher(secret: bytes, salt: bytes) -> AESGCM:
    """A key of its own for each file, so that the counter may stand as the nonce."""
    return AESGCM(HKDF(algorithm=hashes.SHA256(), length=KEY_BYTES, salt=salt, info=b"vacatur file").derive(secret))


def _nonce(number: int, *, last: bool) -> bytes:
    return struct.pack(">QI", number, int(last))


def _bound(name: uuid.UUID, key_id: bytes) -> bytes:
    return b"file\x1f" + name.bytes + key_id


def _path(name: uuid.UUID) -> Path:
    folder: Path = settings.VAULT_FILES
    return folder / name.hex[:2] / name.hex
