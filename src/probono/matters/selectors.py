"""Reads of matters, each starting from the gate."""

from typing import TYPE_CHECKING
from uuid import UUID

from probono.accounts import gate
from probono.matters.models import Matter

if TYPE_CHECKING:
    from probono.accounts.models import Account


def matters_of(actor: "Account") -> list[Matter]:
    """The matters an actor may know of, by code name."""
    return list(gate.visible(actor, Matter).order_by("code_name", "id"))


def matter_for(actor: "Account", matter_id: UUID) -> Matter:
    """One matter, or "no such page"."""
    return gate.get(actor, Matter, matter_id)
