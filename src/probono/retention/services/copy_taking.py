"""Taking a client's own copy: a ticket for the second origin, and the archive for the ticket, once."""

from collections.abc import Iterator
from typing import TYPE_CHECKING
from uuid import UUID

from django.core import signing
from django.http import Http404
from django.utils import timezone

from probono.accounts import gate
from probono.accounts.data_classes import Verb
from probono.accounts.selectors import account_by_id
from probono.accounts.walls import acting
from probono.matters.policies import NotNowError, NotYoursError
from probono.retention import copy_rules
from probono.retention.jobs import drop_later
from probono.retention.models import ClientCopy, CopyState
from probono.retention.models.copy import AFTER_TAKING
from probono.retention.services.copy_row import locked, tell
from probono.vault import files
from probono.vault.fields import scope_of

if TYPE_CHECKING:
    from probono.accounts.models import Account

TICKET_SECONDS = 60
SALT = "vacatur copy for a client"


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
        row = locked(gate.get(actor, ClientCopy, UUID(told["copy"]), Verb.WRITE).pk)
        try:
            copy_rules.check_take(actor, row, timezone.now())
        except (NotNowError, NotYoursError) as error:
            raise Http404 from error
        row.state, row.taken_by, row.taken_at = CopyState.TAKEN, actor, timezone.now()
        row.until = timezone.now() + AFTER_TAKING
        row.save()
        drop_later(by=actor, row=row)
        tell(actor, row, route="copies:file")
    return files.stream(row.file, scope_of(row)) if row.file else iter(())
