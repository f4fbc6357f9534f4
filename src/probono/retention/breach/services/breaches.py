"""Opening a breach, listing what it may have reached, ending sessions, days from counsel, telling each client, closing it."""

import datetime as dt
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils import timezone

from probono.accounts.handles import handle_of
from probono.accounts.selectors import everybody
from probono.accounts.signing_in import sessions, windows
from probono.accounts.walls import machinery
from probono.audit.actions import Action
from probono.audit.services import Act, append
from probono.retention.breach import policies, selectors
from probono.retention.breach.models import Affected, Breach, DueDay
from probono.retention.policies import check_officer
from probono.vault import keystore

if TYPE_CHECKING:
    from probono.accounts.models import Account

PROGRAM = "program"


@transaction.atomic
def begin(
    *,
    by: "Account",
    kind: str,
    noticed_at: dt.datetime,
    since: dt.datetime,
    until: dt.datetime | None,
    account: "Account | None" = None,
) -> Breach:
    """Opens a breach. It remembers the epoch of the keys, so that a later rotation can be seen."""
    policies.check_begin(by, noticed_at=noticed_at, since=since, until=until)
    made = Breach.objects.create(
        kind=kind, noticed_at=noticed_at, since=since, until=until, account=account, opened_by=by,
        epoch=keystore.state().epoch,
    )  # fmt: skip
    _tell(by, made)
    return made


@transaction.atomic
def list_matters(*, by: "Account", breach: Breach) -> int:
    """Makes the list from the audit log, or adds to it what came since; a row that is there keeps what was done. Gives how many.

    It is made past the gate, by ids: which matters it may have reached does not depend on who asks. Each officer is shown those
    that she may know of.
    """
    row = _locked(breach)
    policies.check_open(by, row)
    count = _list(row)
    _tell(by, row)
    return count


@transaction.atomic
def over(*, by: "Account", breach: Breach, until: dt.datetime) -> None:
    """When it was over, once that is known; the list is made anew. What was listed meanwhile stays."""
    row = _locked(breach)
    policies.check_over(by, row, until)
    row.until = until
    row.save(update_fields=["until"])
    _list(row)
    _tell(by, row)


@transaction.atomic
def freeze(*, by: "Account", account: "Account | None" = None, breach: Breach | None = None) -> int:
    """Ends every session of an account, or of everybody, the officer's own and every client's window included; gives how many.

    Whoever still holds a passkey can sign in again: this ends what is open, not what may be opened.
    """
    check_officer(by)
    people = [account] if account else everybody()
    ended = sum(sessions.end_all(one) for one in people)
    if account is None:
        ended += windows.close_every()
    if breach is not None:
        row = _locked(breach)
        policies.check_open(by, row)
        row.frozen_at = timezone.now()
        row.save(update_fields=["frozen_at"])
    append(Act(Action.FREEZE, actor=by.pk, part=handle_of(PROGRAM, account.pk) if account else ""))
    return ended


@transaction.atomic
def enter_due(*, by: "Account", breach: Breach, flag: str, due_on: dt.date, cite: str) -> None:
    """The day counsel found for a duty, with what she read. A second one takes the first one's place."""
    row = _locked(breach)
    policies.check_due(by, row, flag=flag, cite=cite)
    DueDay.objects.filter(breach=row, flag=flag).delete()
    DueDay(breach=row, flag=flag, due_on=due_on, cite=cite.strip(), entered_by=by).save(force_insert=True)
    _tell(by, row)


@transaction.atomic
def duty_done(*, by: "Account", breach: Breach, flag: str) -> None:
    """A duty with a day was done."""
    row = _locked(breach)
    day = DueDay.objects.filter(breach=row, flag=flag).first()
    policies.check_done(by, row, day)
    DueDay.objects.filter(breach=row, flag=flag).update(done_at=timezone.now(), done_by=by)
    _tell(by, row)


@transaction.atomic
def plan(*, by: "Account", affected: Affected, talker: "Account | None", note: str = "") -> None:
    """Who should talk with her, and what to keep in mind. The note is sealed with her matter's key."""
    row = _one(affected)
    policies.check_plan(by, row, talker)
    row.talker, row.note = talker, note.strip()
    row.save(update_fields=["talker", "note"])
    _tell_of(by, row)


@transaction.atomic
def told(*, by: "Account", affected: Affected, way: str) -> None:
    """She was told, and by which kind of way. It sends nothing."""
    row = _one(affected)
    policies.check_told(by, row, way)
    row.told_at, row.told_by, row.told_way = timezone.now(), by, way
    row.save(update_fields=["told_at", "told_by", "told_way"])
    _tell_of(by, row)


@transaction.atomic
def close(*, by: "Account", breach: Breach) -> None:
    """Ends a breach once the list was made and everybody on it was told."""
    row = _locked(breach)
    waiting = sum(one.told_at is None for one in selectors.affected_of(by, row))
    policies.check_close(by, row, waiting=waiting, elsewhere=selectors.waiting_elsewhere(by, row))
    row.closed_at, row.closed_by = timezone.now(), by
    row.save(update_fields=["closed_at", "closed_by"])
    _tell(by, row)


def _list(row: Breach) -> int:
    found, row.unnamed = selectors.reached(account_id=row.account_id, since=row.since, until=row.until)
    for one in found:
        with machinery(one.matter_id):
            if not Affected.objects.filter(breach=row, matter_id=one.matter_id).update(acts=one.acts):
                made = Affected(breach=row, matter_id=one.matter_id, client_id=one.client_id, acts=one.acts)
                made.save(force_insert=True)
    row.listed_at = timezone.now()
    row.save(update_fields=["listed_at", "unnamed"])
    return len(found)


def _locked(breach: Breach) -> Breach:
    return Breach.objects.select_for_update().get(pk=breach.pk)


def _one(affected: Affected) -> Affected:
    return Affected.objects.select_for_update(of=("self",)).select_related("breach").get(pk=affected.pk)


def _tell(by: "Account", breach: Breach) -> None:
    append(Act(Action.CHANGE, actor=by.pk, part=handle_of(PROGRAM, breach.pk)))


def _tell_of(by: "Account", row: Affected) -> None:
    handle = handle_of(row.matter_id, row.matter_id)
    append(Act(Action.CHANGE, actor=by.pk, handle=handle, part=handle_of(row.matter_id, row.pk)))


def epoch_now() -> int:
    """Which epoch of the keystore holds now."""
    return keystore.state().epoch
