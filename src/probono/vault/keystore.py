"""The keystore: every key of every client, wrapped, in a small database of its own apart from the site's.

root key -> organisation key -> one random key for each subject and compartment. Deleting a row of PostgreSQL leaves its bytes in
the heap, the log and the backups; here a key is deleted from a small file with secure deletion, and at the next rotation all that
survives is wrapped anew under a new organisation key and a new root, so that stray copies of the old file open nothing. It
remembers the names of the roots it lay under, because a root that comes back would open those copies again.
"""

import hashlib
import hmac
import os
import secrets
import sqlite3
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from django.conf import settings
from django.core.exceptions import ImproperlyConfigured

from probono.vault import root
from probono.vault.compartments import OF_A_CLIENT, PROGRAM
from probono.vault.one_at_a_time import one_at_a_time

KEY_BYTES = 32
NONCE_BYTES = 12
_TABLES = """
CREATE TABLE IF NOT EXISTS organisation (one INTEGER PRIMARY KEY CHECK (one = 1), epoch INTEGER NOT NULL, root TEXT NOT NULL,
    wrapped BLOB NOT NULL) STRICT;
CREATE TABLE IF NOT EXISTS key (subject TEXT NOT NULL, compartment TEXT NOT NULL, wrapped BLOB NOT NULL,
    PRIMARY KEY (subject, compartment)) STRICT, WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS shredded (mark TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS former (root TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
"""


class ShreddedError(Exception):
    """The subject's keys were destroyed. Nothing of it opens again, and nothing new is sealed for it."""


@dataclass(frozen=True, slots=True)
class State:
    """What the keystore says of itself: how often it was rotated, under which root it lies, how many keys it holds."""

    epoch: int
    root: str
    keys: int
    shredded: int


_threads = threading.local()


def key_for(subject: str, compartment: str, *, make: bool) -> bytes | None:
    """The key of a subject's compartment. With `make` it is made where there is none; without, there may be nothing.

    ShreddedError when the subject was destroyed.
    """
    connection = _connection()
    cache = _cache(connection)
    found = cache.get((subject, compartment)) or _read(connection, subject, compartment)
    if found is None and make:
        found = _make(connection, subject, compartment)
    if found is not None:
        cache[(subject, compartment)] = found
    return found


def make_keys(subject: str) -> None:
    """All compartments of a new client or matter, so that its marks are the same from its first hour."""
    for compartment in OF_A_CLIENT:
        key_for(subject, compartment, make=True)


def shred(subject: str) -> int:
    """Destroys every key of a subject and remembers, by a mark alone, that it was; gives how many keys there were.

    Shredding twice is no harm. Stray copies of the file are made useless by the next `rotate`.
    """
    connection = _connection()
    mark = mark_of(subject)
    with _writing(connection):
        count = connection.execute("DELETE FROM key WHERE subject = ?", [subject]).rowcount
        connection.execute("INSERT OR IGNORE INTO shredded VALUES (?)", [mark])
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
    _threads.cache = {}
    return count


def fingerprint_of(subject: str) -> str:
    """What names a subject's keys without telling anything of them: 16 hexadecimal digits; empty where it has none."""
    connection = _connection()
    rows = connection.execute(
        "SELECT compartment FROM key WHERE subject = ? ORDER BY compartment", [subject]
    ).fetchall()
    keys = [_read(connection, subject, compartment) or b"" for (compartment,) in rows]
    return hashlib.sha256(b"fingerprint" + b"".join(keys)).hexdigest()[:16] if keys else ""


def subjects() -> list[str]:
    """Whose keys are held: every client's and matter's id. For the replay of the shred ledger."""
    found = _connection().execute("SELECT DISTINCT subject FROM key WHERE subject <> ? ORDER BY 1", [PROGRAM])
    return [subject for (subject,) in found.fetchall()]


def is_shredded(subject: str) -> bool:
    """Whether a subject's keys were destroyed."""
    return _connection().execute("SELECT 1 FROM shredded WHERE mark = ?", [mark_of(subject)]).fetchone() is not None


