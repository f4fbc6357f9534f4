"""Opening a file in an emergency, and its review by an officer."""

from typing import TYPE_CHECKING

from django.utils import timezone
from django.utils.translation import gettext as _

from probono.accounts import gate, services
from probono.accounts.handles import handle_of
from probono.accounts.selectors import emergency_classes_of, is_officer
from probono.accounts.walls import find, machinery
from probono.audit.actions import Action, Reason
from probono.audit.services import Act, append
from probono.matters.models import EmergencyOpening, Matter
from probono.matters.models.emergency import MINUTES
from probono.matters.policies import NotNowError, NotYoursError

if TYPE_CHECKING:
    from uuid import UUID

    from probono.accounts.models import Account


def open_in_emergency(*, by: "Account", code_name: str, reason: str) -> "UUID":
    """Opens one matter for an hour, to read what her role may read in an emergency; gives the matter's id.

    NotNowError, always in the same words, when no file has that name or a wall stands before it: a wall is never crossed.
    """
    classes = emergency_classes_of(by)
    if not classes:
        raise NotYoursError
    ids = find(Matter, code_name.strip())
    if ids is None or gate.denied(by, matter_id=ids[0], client_id=ids[1]):
        raise NotNowError(_("No file can be opened under that name. Check it letter by letter, or call an officer."))
    matter_id, client_id = ids
    ends = services.break_glass(
        account=by, classes=classes, matter_id=matter_id, client_id=client_id, minutes=MINUTES, reason=Reason(reason)
    )
    with machinery(matter_id):  # she may not write in the ledger herself
        EmergencyOpening(matter_id=matter_id, made_by=by, reason=reason, until=ends).save()
    return matter_id


def review_emergency(*, by: "Account", opening: EmergencyOpening, justified: bool) -> None:
    """An officer's finding. Nobody reviews her own; what was found wanting ends at once."""
    if not is_officer(by):
        raise NotYoursError
    if opening.made_by_id == by.pk:
        raise NotNowError(_("Another officer has to review what you opened yourself."))
    if opening.reviewed_at is not None:
        raise NotNowError(_("This was reviewed already."))
    opening.reviewed_by, opening.reviewed_at, opening.justified = by, timezone.now(), justified
    opening.save(update_fields=["reviewed_by", "reviewed_at", "justified"])
    if not justified and opening.made_by is not None:
        services.end_emergency(account=opening.made_by, matter_id=opening.matter_id, by=by)
    append(Act(Action.REVIEW, actor=by.pk, handle=handle_of(opening.matter_id, opening.matter_id)))
