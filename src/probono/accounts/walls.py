"""The second wall: PostgreSQL itself refuses rows that the gate would not let through (row-level security).

Every statement of a request runs as a role that owns nothing, with the account's id set for one transaction. Without an id it
finds no row. SQLite has no such wall, which is why production refuses it.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.conf import settings
from django.db import connection, transaction

if TYPE_CHECKING:
    from probono.accounts.models import Account


@dataclass(frozen=True, slots=True)
class _Behind:
    """For whom statements run now: an account, or the machinery of one matter."""

    account: str = ""
    matter: str = ""


_now: ContextVar[_Behind | None] = ContextVar("behind the walls", default=None)


@contextmanager
def acting(actor: "Account") -> Iterator[None]:
    """One transaction in which every statement sees what the account may see, and nothing else."""
    with transaction.atomic(), _behind(_Behind(account=str(actor.pk)), local=True):
        yield


@contextmanager
def working(actor: "Account") -> Iterator[None]:
    """The same for a job that commits as it goes, so that its progress is seen; it ends with the block."""
    with _behind(_Behind(account=str(actor.pk)), local=False):
        yield


@contextmanager
def machinery(matter_id: UUID) -> Iterator[None]:
    """The derived documents of one matter (findings made anew, whether something exists, a build that is closed): statements
    see that matter, in every class, whoever asked. What they make is shown by the gate alone.
    """
    now = _now.get()
    with transaction.atomic(), _behind(_Behind(now.account if now else "", str(matter_id)), local=True):
        yield


def find(model: Any, value: str) -> tuple[UUID, UUID] | None:
    """The ids of a matter and its client by the name a model is found by, past the wall: for an opening in an emergency.

    It tells that there is one, so whoever calls it decides first who may ask.
    """
    if connection.vendor != "postgresql":
        found = model._default_manager.filter(**{model.found_by: value}).values_list("pk", "client_id").first()
        return (found[0], found[1]) if found else None
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT walls_find_{model._meta.db_table}(%s)", [value])
        ids = cursor.fetchone()[0]
    return (ids[0], ids[1]) if ids else None


def waiting(model: Any, value: UUID) -> int:
    """How many rows of something wait, past the wall: it tells how many, so that nothing ends over what one may not see."""
    if connection.vendor != "postgresql":
        only = {model.counted_by: value, f"{model.waits_for}__isnull": True}
        return int(model._default_manager.filter(**only).count())
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT walls_waiting_{model._meta.db_table}(%s)", [value])
        return int(cursor.fetchone()[0])


def guarded() -> bool:
    """Whether statements run behind the second wall now."""
    return _now.get() is not None


@contextmanager
def _behind(then: _Behind, *, local: bool) -> Iterator[None]:
    before = _now.get()
    token = _now.set(then)
    local = local or connection.in_atomic_block
    _tell(then, local)
    clean = False
    try:
        yield
        clean = True
    finally:
        _now.reset(token)
        if clean or not local:  # a transaction that failed forgets by itself
            _tell(before, local)


def _tell(behind: _Behind | None, local: bool) -> None:
    """Tells the database whom the statements are for, and which role runs them."""
    if connection.vendor != "postgresql":
        return
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT set_config('app.account', %s, %s), set_config('app.matter', %s, %s), set_config('role', %s, %s)",
            [
                behind.account if behind else "", local,
                behind.matter if behind else "", local,
                settings.DATABASE_APP_ROLE if behind and settings.DATABASE_APP_ROLE else "none", local,
            ],
        )  # fmt: skip