def shredded_marks() -> set[str]:
    """The marks of every subject whose keys were destroyed."""
    return {mark for (mark,) in _connection().execute("SELECT mark FROM shredded").fetchall()}


def mark_of(subject: str) -> str:
    """What may be kept of a destroyed subject: a keyed hash that nobody can turn back into its id."""
    connection = _connection()
    key = _read(connection, PROGRAM, PROGRAM) or _make(connection, PROGRAM, PROGRAM)
    return hmac.new(key, b"shredded" + subject.encode(), hashlib.sha256).hexdigest()


def rotate() -> State:
    """Wraps every surviving key under a new organisation key, and that under the next root; then the old root is given up.

    One transaction; a crash before or after it leaves a keystore that opens. ImproperlyConfigured when the next root was used
    before: copies of that time would open with it.
    """
    with one_at_a_time(settings.VAULT_KEYSTORE):  # a second one would settle the first one's root away
        connection = _connection()
        following = root.prepare_next(state().root)
        _wrap_anew(connection, following)
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
        connection.execute("VACUUM")
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
        root.settle(root.name_of(following))
    close()
    return state()


def _wrap_anew(connection: sqlite3.Connection, following: bytes) -> None:
    name = root.name_of(following)
    with _writing(connection):
        connection.execute("INSERT OR IGNORE INTO former SELECT root FROM organisation")
        if connection.execute("SELECT 1 FROM former WHERE root = ?", [name]).fetchone():
            raise ImproperlyConfigured(
                "PROBONO_VAULT_KEY_NEXT is a root key that was used before: make a new one. Nothing was changed."
            )
        before, epoch = _organisation(connection), _epoch(connection)
        after = secrets.token_bytes(KEY_BYTES)
        for subject, compartment, wrapped in connection.execute(
            "SELECT subject, compartment, wrapped FROM key"
        ).fetchall():
            key = _unwrap(before, wrapped, f"{subject}|{compartment}")
            connection.execute(
                "UPDATE key SET wrapped = ? WHERE subject = ? AND compartment = ?",
                [_wrap(after, key, f"{subject}|{compartment}"), subject, compartment],
            )
        connection.execute(
            "UPDATE organisation SET epoch = ?, root = ?, wrapped = ?",
            [epoch + 1, name, _wrap(following, after, f"organisation|{name}")],
        )


def state() -> State:
    """What it holds, for the person who keeps it."""
    connection = _connection()
    epoch, name = connection.execute("SELECT epoch, root FROM organisation").fetchone()
    keys, shredded = connection.execute("SELECT (SELECT count(*) FROM key), (SELECT count(*) FROM shredded)").fetchone()
    return State(epoch, name, keys, shredded)


def close() -> None:
    """Closes this thread's connection; the next question opens it anew."""
    if (held := getattr(_threads, "connection", None)) is not None:
        held[1].close()
    _threads.connection, _threads.cache, _threads.version = None, {}, None


def _connection() -> sqlite3.Connection:
    path: Path = settings.VAULT_KEYSTORE
    held = getattr(_threads, "connection", None)
    if held is not None and held[0] == (path, os.getpid()):
        return held[1]
    with one_at_a_time(
        path.with_name(path.name + ".opening")
    ):  # SQLite lets nobody wait for a new file's change to WAL
        connection = _open_file(path)
    _threads.connection, _threads.cache, _threads.version = ((path, os.getpid()), connection), {}, None
    return connection


def _open_file(path: Path) -> sqlite3.Connection:
    if not path.exists():
        os.close(os.open(path, os.O_CREAT | os.O_RDWR, 0o600))
    connection = sqlite3.connect(path, timeout=20, isolation_level=None)
    try:
        for pragma in ("journal_mode=WAL", "synchronous=FULL", "secure_delete=ON"):
            connection.execute(f"PRAGMA {pragma}").fetchall()
        connection.executescript(_TABLES)
        _found(connection)
    except BaseException:
        connection.close()
        raise
    return connection


