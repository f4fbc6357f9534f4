"""The root key: outside the database, outside the keystore, outside their backups.

Its name is a hash of it, so that the keystore can say which root it is wrapped under without holding it.
"""

import base64
import binascii
import hashlib
import secrets
from functools import lru_cache
from pathlib import Path

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured

from probono.vault.safe_write import sync_folder, write_once, write_whole

KEY_BYTES = 32
NEXT = ".next"


def current() -> bytes:
    """The root new things are wrapped under: from the environment, or in evaluation mode from a file made on first use."""
    if settings.VAULT_KEY:
        return decode(settings.VAULT_KEY)
    if not settings.EVALUATION_MODE:
        raise ImproperlyConfigured("PROBONO_VAULT_KEY is missing: 32 random bytes in base64.")
    return _from_file(settings.VAULT_KEY_FILE)


def named(name: str) -> bytes:
    """The root of that name among those this installation holds: the current one, or the next one of a change under way."""
    for _again in range(2):
        for key in _held():
            if name_of(key) == name:
                return key
        forget()  # another process may have rotated: the file holds another key than the one remembered
    raise ImproperlyConfigured(
        "The keystore is sealed under another root key than the one given: PROBONO_VAULT_KEY must be the key it was last "
        "rotated to."
    )


def name_of(key: bytes) -> str:
    """What the keystore writes down of a root: 16 hexadecimal digits."""
    return hashlib.sha256(b"root name" + key).hexdigest()[:16]


def others(name: str) -> list[str]:
    """Where this server holds another root than the one of that name: names of settings and files. As long as it does, an old
    copy of the keystore may open.
    """
    given = {"PROBONO_VAULT_KEY": settings.VAULT_KEY, "PROBONO_VAULT_KEY_NEXT": settings.VAULT_KEY_NEXT}
    given |= {path.name: _text_of(path) for path in (settings.VAULT_KEY_FILE, _next_file())}
    return [place for place, text in given.items() if text and name_of(decode(text)) != name]


def prepare_next(under: str) -> bytes:
    """The root a rotation goes to: PROBONO_VAULT_KEY_NEXT, or in evaluation mode a new one in a file beside the present one.

    `under` is the name of the root the keystore lies under: a crash may have come before that one was settled.
    """
    if settings.VAULT_KEY_NEXT:
        return decode(settings.VAULT_KEY_NEXT)
    if settings.VAULT_KEY:
        raise ImproperlyConfigured(
            "PROBONO_VAULT_KEY_NEXT is missing: the root key to change to, 32 random bytes in base64."
        )
    path = _next_file()
    settle(under)
    if not path.exists():
        write_whole(path, [base64.b64encode(secrets.token_bytes(KEY_BYTES))])
    return decode(path.read_text("ascii"))


def settle(under: str) -> None:
    """When the keystore lies under the next root: in evaluation mode that takes the place of the old one, for good."""
    text = _text_of(_next_file())
    if not settings.VAULT_KEY and text and name_of(decode(text)) == under:
        write_whole(settings.VAULT_KEY_FILE, [text.encode("ascii")])
        _next_file().unlink()
        sync_folder(_next_file().parent)
        forget()


def decode(text: str) -> bytes:
    """32 bytes from base64; ImproperlyConfigured in one sentence otherwise."""
    try:
        key = base64.b64decode(text.strip(), validate=True)
    except (binascii.Error, ValueError) as error:
        raise ImproperlyConfigured("The vault key is not base64.") from error
    if len(key) != KEY_BYTES:
        raise ImproperlyConfigured("The vault key must be 32 bytes.")
    return key


def forget() -> None:
    """Reads the file anew next time (after a change, and between tests)."""
    _from_file.cache_clear()


def _held() -> list[bytes]:
    found = [current()]
    if settings.VAULT_KEY_NEXT:
        found.append(decode(settings.VAULT_KEY_NEXT))
    elif not settings.VAULT_KEY and (text := _text_of(_next_file())):
        found.append(decode(text))
    return found


def _text_of(path: Path) -> str:
    try:
        return path.read_text("ascii")
    except FileNotFoundError:
        return ""


def _next_file() -> Path:
    path: Path = settings.VAULT_KEY_FILE
    return path.with_name(path.name + NEXT)


@lru_cache(maxsize=8)
def _from_file(path: Path) -> bytes:
    if not path.exists():
        write_once(path, base64.b64encode(secrets.token_bytes(KEY_BYTES)))
    return decode(path.read_text("ascii"))
