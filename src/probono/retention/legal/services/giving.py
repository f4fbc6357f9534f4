"""What is given under a demand: under a paper a judge signed it is written down; under another two officers agree first."""

import datetime as dt
from typing import TYPE_CHECKING, Any

from django.db import transaction
from django.utils import timezone

from probono.retention.legal import policies
from probono.retention.legal.models import Demand, Production
from probono.retention.legal.services.demand_row import locked, tell

if TYPE_CHECKING:
    from probono.accounts.models import Account


@transaction.atomic
def given(*, by: "Account", demand: Demand, given_by: "Account", **line: Any) -> Production:
    """One line of the log: `given_class`, `form`, `count`, `given_on`. Nothing of the content, and nothing is sent."""
    row = locked(demand)
    policies.check_given(by, row, given_on=line["given_on"], count=line["count"])
    return _line(by, row, given_by, line)


@transaction.atomic
def ask(*, by: "Account", demand: Demand, given_by: "Account", **line: Any) -> Production:
    """What one officer would give under a paper that no judge signed: `given_class`, `form`, `count`. The other has to agree."""
    row = locked(demand)
    policies.check_ask(by, row, count=line["count"])
    return _line(by, row, given_by, line)


@transaction.atomic
def agree(*, by: "Account", line: Production) -> None:
    """The other officer's yes to one line, before anything of it is given."""
    demand, row = _both(line)
    policies.check_agree(by, demand, row, timezone.now())
    row.agreed_by, row.agreed_at = by, timezone.now()
    row.save(update_fields=["agreed_by", "agreed_at"])
    tell(by, demand, data_class=row.given_class)


@transaction.atomic
def gave(*, by: "Account", line: Production, given_on: dt.date) -> None:
    """What two officers agreed to was given."""
    demand, row = _both(line)
    policies.check_gave(by, demand, row, given_on=given_on)
    row.given_on = given_on
    row.save(update_fields=["given_on"])
    tell(by, demand, data_class=row.given_class)


def _line(by: "Account", demand: Demand, given_by: "Account", line: dict[str, Any]) -> Production:
    policies.check_not_written_twice(by, demand, {**line, "given_by": given_by})
    made = Production(
        matter_id=demand.matter_id, client_id=demand.client_id, demand=demand, given_by=given_by, written_by=by, **line
    )
    made.save()
    tell(by, demand, data_class=made.given_class)
    return made


def _both(line: Production) -> tuple[Demand, Production]:
    demand = locked(line.demand)
    return demand, Production.objects.select_for_update(of=("self",)).get(pk=line.pk)
