"""The client's own copy: asking, agreeing, making it in a job, taking it once, handing it over, and doing away with it."""

import datetime as dt
from collections.abc import Iterator
from typing import TYPE_CHECKING
from uuid import UUID

from django.core import signing
from django.db import IntegrityError, transaction
from django.http import Http404
from django.utils import timezone
from django.utils.translation import gettext as _

from probono.accounts import gate
from probono.accounts.data_classes import Verb
from probono.accounts.handles import handle_of
from probono.accounts.selectors import account_by_id
from probono.accounts.walls import acting, machinery
from probono.audit.actions import Action, Reason
from probono.audit.services import Act, append
from probono.consent.services.her_copy import is_of_a_minor
from probono.matters import selectors as matters
from probono.matters.policies import NotNowError, NotYoursError
from probono.retention import copy_rules, selectors
from probono.retention.copy_index import members_of
from probono.retention.models import ClientCopy, CopyState
from probono.retention.models.copy import AFTER_TAKING, LIVES
from probono.retention.policies import check_officer
from probono.vault import files
from probono.vault.fields import scope_of
from probono.vault.zipped import zipped

if TYPE_CHECKING:
    from probono.accounts.models import Account

TICKET_SECONDS = 60
SALT = "vacatur copy for a client"


@transaction.atomic
def ask(
    *, by: "Account", matter_id: UUID, she_asked_on: dt.date, known_by: str, handover: str, language: str,
    immigration: bool = False, is_minor: bool = False, present: str = "",
) -> ClientCopy:  # fmt: skip
    """One officer asks, because the client did. "No such page" for a matter she may not know of, a sealed one among them."""
    check_officer(by)
    matter = matters.matter_for(by, matter_id)
    is_minor, present = is_minor or is_of_a_minor(matter_id), present.strip()
    copy_rules.check_ask(
        by, matter_id=matter_id, client_id=matter.client_id, she_asked_on=she_asked_on, handover=handover,
        is_minor=is_minor, present=present, now=timezone.now(),
    )  # fmt: skip
    row = ClientCopy(
        matter_id=matter_id, client_id=matter.client_id, code_name=matter.code_name, asked_by=by, present=present,
        she_asked_on=she_asked_on, known_by=known_by, handover=handover, language=language, immigration=immigration,
        is_minor=is_minor,
    )  # fmt: skip
    try:
        with transaction.atomic():
            row.save()
    except IntegrityError as error:
        raise NotNowError(_("A copy of this file is on its way already. Finish it or call it off first.")) from error
    _tell(by, row)
    return row


@transaction.atomic
def agree(*, by: "Account", copy: ClientCopy) -> None:
    """The other officer's yes; the job begins."""
    from probono.retention.jobs import make_copy  # the job module calls this one

    row = _locked(copy.pk)
    copy_rules.check_agree(by, row, timezone.now())
    matters.matter_for(by, row.matter_id)
    row.agreed_by, row.agreed_at, row.state = by, timezone.now(), CopyState.MAKING
    row.save()
    make_copy.enqueue(actor_id=str(by.pk), matter_id=str(row.matter_id), copy_id=str(row.pk))
    _tell(by, row)


def make(*, by: "Account", matter_id: UUID, copy_id: UUID) -> None:
    """The job's work: the archive, sealed while it is made. Nothing when there is nothing to make any more."""
    row = ClientCopy.objects.select_related("asked_by", "agreed_by").filter(matter_id=matter_id, pk=copy_id).first()
    if row is None or row.state != CopyState.MAKING:
        return
    try:
        copy_rules.check_make(row, timezone.now())
    except NotNowError:
        end(matter_id=matter_id, copy_id=copy_id, state=CopyState.ENDED)
        return
    members, size = members_of(row), 0

    def counted() -> Iterator[bytes]:
        nonlocal size
        for part in zipped(members):
            size += len(part)
            yield part

    name = files.store_parts(counted(), scope_of(row))
    until = timezone.now() + LIVES
    try:
        with transaction.atomic():
            changed = ClientCopy.objects.filter(pk=row.pk, state=CopyState.MAKING)
            kept = changed.update(file=name, size=size, until=until, state=CopyState.READY)
    except BaseException:
        files.remove(name)
        raise
    if not kept:  # it was called off meanwhile
        files.remove(name)
        return
    _drop_later(by, row, until)


