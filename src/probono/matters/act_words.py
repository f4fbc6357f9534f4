"""The acts on a matter that ask for a proof, in words: by its code name, never by its client's."""

from typing import TYPE_CHECKING, Any

from django.http import QueryDict
from django.utils.translation import gettext as _

from probono.accounts.selectors import wall_on
from probono.accounts.signing_in.wording import Words, register
from probono.consent.contact.selectors import route_for
from probono.matters import selectors
from probono.matters.forms.access import EmergencyForm, TeamForm
from probono.matters.pages import access, contact

if TYPE_CHECKING:
    from probono.accounts.models import Account
    from probono.matters.models import Matter


def tell() -> None:
    """At the start."""
    register(
        {
            "matters:team-add": _team,
            "matters:wall-end": _wall,
            "matters:contact-new": _way,
            "matters:contact-change": _way,
            "matters:contact-decide": _decide,
            "matters:contact-lift": _lift,
            "matters:emergency": _emergency,
            "matters:window": _window,
        }
    )


def _matter(actor: "Account", ids: dict[str, Any]) -> "Matter":
    return selectors.matter_for(actor, ids["matter_id"])


def _team(actor: "Account", ids: dict[str, Any], told: QueryDict) -> Words:
    matter = _matter(actor, ids)
    return Words(_("Put on the team"), matter.code_name, TeamForm(told, people=access.team_choices()))


def _wall(actor: "Account", ids: dict[str, Any], told: QueryDict) -> Words:
    matter = _matter(actor, ids)
    wall = wall_on(ids["wall"], matter_id=matter.pk, client_id=matter.client_id)
    return Words(_("Take the wall down"), f"{matter.code_name}: {wall.account.name}" if wall else matter.code_name)


def _way(actor: "Account", ids: dict[str, Any], told: QueryDict) -> Words:
    matter = _matter(actor, ids)
    before = route_for(actor, matter.pk, ids["way"]) if ids.get("way") else None
    return Words(_("Write the way down"), matter.code_name, contact.way_page(actor, matter, before, told)["form"])


def _decide(actor: "Account", ids: dict[str, Any], told: QueryDict) -> Words:
    matter = _matter(actor, ids)
    row = route_for(actor, matter.pk, ids["way"])
    act = _("Take this way") if told.get("answer") == "yes" else _("Do not take this way")
    return Words(act, f"{matter.code_name}: {row.get_kind_display()}")


def _lift(actor: "Account", ids: dict[str, Any], told: QueryDict) -> Words:
    return Words(_("Say yes to lifting the safety hold"), _matter(actor, ids).code_name)


def _emergency(actor: "Account", ids: dict[str, Any], told: QueryDict) -> Words:
    return Words(_("Open a file in an emergency"), form=EmergencyForm(told))


def _window(actor: "Account", ids: dict[str, Any], told: QueryDict) -> Words:
    return Words(_("Let the client look at where things stand"), _matter(actor, ids).code_name)
