"""Opening a matter and putting people on its team."""

from typing import TYPE_CHECKING
from uuid import UUID

from django.db import transaction

from probono.accounts import services as access
from probono.accounts.data_classes import DataClass
from probono.accounts.roles import Role
from probono.accounts.seals import unseal_client
from probono.accounts.selectors import outside_organisations
from probono.consent.policies import latest_day
from probono.consent.services import releases
from probono.matters.models import Matter, MatterState
from probono.ui.today import today
from probono.vault.keystore import ShreddedError, is_shredded, make_keys

if TYPE_CHECKING:
    from probono.accounts.models import Account


@transaction.atomic
def open_matter(
    *, by: "Account | None", client_id: UUID, code_name: str, state: MatterState = MatterState.RECORDS
) -> Matter:
    """A new matter for a client. `by` is nobody only at set-up. ShreddedError for a client whose keys were destroyed."""
    if is_shredded(str(client_id)):
        raise ShreddedError
    unseal_client(client_id=client_id)
    matter = Matter.objects.create(client_id=client_id, code_name=code_name, state=state, opened_by=by)
    make_keys(str(matter.pk))
    return matter


@transaction.atomic
def engage(*, by: "Account | None", matter: Matter, account: "Account", role: Role) -> None:
    """Puts a person on the matter's team: the grants of her role there, and what the client's releases open to her now."""
    access.engage(account=account, role=role, matter_id=matter.pk, client_id=matter.client_id, by=by)
    releases.reach(by=by, account=account, matter_id=matter.pk)


@transaction.atomic
def release_to(*, by: "Account | None", matter: Matter, account: "Account") -> None:
    """At set-up, a client's signed release for the organisation of somebody on the team: who she is, for 90 days."""
    for organisation in outside_organisations(account):
        paper = releases.draw_up(
            by=by,
            matter_id=matter.pk,
            client_id=matter.client_id,
            organisation=organisation,
            purpose="represent",
            classes=(DataClass.IDENTITY, DataClass.CONTACT),
            language="en",
            last_day=latest_day(today()),
        )
        releases.sign(by=by, release=paper, how="in_person", signed_on=today())


@transaction.atomic
def close(*, matter: Matter) -> None:
    """Closes a matter: from now on nothing in it changes. Who may close it is the caller's to ask (retention)."""
    matter.state = MatterState.CLOSED
    matter.save(update_fields=["state"])


@transaction.atomic
def reopen(*, matter: Matter, state: str) -> None:
    """Opens a closed matter again where it stood. One that says no more where it stood gathers records."""
    matter.state = MatterState(state or MatterState.RECORDS)
    matter.save(update_fields=["state"])