def ticket(*, by: "Account", copy: ClientCopy) -> str:
    """A signed, short-lived ticket for the second origin."""
    copy_rules.check_take(by, copy, timezone.now())
    return signing.dumps({"actor": str(by.pk), "copy": str(copy.pk)}, salt=SALT)


def redeem(text: str) -> Iterator[bytes]:
    """The archive of a ticket, as a stream, once. It is written down before the first byte; whoever may not gets "no such page"."""
    try:
        told = signing.loads(text, salt=SALT, max_age=TICKET_SECONDS)
        actor = account_by_id(told["actor"])
    except (signing.BadSignature, KeyError, TypeError):
        actor = None
    if actor is None:
        raise Http404
    with acting(actor):
        row = _locked(gate.get(actor, ClientCopy, UUID(told["copy"]), Verb.WRITE).pk)
        try:
            copy_rules.check_take(actor, row, timezone.now())
        except (NotNowError, NotYoursError) as error:
            raise Http404 from error
        row.state, row.taken_by, row.taken_at = CopyState.TAKEN, actor, timezone.now()
        row.until = timezone.now() + AFTER_TAKING
        row.save()
        _drop_later(actor, row, row.until)
        _tell(actor, row, route="copies:file")
    return files.stream(row.file, scope_of(row)) if row.file else iter(())


@transaction.atomic
def handed(*, by: "Account", copy: ClientCopy) -> None:
    """She has it. Ours goes at once."""
    row = _locked(copy.pk)
    copy_rules.check_handed(by, row)
    row.handed_by, row.handed_at = by, timezone.now()
    _end(row, CopyState.HANDED)
    _tell(by, row)


@transaction.atomic
def call_off(*, by: "Account", copy: ClientCopy) -> None:
    """Nothing comes of it: what was made is removed."""
    row = _locked(copy.pk)
    copy_rules.check_call_off(by, row)
    _end(row, CopyState.ENDED)
    _tell(by, row)


def end(*, matter_id: UUID, copy_id: UUID, state: CopyState) -> None:
    """Ends one whose job stopped, whoever may still see it."""
    with machinery(matter_id):
        row = ClientCopy.objects.select_for_update().filter(pk=copy_id, state=CopyState.MAKING).first()
        if row is not None:
            _end(row, state)


def drop(*, matter_id: UUID, copy_id: UUID, now: dt.datetime) -> None:
    """Removes one archive whose time is over, whoever may still see its row: for the worker."""
    with machinery(matter_id):
        row = selectors.old_copies(now).filter(pk=copy_id).first()
        if row is not None:
            _over(row)


def drop_old(now: dt.datetime) -> int:
    """Removes every archive whose time is over, and ends what nobody answered: for the operator's runs. Gives how many."""
    rows = list(selectors.old_copies(now))
    for row in rows:
        _over(row)
    return len(rows)


def _drop_later(by: "Account", row: ClientCopy, until: dt.datetime) -> None:
    """Where jobs can wait, one removes the archive when its time is over; the operator's runs do so everywhere."""
    from probono.retention.jobs import drop_copy  # the job module calls this one

    if drop_copy.get_backend().supports_defer:
        later = drop_copy.using(run_after=until)
        later.enqueue(actor_id=str(by.pk), matter_id=str(row.matter_id), copy_id=str(row.pk))


def _over(row: ClientCopy) -> None:
    with transaction.atomic():
        _end(row, CopyState.TAKEN if row.state == CopyState.TAKEN else CopyState.ENDED)


def _end(row: ClientCopy, state: CopyState) -> None:
    """The row first: a crash in between leaves a file that no row names, and the janitor removes it."""
    name, row.file, row.state = row.file, None, state
    row.save()
    if name is not None:
        transaction.on_commit(lambda: files.remove(name))


def _locked(pk: UUID) -> ClientCopy:
    return ClientCopy.objects.select_for_update(of=("self",)).select_related("asked_by", "agreed_by").get(pk=pk)


def _tell(by: "Account", row: ClientCopy, route: str = "") -> None:
    handle, part = handle_of(row.matter_id, row.matter_id), handle_of(row.matter_id, row.pk)
    append(Act(Action.EXPORT, actor=by.pk, handle=handle, part=part, route=route, reason=Reason.CLIENT_ASKED))
