"""Taking a demand in, telling the client, closing it."""

import datetime as dt
from typing import TYPE_CHECKING
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from probono.retention.legal import policies
from probono.retention.legal.models import Demand
from probono.retention.legal.services.demand_row import locked, tell
from probono.retention.models.hold import Told
from probono.retention.services import hold as holds

if TYPE_CHECKING:
    from probono.accounts.models import Account


@transaction.atomic
def take_in(
    *,
    by: "Account",
    matter_id: UUID,
    client_id: UUID,
    asked_by: str,
    reference: str,
    kind: str,
    signed: str,
    served_on: dt.date,
    review_on: dt.date,
    due_on: dt.date | None = None,
    wants: str = "",
    may_tell: bool = True,
) -> Demand:
    """Writes a demand down and holds the one matter it names, until two officers lift it.

    NotNowError for a day that cannot be, and once the destruction of the file has begun.
    """
    policies.check_take_in(
        by, asked_by=asked_by, reference=reference, kind=kind, signed=signed, served_on=served_on, due_on=due_on
    )
    held = holds.place(
        by=by, matter_id=matter_id, client_id=client_id, reference=reference, review_on=review_on, may_tell=may_tell,
        lasts=True,
    )  # fmt: skip
    made = Demand(
        matter_id=matter_id, client_id=client_id, asked_by=asked_by.strip(), reference=reference.strip(),
        wants=wants.strip(), kind=kind, signed=signed, served_on=served_on, due_on=due_on, taken_by=by, hold=held,
    )  # fmt: skip
    made.save()
    tell(by, made)
    return made


@transaction.atomic
def hold_again(*, by: "Account", demand: Demand, review_on: dt.date) -> None:
    """A new hold in the place of one that ended or was lifted while the demand is open."""
    row = locked(demand)
    policies.check_hold_again(by, row)
    row.hold = holds.place(
        by=by, matter_id=row.matter_id, client_id=row.client_id, reference=row.reference, review_on=review_on,
        may_tell=row.hold.told != Told.NOT, lasts=True, anew=True,
    )  # fmt: skip
    row.save(update_fields=["hold"])
    tell(by, row)


@transaction.atomic
def told(*, by: "Account", demand: Demand, way: str) -> None:
    """The client was told, and by which kind of way. It sends nothing."""
    row = locked(demand)
    policies.check_told(by, row, way)
    row.told_at, row.told_by, row.told_way = timezone.now(), by, way
    row.save(update_fields=["told_at", "told_by", "told_way"])
    if row.hold.told == Told.TO_TELL and row.hold.lifted_at is None:
        holds.told(by=by, hold=row.hold, way=way)
    tell(by, row)


@transaction.atomic
def could_not_tell(*, by: "Account", demand: Demand, why: str) -> None:
    """Counsel's words on why she could not be told before something is given. She may still be told later."""
    row = locked(demand)
    policies.check_untold(by, row, why)
    row.untold_at, row.untold_by, row.untold_why = timezone.now(), by, why.strip()
    row.save(update_fields=["untold_at", "untold_by", "untold_why"])
    tell(by, row)


@transaction.atomic
def close(*, by: "Account", demand: Demand, outcome: str) -> None:
    """Ends a demand. Its hold stays until two officers lift it, by the rule of every hold."""
    row = locked(demand)
    policies.check_close(by, row, outcome)
    row.closed_at, row.closed_by, row.outcome = timezone.now(), by, outcome
    row.save(update_fields=["closed_at", "closed_by", "outcome"])
    tell(by, row)
