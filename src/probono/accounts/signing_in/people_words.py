"""The acts on people and keys, in words."""

from typing import Any

from allauth.mfa.models import Authenticator
from django.http import Http404, QueryDict
from django.utils.translation import gettext as _

from probono.accounts.models import Account, Enrolment, Membership
from probono.accounts.signing_in import enrolments
from probono.accounts.signing_in.forms import InvitationForm, OrganisationForm, PersonForm
from probono.accounts.signing_in.who import is_approver, is_inviter
from probono.accounts.signing_in.wording import Words, register


def tell() -> None:
    """At the start."""
    register(
        {
            "accounts:end-role": _end_role,
            "accounts:keep-out": _keep_out,
            "accounts:let-back": _let_back,
            "accounts:invite": _invite,
            "accounts:add-organization": _add_organisation,
            "accounts:recover": _recover,
            "accounts:approve": _approve,
            "accounts:remove-key": _remove_key,
        }
    )


def _end_role(actor: Account, ids: dict[str, Any], told: QueryDict) -> Words:
    _only(is_inviter(actor) or is_approver(actor))
    row = Membership.objects.select_related("account", "organisation").get(pk=ids["membership"])
    return Words(_("End this role today"), f"{row.account.name}: {row.get_role_display()}, {row.organisation.name}")


def _keep_out(actor: Account, ids: dict[str, Any], told: QueryDict) -> Words:
    _only(is_approver(actor))
    return Words(_("Keep out now"), Account.objects.get(pk=ids["person"]).name)


def _let_back(actor: Account, ids: dict[str, Any], told: QueryDict) -> Words:
    _only(is_approver(actor))
    return Words(_("Let back in"), Account.objects.get(pk=ids["person"]).name)


def _invite(actor: Account, ids: dict[str, Any], told: QueryDict) -> Words:
    _only(is_inviter(actor))
    return Words(_("Make the invitation"), told.get("name", ""), InvitationForm(told))


def _add_organisation(actor: Account, ids: dict[str, Any], told: QueryDict) -> Words:
    _only(is_inviter(actor))
    return Words(_("Add the organization"), told.get("new-name", ""), OrganisationForm(told, prefix="new"))


def _recover(actor: Account, ids: dict[str, Any], told: QueryDict) -> Words:
    _only(is_approver(actor))
    return Words(_("Give somebody a new way in"), form=PersonForm(told, people=enrolments.recoverable(actor)))


def _approve(actor: Account, ids: dict[str, Any], told: QueryDict) -> Words:
    _only(is_approver(actor))
    row = Enrolment.objects.get(pk=ids["enrolment"])
    role = f", {row.get_role_display()}" if row.role else ""
    return Words(_("Approve"), f"{row.get_kind_display()}: {row.name}{role}")


def _remove_key(actor: Account, ids: dict[str, Any], told: QueryDict) -> Words:
    key = Authenticator.objects.get(pk=ids["key"], user=actor)
    is_app = key.type == Authenticator.Type.TOTP
    return Words(_("Remove one of your keys"), _("the authenticator app") if is_app else str(key.data.get("name", "")))


def _only(may: bool) -> None:
    if not may:
        raise Http404
