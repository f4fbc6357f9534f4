"""Opening a matter and putting people on its team."""

import datetime as dt
from typing import TYPE_CHECKING
from uuid import UUID

from django.db import transaction

from probono.accounts import services as access
from probono.accounts.roles import Role
from probono.matters.models import Matter, MatterState
from probono.vault.keystore import make_keys

if TYPE_CHECKING:
    from probono.accounts.models import Account


@transaction.atomic
def open_matter(
    *, by: "Account | None", client_id: UUID, code_name: str, state: MatterState = MatterState.RECORDS
) -> Matter:
    """A new matter for a client. `by` is nobody only at set-up."""
    matter = Matter.objects.create(client_id=client_id, code_name=code_name, state=state, opened_by=by)
    make_keys(str(matter.pk))
    return matter


@transaction.atomic
def engage(*, by: "Account | None", matter: Matter, account: "Account", role: Role) -> None:
    """Puts a person on the matter's team, with the grants of her role there and no others."""
    access.engage(account=account, role=role, matter_id=matter.pk, client_id=matter.client_id, by=by)


@transaction.atomic
def release_to(
    *, by: "Account | None", matter: Matter, account: "Account", role: Role, until: dt.datetime | None = None
) -> None:
    """What the client's release opens to a person: who she is, beside the work itself. It ends by itself."""
    access.release(account=account, role=role, matter_id=matter.pk, client_id=matter.client_id, until=until, by=by)
