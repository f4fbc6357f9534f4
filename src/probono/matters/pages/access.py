"""The access tab: who may see this matter, on what basis, and the walls around it."""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext as _

from probono.accounts import selectors as people
from probono.accounts.roles import Role
from probono.matters import policies
from probono.matters.forms.access import TeamForm, WallForm
from probono.matters.models import EmergencyOpening, Matter
from probono.matters.pages.contact import hold_part
from probono.matters.pages.frame import frame

if TYPE_CHECKING:
    from collections.abc import Iterable

    from probono.accounts.models import Account

ENGAGEMENT = "engagement"


@dataclass(slots=True)
class Member:
    """One person with what she holds on the matter: words for each class, on what basis, until when."""

    account: "Account"
    held: list[dict[str, Any]] = field(default_factory=list)


def access_page(actor: "Account", matter: Matter, **forms: Any) -> dict[str, Any]:
    """Everybody with a right of her own on this matter, the walls, and what this person may change about it."""
    may = {
        "can_change_team": policies.change_team_can(actor, matter),
        "can_wall": policies.wall_can(actor, matter, policies.CLIENT_NO),
        "can_take_down": policies.take_down_wall_can(actor, matter),
    }
    return (
        frame(actor, matter, "access")
        | hold_part(actor, matter)
        | {
            "team": _team(people.live_grants(matter.pk)),
            "walls": people.live_walls(matter.pk, matter.client_id),
            **may,
            "team_form": forms.get("team_form") or TeamForm(people=_for_teams()),
            "wall_form": forms.get("wall_form") or WallForm(people=_everybody()),
        }
    )


def people_by_id(form: Any) -> "Account | None":
    """The account a form chose."""
    return people.account_by_id(form.cleaned_data["person"])


def emergencies_page(openings: "Iterable[EmergencyOpening]") -> dict[str, Any]:
    """Openings in an emergency: those that wait for a review first."""
    found = list(openings)
    return {
        "waiting": [one for one in found if one.reviewed_at is None],
        "reviewed": [one for one in found if one.reviewed_at is not None],
    }


def team_choices() -> list[tuple[str, str]]:
    """People for the form of the team."""
    return _for_teams()


def wall_choices() -> list[tuple[str, str]]:
    """People for the form of a wall."""
    return _everybody()


def _for_teams() -> list[tuple[str, str]]:
    return [(str(one.pk), f"{one.name} ({_roles(one)})") for one in people.people_for_teams()]


def _everybody() -> list[tuple[str, str]]:
    return [(str(one.pk), one.name) for one in people.everybody()]


def _roles(account: "Account") -> str:
    held = [f"{one.get_role_display()}, {one.organisation.name}" for one in account.memberships.all()]
    return "; ".join(held) or _("no role")


def _team(grants: "Iterable[Any]") -> list[Member]:
    found: dict[Any, Member] = {}
    roles: dict[Any, set[str]] = {}
    for grant in grants:
        if grant.account_id not in roles:
            roles[grant.account_id] = people.roles_of(grant.account)
        member = found.setdefault(grant.account_id, Member(grant.account))
        member.held.append(
            {
                "what": grant.get_data_class_display(),
                "verb": grant.get_verb_display(),
                "basis": _basis(grant, roles[grant.account_id]),
                "until": grant.until,
            }
        )
    return list(found.values())


def _basis(grant: Any, roles: set[str]) -> str:
    """Why she sees it, in words: who is on the team without being the client's lawyer does not represent her."""
    if grant.basis != ENGAGEMENT or roles & policies.ATTORNEYS:
        return str(grant.get_basis_display())
    if Role.COMMUNITY_ADVOCATE in roles:
        return _("Works with the client as her advocate")
    return _("Works on the client's team")
