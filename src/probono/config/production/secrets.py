"""Keys that somebody could guess, or that are one key in two places."""

import base64
import binascii
from collections.abc import Iterator

from probono.config.production.found import Found

SECRET_LENGTH, SECRET_LETTERS = 40, 10
VAULT_BYTES, VAULT_DIFFERENT = 32, 16
PLACEHOLDERS = (
    "django-insecure",
    "changeme",
    "change-me",
    "change_me",
    "replace",
    "your-secret",
    "placeholder",
    "password",
)


def weaknesses(found: Found) -> Iterator[str]:
    """What is wrong with the two keys."""
    yield from _secret(found.secret)
    yield from _vault_key(found.vault_key)
    if found.secret and found.secret == found.vault_key:
        yield "PROBONO_SECRET_KEY and PROBONO_VAULT_KEY must be two different keys."
    password = str(found.database.get("PASSWORD") or "")
    if password and password in (found.secret, found.vault_key):
        yield "The database's password must not be one of the site's keys."


def _secret(secret: str) -> Iterator[str]:
    if not secret:
        yield "Production mode needs PROBONO_SECRET_KEY: at least 40 random characters."
    elif len(secret) < SECRET_LENGTH:
        yield "PROBONO_SECRET_KEY is too short: it needs at least 40 random characters."
    elif any(word in secret.lower() for word in PLACEHOLDERS):
        yield "PROBONO_SECRET_KEY is a placeholder: it needs at least 40 random characters."
    elif secret in (secret + secret)[1:-1]:
        yield "PROBONO_SECRET_KEY repeats itself: it needs at least 40 random characters."
    elif len(set(secret)) < SECRET_LETTERS:
        yield "PROBONO_SECRET_KEY has too few different characters: it needs at least 40 random ones."


def _vault_key(key: str) -> Iterator[str]:
    if not key:
        yield "Production mode needs PROBONO_VAULT_KEY: 32 random bytes in base64."
        return
    try:
        raw = base64.b64decode(key, validate=True)
    except (binascii.Error, ValueError):
        yield "PROBONO_VAULT_KEY is not base64: it needs 32 random bytes in base64."
        return
    if len(raw) != VAULT_BYTES:
        yield "PROBONO_VAULT_KEY must be exactly 32 random bytes in base64."
    elif len(set(raw)) < VAULT_DIFFERENT:
        yield "PROBONO_VAULT_KEY is not random: it has too few different bytes."
