"""Reading the environment: every variable the site knows, its default, and the refusals of production mode."""

import base64
import secrets
from pathlib import Path

from django.core.exceptions import ImproperlyConfigured

EVALUATION = "evaluation"
PRODUCTION = "production"


def check_mode(mode: str) -> str:
    """Evaluation or production; anything else is refused."""
    if mode not in (EVALUATION, PRODUCTION):
        raise ImproperlyConfigured("PROBONO_MODE must be evaluation or production.")
    return mode


def kept_secret(path: Path, length: int = 48) -> str:
    """A random secret kept in a file only its owner can read; made on first use. Evaluation mode only."""
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    try:
        with path.open("x", encoding="ascii") as file:
            path.chmod(0o600)
            file.write(base64.urlsafe_b64encode(secrets.token_bytes(length)).decode("ascii"))
    except FileExistsError:
        pass
    return path.read_text("ascii").strip()


def refuse_weak(*, secret: str, database_engine: str, site: str, files: str, hosts: list[str], vault_key: str) -> None:
    """Production mode starts only with settings that can carry real people's data; each refusal is one sentence."""
    if "postgresql" not in database_engine:
        raise ImproperlyConfigured("Production mode needs PostgreSQL: set DATABASE_URL to a postgres:// address.")
    if len(secret) < 40 or len(set(secret)) < 10:
        raise ImproperlyConfigured("Production mode needs PROBONO_SECRET_KEY: at least 40 random characters.")
    if not vault_key:
        raise ImproperlyConfigured("Production mode needs PROBONO_VAULT_KEY: 32 random bytes in base64.")
    if not (site.startswith("https://") and files.startswith("https://")):
        raise ImproperlyConfigured(
            "Production mode needs https addresses in PROBONO_SITE_ORIGIN and PROBONO_FILES_ORIGIN."
        )
    if site == files:
        raise ImproperlyConfigured(
            "PROBONO_FILES_ORIGIN must be another host than PROBONO_SITE_ORIGIN: files never share the site's origin."
        )
    if not hosts or "*" in hosts:
        raise ImproperlyConfigured("Production mode needs the exact host names; a star is refused.")
