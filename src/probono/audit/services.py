"""The one way a row comes into the audit log."""

import datetime as dt
from dataclasses import dataclass
from uuid import UUID

from django.db import DatabaseError, connection, transaction
from django.utils import timezone

from probono.audit.actions import Action, Outcome, Reason
from probono.audit.chain import START, mac_of
from probono.audit.models import Entry

LOCK = 0x7661636174  # one advisory lock for the chain; its number means nothing


class UnavailableError(Exception):
    """The row could not be written, so what it tells of must not happen."""


@dataclass(frozen=True, slots=True)
class Act:
    """What is told of an act. `handle` and `part` come from the caller and mean nothing without the client's key."""

    action: Action
    actor: UUID | None = None
    outcome: Outcome = Outcome.DONE
    reason: Reason = Reason.NONE
    data_class: str = ""
    route: str = ""
    handle: str = ""
    part: str = ""
    request: str = ""


def append(act: Act) -> Entry:
    """Adds one row. It is the last statement of its transaction: the chain is held from here until the commit and no longer.

    UnavailableError when the row cannot be written.
    """
    try:
        with transaction.atomic():
            _hold_the_chain()
            last = Entry.objects.order_by("-seq").values("seq", "mac").first() or {"seq": 0, "mac": START}
            entry = Entry(
                seq=last["seq"] + 1,
                at=_second(timezone.now()),
                actor=act.actor,
                action=act.action,
                outcome=act.outcome,
                reason=act.reason,
                data_class=act.data_class,
                route=act.route,
                handle=act.handle,
                part=act.part,
                request=act.request,
                prev=last["mac"],
            )
            entry.mac = mac_of(entry)
            entry.save(force_insert=True)
    except DatabaseError as error:
        raise UnavailableError from error
    return entry


def _hold_the_chain() -> None:
    """PostgreSQL: a lock that ends with the transaction. SQLite: its write lock is already held."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [LOCK])


def _second(moment: dt.datetime) -> dt.datetime:
    return moment.replace(microsecond=0)
