"""Opening a sealed file: one officer asks with a reason, the other agrees, and for an hour the seal is up for the two."""

from typing import TYPE_CHECKING

from django.db import transaction
from django.utils.translation import gettext as _

from probono.accounts import seals
from probono.accounts.handles import handle_of
from probono.audit.actions import Action, Reason
from probono.audit.services import Act, append
from probono.matters.policies import NotNowError
from probono.retention import policies
from probono.retention.machine import State
from probono.retention.models import Keeping, SealedReading
from probono.retention.models.reading import MINUTES

if TYPE_CHECKING:
    from probono.accounts.models import Account


@transaction.atomic
def ask(*, by: "Account", keeping: Keeping, reason: str) -> SealedReading:
    """The first of the two, with a reason of the list."""
    policies.check_officer(by)
    _check_sealed(keeping)
    made = SealedReading(matter_id=keeping.matter_id, client_id=keeping.client_id, asked_by=by, reason=Reason(reason))
    made.save()
    _tell(by, made)
    return made


@transaction.atomic
def agree(*, by: "Account", reading: SealedReading) -> None:
    """The second. What her role does not read stays closed to each of them: the seal gives no right."""
    row = SealedReading.objects.select_for_update().select_related("asked_by").get(pk=reading.pk)
    policies.check_agree_reading(by, row)
    _check_sealed(Keeping.objects.select_for_update().get(matter_id=row.matter_id))
    row.agreed_by = by
    row.until = seals.open_sealed(
        matter_id=row.matter_id, client_id=row.client_id, accounts=[row.asked_by, by], minutes=MINUTES
    )
    row.save()
    _tell(by, row)


def _check_sealed(keeping: Keeping) -> None:
    if keeping.state not in (State.SEALED, State.REQUESTED):
        raise NotNowError(_("Only a sealed file is opened this way."))


def _tell(by: "Account", row: SealedReading) -> None:
    handle = handle_of(row.matter_id, row.matter_id)
    append(Act(Action.UNSEAL, actor=by.pk, handle=handle, reason=Reason(row.reason)))
