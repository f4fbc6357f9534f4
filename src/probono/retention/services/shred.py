"""Destroying a file: keys first, then files, then rows; a certificate after the next rotation.

Run by the owner of the tables (`probono retention shred`), never by a request. Every step may be the last one before a crash:
running it again goes on where it stopped, and running it once more changes nothing.
"""

import datetime as dt
from collections.abc import Callable
from uuid import UUID

from django.db import connection, transaction
from django.db.models import Model
from django.utils import timezone

from probono.accounts.handles import handle_of
from probono.audit.actions import Action
from probono.audit.services import Act, append
from probono.matters import selectors as matters
from probono.people.services import hold_client
from probono.retention import ledger, policies
from probono.retention.machine import State
from probono.retention.models import Keeping
from probono.retention.services.leftovers import LEFTOVERS
from probono.ui.today import today
from probono.vault import files, keystore, shredders

at: Callable[[str], None] = lambda step: None  # noqa: E731
"""Called after each step with its name; the tests end the process there."""


def shred(*, matter_id: UUID, now: dt.datetime | None = None) -> None:
    """Destroys one matter, and its client when no other matter of hers is left.

    HeldError while a hold stands; NotNowError before the 14 days are over or two officers agreed. Nothing when it is gone.
    What is left in the database's own files is cleared once for all, before anything is certified.
    """
    keeping = _begin(matter_id, now or timezone.now())
    if keeping is None:
        return
    at("begun")
    approved = (str(keeping.director_id), str(keeping.officer_id))
    destroy_matter(matter_id, approved=approved)
    destroy_client(keeping.client_id, than=matter_id, approved=approved)
    write_down(matter_id)
    at("destroyed")
    with transaction.atomic():
        Keeping.objects.filter(matter_id=matter_id).delete()
        append(Act(Action.DESTROY, handle=keystore.mark_of(str(matter_id))[:32]))
    at("row")


def _begin(matter_id: UUID, now: dt.datetime) -> Keeping | None:
    """The last moment in which anything can stop it: hold, days and both officers are looked at under one lock."""
    with transaction.atomic():
        row = Keeping.objects.select_for_update().filter(matter_id=matter_id).first()
        if row is None:
            return None
        policies.check_shred(row, now)
        if row.state != State.SHREDDING:
            append(Act(Action.DESTROY, handle=handle_of(matter_id, matter_id)))
            row.state = State.SHREDDING
            row.save()
    return row


def destroy_matter(matter_id: UUID, *, approved: tuple[str, ...] = ()) -> None:
    """Keys, files and rows of one matter. The ledger knows of it before the first key dies."""
    _tell_ledger(str(matter_id), approved, count=_count(matter_id))
    at("ledger")
    keystore.shred(str(matter_id))
    at("keys")
    for one in shredders.registered():
        for name in list(one.files(matter_id)):
            if name is not None:
                files.remove(name)
                at("file")
    at("files")
    for one in shredders.registered():
        for table in one.tables:
            with transaction.atomic():
                table.clear(matter_id=matter_id)
            at("table")
        one.more(matter_id)
    at("rows")


def destroy_client(client_id: UUID, *, than: UUID, approved: tuple[str, ...] = ()) -> None:
    """The same for the client herself, unless she has another matter; a new one cannot come in between."""
    with transaction.atomic():
        hold_client(client_id)
        if matters.other_matters(client_id, than=than):
            return
        _tell_ledger(str(client_id), approved, count=0)
        at("client ledger")
        keystore.shred(str(client_id))
        at("client keys")
        clear_client(client_id)
    at("client rows")
    write_down(client_id)


def begin_client(client_id: UUID) -> None:
    """Writes into the ledger that a client's destruction is under way."""
    _tell_ledger(str(client_id), (), count=0)


def clear_client(client_id: UUID) -> None:
    """Every row that names a client."""
    for one in shredders.registered():
        for table in one.tables:
            table.clear(client_id=client_id)


def certify() -> int:
    """Certifies what a rotation has made impossible to open; gives how many. First the database's own files are cleared of it."""
    if ledger.waiting():
        wipe()
    return ledger.certify()


def wipe() -> None:
    """Clears what deleted rows leave behind in the database's own files, as far as the database can."""
    if connection.in_atomic_block:
        return
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
            return
        for table in sorted(model._meta.db_table for model in wiped()):
            cursor.execute(f"VACUUM (FULL) {connection.ops.quote_name(table)}")


def wiped() -> set[type[Model]]:
    """Every model of which a destruction removes rows: the apps', its own, and those that are cleared by hand."""
    return {table.model for one in shredders.registered() for table in one.tables} | {Keeping, *LEFTOVERS}


def _tell_ledger(subject: str, approved: tuple[str, ...], *, count: int) -> None:
    mark = keystore.mark_of(subject)
    if not ledger.has_begun(mark):
        fingerprint = keystore.fingerprint_of(subject)
        ledger.add(
            ledger.BEGUN, mark, month=f"{today():%Y-%m}", count=count, fingerprint=fingerprint, approved=approved
        )


def write_down(subject: UUID | str, *, again: bool = False) -> None:
    """Nothing is left: from here a rotation of the keystore is waited for. `again` for a subject a restore had brought back."""
    mark = keystore.mark_of(str(subject))
    known = [line for line in ledger.lines() if line.mark == mark]
    if known and (again or known[-1].kind == ledger.BEGUN):
        ledger.add(ledger.DESTROYED, mark, month=known[0].month)


def _count(matter_id: UUID) -> int:
    """Rows and files of a matter."""
    tables = sum(table.rows(matter_id=matter_id).count() for one in shredders.registered() for table in one.tables)
    return tables + sum(name is not None for one in shredders.registered() for name in one.files(matter_id))
