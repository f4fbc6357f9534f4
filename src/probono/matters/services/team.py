"""Who is on a matter's team, and the walls around it."""

from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from probono.accounts import services as access
from probono.accounts.matrix import Standing, allowed
from probono.accounts.roles import Role
from probono.accounts.selectors import roles_of, wall_on
from probono.consent.services.releases import lets_onto_team
from probono.matters import policies
from probono.matters.policies import NotNowError
from probono.matters.services.opening import engage

if TYPE_CHECKING:
    from uuid import UUID

    from probono.accounts.models import Account
    from probono.matters.models import Matter


def put_on_team(*, by: "Account", matter: "Matter", account: "Account") -> None:
    """Puts a person on the team in the roles she holds that work on teams.

    NotNowError when she holds none, or works for an organization the client has not said yes to.
    """
    policies.check_change_team(by, matter)
    roles = [role for role in Role if role in roles_of(account) and allowed(role, Standing.TEAM)]
    if not roles:
        raise NotNowError(_("Choose a person whose role works on teams."))
    check_agreed(matter.pk, account)
    for role in roles:
        engage(by=by, matter=matter, account=account, role=role)


def check_agreed(matter_id: "UUID", account: "Account") -> None:
    """Nobody of another organization comes onto a team before the client has said yes to it in writing."""
    if not lets_onto_team(account=account, matter_id=matter_id):
        raise NotNowError(
            _(
                "The client has not said yes to this person's organization. Make the release first, so that they can work on the"
                " case as lawyers; once she has signed it, the person can come onto the team."
            )
        )


def take_off_team(*, by: "Account", matter: "Matter", account: "Account") -> None:
    """Ends everything the person holds on the matter; her next request is refused."""
    policies.check_change_team(by, matter)
    access.end_grants(account=account, matter_id=matter.pk, by=by)


def put_up_wall(*, by: "Account", matter: "Matter", account: "Account", data_class: str, basis: str) -> None:
    """A wall between a person and a matter, or one class of it. A client's no covers everything of hers."""
    policies.check_wall(by, matter, basis)
    whom = {"client_id": matter.client_id} if basis == policies.CLIENT_NO else {"matter_id": matter.pk}
    access.deny(account=account, data_class=data_class, basis=basis, by=by, **whom)


def take_down_wall(*, by: "Account", matter: "Matter", wall_id: "UUID") -> None:
    """An officer takes a wall down. NotNowError when it does not stand any more."""
    policies.check_take_down_wall(by, matter)
    wall = wall_on(wall_id, matter_id=matter.pk, client_id=matter.client_id)
    if wall is None:
        raise NotNowError(_("That wall does not stand any more."))
    access.end_deny(wall=wall, by=by)
