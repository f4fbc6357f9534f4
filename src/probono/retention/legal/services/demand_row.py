"""What every act on a demand does: waits for its row, and tells of it."""

from typing import TYPE_CHECKING

from probono.accounts.handles import handle_of
from probono.audit.actions import Action
from probono.audit.services import Act, append
from probono.retention.legal.models import Demand

if TYPE_CHECKING:
    from probono.accounts.models import Account


def locked(demand: Demand) -> Demand:
    """The row as it stands now, for whoever changes it."""
    return Demand.objects.select_for_update(of=("self",)).select_related("hold").get(pk=demand.pk)


def tell(by: "Account", demand: Demand, *, data_class: str = "") -> None:
    """One row of the audit log."""
    handle, part = handle_of(demand.matter_id, demand.matter_id), handle_of(demand.matter_id, demand.pk)
    append(Act(Action.PRODUCE, actor=by.pk, handle=handle, part=part, data_class=data_class))
