"""Reading the environment: the mode, the port, and secrets that evaluation keeps for itself."""

import base64
import secrets
import warnings
from pathlib import Path
from typing import Any

import environ
from django.core.exceptions import ImproperlyConfigured

from probono.ui.whole import whole
from probono.vault.safe_write import write_once

EVALUATION = "evaluation"
PRODUCTION = "production"


def check_mode(mode: str) -> str:
    """Evaluation or production; anything else is refused."""
    if mode not in (EVALUATION, PRODUCTION):
        raise ImproperlyConfigured("PROBONO_MODE must be evaluation or production.")
    return mode


def kept_secret(path: Path, length: int = 48) -> str:
    """A random secret kept in a file only its owner can read; made on first use. Evaluation mode only."""
    if not path.exists():
        write_once(path, base64.urlsafe_b64encode(secrets.token_bytes(length)))
    return path.read_text("ascii").strip()


def check_port(text: str) -> int:
    """A port of this machine."""
    if not 1 <= whole(text) <= 65535:
        raise ImproperlyConfigured("PROBONO_PORT must be a number from 1 to 65535.")
    return whole(text)


def database_of(address: str, otherwise: dict[str, Any]) -> dict[str, Any]:
    """Django's settings for the database at an address; `otherwise` where there is none. An address may hold a password,
    so nothing of it is ever repeated.
    """
    if not address:
        return otherwise
    try:
        with warnings.catch_warnings(action="ignore"):
            found: dict[str, Any] = environ.Env.db_url_config(address)
    except ValueError:
        found = {}
    if "." not in str(found.get("ENGINE", "")):
        raise ImproperlyConfigured("DATABASE_URL is no address of a database, like postgres://user:password@host/name.")
    return found
