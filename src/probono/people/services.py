"""Writes of clients."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from django.db import transaction

from probono.people.code_names import draw
from probono.people.models import Client

if TYPE_CHECKING:
    from uuid import UUID

    from probono.accounts.models import Account


@transaction.atomic
def add_client(
    *,
    by: "Account | None",
    name: str,
    also_known_as: Sequence[str] = (),
    language: str = "en",
    code_name: str | None = None,
) -> Client:
    """A new client under a code name nobody else has. `by` is nobody only at set-up."""
    return Client.objects.create(
        code_name=code_name or _free_code_name(), name=name, also_known_as=list(also_known_as), language=language
    )


def hold_client(client_id: "UUID") -> bool:
    """Keeps a client's row from changing until the transaction ends; false when it is gone. A new matter of hers waits."""
    return Client.objects.select_for_update().filter(pk=client_id).exists()


def _free_code_name() -> str:
    while Client.objects.filter(code_name=(name := draw())).exists():
        pass
    return name
