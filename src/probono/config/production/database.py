"""A database address that would leave the second wall out, or carry clients' data in the open."""

import re
from collections.abc import Iterator

from probono.config.production.found import Found

HERE = ("", "localhost", "127.0.0.1", "::1")
SYSTEM_DATABASES = ("postgres", "template0", "template1")
PASSWORD_LENGTH = 16


def weaknesses(found: Found) -> Iterator[str]:
    """What is wrong with DATABASE_URL and DATABASE_APP_ROLE."""
    if "postgresql" not in str(found.database.get("ENGINE", "")):
        yield "Production mode needs PostgreSQL: set DATABASE_URL to a postgres:// address."
        return
    user = str(found.database.get("USER") or "")
    yield from _address(found, user)
    yield from _way(found, user)
    yield from _role(found.app_role, user)


def _address(found: Found, user: str) -> Iterator[str]:
    name = str(found.database.get("NAME") or "")
    if not name:
        yield "DATABASE_URL names no database."
    elif name in SYSTEM_DATABASES:
        yield "DATABASE_URL names a database that belongs to the server itself: make one for the site."
    if not user:
        yield "DATABASE_URL names no user: the site must not connect as whoever happens to start it."
    elif user == "postgres":
        yield "DATABASE_URL connects as the server's administrator: make an owner for the site's tables."


def _way(found: Found, user: str) -> Iterator[str]:
    host = str(found.database.get("HOST") or "")
    remote = not host.startswith("/") and host not in HERE
    mode = (found.database.get("OPTIONS") or {}).get("sslmode")
    if remote and not mode:
        yield "DATABASE_URL reaches another machine without encryption: add ?sslmode=verify-full."
    elif remote and mode != "verify-full":
        yield "DATABASE_URL does not check which machine answers: use ?sslmode=verify-full."
    password = str(found.database.get("PASSWORD") or "")
    if password and (len(password) < PASSWORD_LENGTH or password == user):
        yield "The password in DATABASE_URL is too weak: it needs at least 16 random characters."
    elif remote and not password:
        yield "DATABASE_URL reaches another machine without a password."


def _role(role: str, user: str) -> Iterator[str]:
    if not role:
        yield "Production mode needs DATABASE_APP_ROLE: the role that owns no table and is bound by row-level security."
    elif role == user:
        yield "DATABASE_APP_ROLE must be another role than the one in DATABASE_URL: an owner passes every wall."
    elif role == "postgres" or role.startswith("pg_"):
        yield "DATABASE_APP_ROLE is one of the server's own roles: make one for the site that owns nothing."
    elif not re.fullmatch(r"[a-z_][a-z0-9_]{0,62}", role):
        yield "DATABASE_APP_ROLE must be a plain name of small letters, digits and underscores."
