"""The row of a client's own copy: locked while it changes, and told in the audit log of its matter."""

from typing import TYPE_CHECKING
from uuid import UUID

from probono.accounts.handles import handle_of
from probono.audit.actions import Action, Reason
from probono.audit.services import Act, append
from probono.retention.models import ClientCopy

if TYPE_CHECKING:
    from probono.accounts.models import Account


def locked(pk: UUID) -> ClientCopy:
    """One row that nobody else changes until the transaction ends."""
    return ClientCopy.objects.select_for_update(of=("self",)).select_related("asked_by", "agreed_by").get(pk=pk)


def tell(by: "Account", row: ClientCopy, route: str = "") -> None:
    """Writes down that somebody worked on it."""
    handle, part = handle_of(row.matter_id, row.matter_id), handle_of(row.matter_id, row.pk)
    append(Act(Action.EXPORT, actor=by.pk, handle=handle, part=part, route=route, reason=Reason.CLIENT_ASKED))
