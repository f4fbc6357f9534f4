"""The type of a request that has passed the sign-in."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.http import HttpRequest

from probono.accounts.models import Account
from probono.audit.actions import Action


@dataclass(frozen=True, slots=True)
class Shown:
    """A matter, the row of it that is shown, and the kind of act that looking at it is, where it is not plain reading."""

    matter_id: UUID
    row_id: UUID
    action: Action | None = None


class SignedInRequest(HttpRequest):
    """For views behind the sign-in: `user` is an account."""

    user: Account
    shows: "Shown | None" = None
    """Whose file a page shows whose address names none."""
    ahead: Any = None
    """What the door did for a view before its transaction began (entry.opens)."""