def _found(connection: sqlite3.Connection) -> None:
    """The first opening makes the organisation's key."""
    if connection.execute("SELECT 1 FROM organisation").fetchone():
        return
    with _writing(connection):
        top = root.current()
        name = root.name_of(top)
        wrapped = _wrap(top, secrets.token_bytes(KEY_BYTES), f"organisation|{name}")
        connection.execute("INSERT OR IGNORE INTO organisation VALUES (1, 1, ?, ?)", [name, wrapped])


def _cache(connection: sqlite3.Connection) -> dict[tuple[str, str], bytes]:
    """This thread's opened keys. When another process changed the file (a shred, a rotation) they are forgotten."""
    version = connection.execute("PRAGMA data_version").fetchone()[0]
    if version != _threads.version:
        _threads.cache, _threads.version = {}, version
    cache: dict[tuple[str, str], bytes] = _threads.cache
    return cache


def _read(connection: sqlite3.Connection, subject: str, compartment: str) -> bytes | None:
    row = _row(connection, subject, compartment)
    try:
        return _opened(row, f"{subject}|{compartment}")
    except ImproperlyConfigured:
        again = _row(connection, subject, compartment)
        if again == row:
            raise
        return _opened(again, f"{subject}|{compartment}")  # a rotation came between the row and its root


def _row(connection: sqlite3.Connection, subject: str, compartment: str) -> tuple[bytes, str, bytes] | None:
    """A wrapped key and the organisation's of the same moment: between two questions a rotation might come."""
    found: tuple[bytes, str, bytes] | None = connection.execute(
        "SELECT key.wrapped, organisation.root, organisation.wrapped FROM key, organisation "
        "WHERE subject = ? AND compartment = ?",
        [subject, compartment],
    ).fetchone()
    return found


def _opened(row: tuple[bytes, str, bytes] | None, place: str) -> bytes | None:
    if row is None:
        return None
    wrapped, name, organisation = row
    return _unwrap(_unwrap(root.named(name), organisation, f"organisation|{name}"), wrapped, place)


def _make(connection: sqlite3.Connection, subject: str, compartment: str) -> bytes:
    mark = mark_of(subject) if subject != PROGRAM else ""
    with _writing(connection):
        if connection.execute("SELECT 1 FROM shredded WHERE mark = ?", [mark]).fetchone():
            raise ShreddedError
        found = _read(connection, subject, compartment)
        if found is not None:
            return found
        key = secrets.token_bytes(KEY_BYTES)
        wrapped = _wrap(_organisation(connection), key, f"{subject}|{compartment}")
        connection.execute("INSERT INTO key VALUES (?, ?, ?)", [subject, compartment, wrapped])
    return key


def _organisation(connection: sqlite3.Connection) -> bytes:
    name, wrapped = connection.execute("SELECT root, wrapped FROM organisation").fetchone()
    return _unwrap(root.named(name), wrapped, f"organisation|{name}")


def _epoch(connection: sqlite3.Connection) -> int:
    return int(connection.execute("SELECT epoch FROM organisation").fetchone()[0])


@contextmanager
def _writing(connection: sqlite3.Connection) -> Iterator[None]:
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
    except BaseException:
        connection.execute("ROLLBACK")
        raise
    connection.execute("COMMIT")


def _wrap(key: bytes, inner: bytes, place: str) -> bytes:
    nonce = secrets.token_bytes(NONCE_BYTES)
    return nonce + AESGCM(key).encrypt(nonce, inner, place.encode())


def _unwrap(key: bytes, wrapped: bytes, place: str) -> bytes:
    try:
        return AESGCM(key).decrypt(wrapped[:NONCE_BYTES], wrapped[NONCE_BYTES:], place.encode())
    except InvalidTag as error:
        raise ImproperlyConfigured("The keystore does not open with this root key, or it was changed.") from error
