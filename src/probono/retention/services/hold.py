"""Holds: placing, agreeing, reviewing, lifting, and telling the client."""

import datetime as dt
from typing import TYPE_CHECKING
from uuid import UUID

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from probono.accounts.handles import handle_of
from probono.audit.actions import Action
from probono.audit.services import Act, append
from probono.matters.policies import NotNowError
from probono.matters.services import turns
from probono.retention import policies, selectors
from probono.retention.machine import State
from probono.retention.models import Hold, Keeping
from probono.retention.models.hold import LONGEST, Told
from probono.ui.today import today
from vacatur.kit.names import folded

if TYPE_CHECKING:
    from probono.accounts.models import Account


@transaction.atomic
def place(
    *,
    by: "Account",
    matter_id: UUID,
    client_id: UUID,
    reference: str,
    review_on: dt.date,
    may_tell: bool = True,
    lasts: bool = False,
    anew: bool = False,
) -> Hold:
    """Stops every destruction of one matter from this moment. Alone it holds three days; a second officer makes it last.

    What the officers had agreed to is agreed to no more: they did not know of the hold. The 14 days go on. `lasts` is for the
    hold of a demand that was served: it does not end by itself. `anew` is for one in the place of its own that ended.

    NotNowError for a review day that is past or more than 180 days away, for what the matter is held for already, and once
    destruction has begun.
    """
    policies.check_officer(by)
    _check_day(review_on)
    if not reference.strip():
        raise NotNowError(_("Write down what the hold is for: the court and the number of the case or the request."))
    keeping = _not_begun(matter_id)
    turns.take(matter_id)
    if not anew:
        _check_not_held_for(matter_id, reference)
    _take_back(keeping)
    made = Hold(
        matter_id=matter_id, client_id=client_id, reference=reference.strip(), review_on=review_on, placed_by=by,
        lasts=lasts,
    )  # fmt: skip
    made.told = Told.TO_TELL if may_tell else Told.NOT
    made.save()
    _tell(by, matter_id, Action.HOLD)
    return made


@transaction.atomic
def agree(*, by: "Account", hold: Hold) -> None:
    """The second officer's yes."""
    policies.check_officer(by)
    row = _locked(hold)
    if row.agreed_by_id is not None:
        raise NotNowError(_("Two people have placed this hold already."))
    if row.placed_by_id == by.pk:
        raise NotNowError(_("Another officer has to agree to the hold you placed."))
    if not row.holds(timezone.now()):
        raise NotNowError(_("Nobody agreed to this hold in time, so it ended. Place it again."))
    row.agreed_by, row.agreed_at = by, timezone.now()
    row.lift_asked_by = row.lift_asked_why = None
    row.save()
    _tell(by, row.matter_id, Action.HOLD)


@transaction.atomic
def review(*, by: "Account", hold: Hold, review_on: dt.date) -> None:
    """The hold is still needed; the next review is at most 180 days away."""
    policies.check_officer(by)
    _check_day(review_on)
    row = _locked(hold)
    if row.lapsed(timezone.now()):
        raise NotNowError(_("Nobody agreed to this hold in time, so it ended. Place it again."))
    row.review_on = review_on
    row.lift_asked_by = row.lift_asked_why = None
    row.save()
    _tell(by, row.matter_id, Action.HOLD)


@transaction.atomic
def lift(*, by: "Account", hold: Hold, why: str) -> bool:
    """Ends a hold, or asks the other officer to: two lift what two placed, and each says why. Whether it is lifted now.

    It destroys nothing: what was agreed to before the hold was taken back by it, and two officers have to agree anew.
    """
    policies.check_officer(by)
    if not why.strip():
        raise NotNowError(_("Write down why the hold is lifted."))
    row, now = _locked(hold), timezone.now()
    if row.needs_two_to_lift(by, now):
        if row.lift_asked_by_id == by.pk:
            raise NotNowError(_("You have asked to lift this hold. Another officer has to agree."))
        if row.lift_asked_by_id is None:
            row.lift_asked_by, row.lift_asked_why = by, why.strip()
            row.save()
            _tell(by, row.matter_id, Action.HOLD)
            return False
    row.lifted_by, row.lifted_at, row.lifted_why = by, now, why.strip()
    row.save()
    _tell(by, row.matter_id, Action.LIFT)
    return True


@transaction.atomic
def told(*, by: "Account", hold: Hold, way: str) -> None:
    """The client was told of the hold, in the room or along a way that is safe now. It sends nothing."""
    policies.check_officer(by)
    row = _locked(hold)
    if row.told == Told.NOT:
        raise NotNowError(_("Counsel has said that she may not be told. Ask counsel first."))
    if row.told == Told.DONE:
        raise NotNowError(_("She was told already."))
    policies.check_safe_way(way, matter_id=row.matter_id, client_id=row.client_id)
    row.told = Told.DONE
    row.save()
    _tell(by, row.matter_id, Action.HOLD)


@transaction.atomic
def may_tell(*, by: "Account", hold: Hold) -> bool:
    """Counsel says that she may be told from now on: what forbade it has ended. She is to be told, and it stands in her list."""
    policies.check_officer(by)
    row = Hold.objects.select_for_update().get(pk=hold.pk)
    if row.told != Told.NOT:
        raise NotNowError(_("Nothing says that she may not be told."))
    row.told = Told.TO_TELL
    row.save()
    _tell(by, row.matter_id, Action.HOLD)
    return True


def _check_day(review_on: dt.date) -> None:
    if not today() < review_on <= today() + LONGEST:
        raise NotNowError(_("The day of the next review must be after today and at most 180 days away."))


def _check_not_held_for(matter_id: UUID, reference: str) -> None:
    """References lie sealed: they are opened and compared here, without their spaces, marks and capitals."""
    now = timezone.now()
    live = [one.reference for one in selectors.holds_on(matter_id) if one.holds(now)]
    if _plain(reference) in [_plain(one) for one in live]:
        raise NotNowError(
            _(
                "This matter is already held for that. Nothing more has to be done; if it is another paper of the same case, "
                "write down what tells the two apart."
            )
        )


def _plain(reference: str) -> str:
    return folded(reference).replace(" ", "") or reference.strip()


def _not_begun(matter_id: UUID) -> Keeping | None:
    """Waits for a destruction that is about to begin: whoever has the row first is first."""
    row = Keeping.objects.select_for_update().filter(matter_id=matter_id).first()
    if row is not None and row.state == State.SHREDDING:
        raise NotNowError(_("This file is being destroyed. It is too late for a hold: tell counsel at once."))
    return row


def _take_back(row: Keeping | None) -> None:
    if row is not None and (row.director_id or row.officer_id):
        row.director = row.officer = row.director_at = row.officer_at = None
        row.save()


def _locked(hold: Hold) -> Hold:
    row = Hold.objects.select_for_update().get(pk=hold.pk)
    if row.lifted_at is not None:
        raise NotNowError(_("This hold was lifted already."))
    if Keeping.objects.filter(matter_id=row.matter_id, state=State.SHREDDING).exists():
        raise NotNowError(_("This file is being destroyed, and what was written of the hold goes with it."))
    return row


def _tell(by: "Account", matter_id: UUID, action: Action) -> None:
    append(Act(action, actor=by.pk, handle=handle_of(matter_id, matter_id)))
