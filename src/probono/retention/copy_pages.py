"""What the officers' page of clients' own copies shows."""

from typing import TYPE_CHECKING, Any

from django.utils import timezone
from django.utils.translation import gettext as _

from probono.matters import selectors as matters
from probono.retention import copy_rules, selectors
from probono.retention.copy_forms import CopyForm
from probono.retention.models import ClientCopy, CopyState
from probono.retention.models.copy import OPEN

if TYPE_CHECKING:
    from probono.accounts.models import Account


def copies_page(actor: "Account", *, form: CopyForm | None = None) -> dict[str, Any]:
    """Every copy with what may be done next, and the form."""
    return {
        "copies": [_copy(actor, one) for one in selectors.copies_for(actor)],
        "form": form or CopyForm(matters=choices(actor)),
    }


def choices(actor: "Account") -> list[tuple[str, str]]:
    """The matters an officer may know of now, by code name; a sealed one only while two officers have it open."""
    return [(str(one.pk), one.code_name) for one in matters.matters_of(actor)]


def _copy(actor: "Account", row: ClientCopy) -> dict[str, Any]:
    now = timezone.now()
    return {
        "row": row,
        "state": _state(row),
        "is_held": row.state in OPEN and copy_rules.is_on_hold(row),
        "can_agree": row.waits(now) and row.asked_by_id != actor.pk,
        "can_take": copy_rules.take_can(actor, row, now),
        "can_hand": row.state == CopyState.TAKEN,
        "can_call_off": row.state in OPEN,
    }


def _state(row: ClientCopy) -> str:
    """One that left the house never reads as one that nobody took."""
    if row.state == CopyState.ENDED and row.taken_at:
        return _("Taken, then called off; ours is removed")
    return str(row.get_state_display())
