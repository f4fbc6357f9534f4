"""Reads of clients, starting from the gate."""

from typing import TYPE_CHECKING
from uuid import UUID

from probono.accounts import gate
from probono.people.models import Client

if TYPE_CHECKING:
    from probono.accounts.models import Account


def client_for(actor: "Account", client_id: UUID) -> Client | None:
    """The client, when the actor may know who she is; otherwise nothing, and pages show the code name."""
    return gate.visible(actor, Client).filter(pk=client_id).first()
