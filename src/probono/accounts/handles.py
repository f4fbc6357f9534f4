"""Handles for the audit log: keyed marks that stand for a thing while its client's key lives, and for nothing afterwards."""

from uuid import UUID

from probono.vault.keys import Scope, mark

LENGTH = 32


def handle_of(subject: UUID | str, pk: UUID | str) -> str:
    """The mark of a thing under its subject's key: a matter (or client) id, or "program" for staff and settings."""
    return mark(str(pk).encode(), Scope(str(subject), "audit"))[:LENGTH]
