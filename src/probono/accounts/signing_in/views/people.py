"""Inviting people, ending their roles, and making a lost way in anew with two officers."""

from collections.abc import Callable
from functools import partial
from typing import Any
from uuid import UUID

from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from probono.accounts.data_classes import DataClass
from probono.accounts.entry import opens
from probono.accounts.models import Account, Enrolment, Membership
from probono.accounts.models.enrolment import Kind
from probono.accounts.requests import SignedInRequest
from probono.accounts.roles import Role
from probono.accounts.selectors import people_with_roles
from probono.accounts.services import RoleNotHereError
from probono.accounts.services import add_organisation as add_organisation_of
from probono.accounts.signing_in import enrolments, leaving
from probono.accounts.signing_in.enrolments import Handover, NotAllowedError
from probono.accounts.signing_in.forms import InvitationForm, OrganisationForm, PersonForm
from probono.accounts.signing_in.step_up import step_up_required
from probono.accounts.signing_in.who import POWERFUL, is_approver, is_inviter
from probono.audit.actions import Action

guarded: Callable[[Any], Any] = opens(DataClass.VOLUNTEER_PROFILE, listing=True, action=Action.ACCOUNT)


@guarded
@require_GET
def everybody(request: SignedInRequest) -> HttpResponse:
    """Everybody with a role or without, and what may be ended."""
    _only(is_inviter(request.user) or is_approver(request.user))
    context = {"people": people_with_roles(), "is_approver": is_approver(request.user), "powerful": POWERFUL}
    return render(request, "accounts/people.html", context)


@guarded
@step_up_required
@require_POST
def end_role(request: SignedInRequest, membership: UUID) -> HttpResponse:
    """Ends one role today."""
    _only(is_inviter(request.user) or is_approver(request.user))
    row = get_object_or_404(Membership, pk=membership)
    return _left(request, partial(leaving.end_role, membership=row), _("The role has ended."))


@guarded
@step_up_required
@require_POST
def keep_out(request: SignedInRequest, person: UUID) -> HttpResponse:
    """Keeps somebody out from now on."""
    _only(is_approver(request.user))
    row = get_object_or_404(Account, pk=person)
    return _left(request, partial(leaving.keep_out, account=row), _("She is out, and every session of hers is over."))


@guarded
@step_up_required
@require_POST
def let_back(request: SignedInRequest, person: UUID) -> HttpResponse:
    """Lets somebody in again."""
    _only(is_approver(request.user))
    row = get_object_or_404(Account, pk=person)
    return _left(request, partial(leaving.let_back, account=row), _("She may sign in again."))


def _left(request: SignedInRequest, act: Callable[..., None], done: str) -> HttpResponse:
    try:
        act(by=request.user)
    except NotAllowedError as error:
        messages.error(request, str(error))
    else:
        messages.success(request, done)
    return redirect("accounts:people")


@guarded
@require_http_methods(["GET"])
def invitations(request: SignedInRequest) -> HttpResponse:
    """Whom to invite, and which invitations are open."""
    _only(is_inviter(request.user) or is_approver(request.user))
    return _invitations(request, InvitationForm())


@guarded
@step_up_required
@require_POST
def invite(request: SignedInRequest) -> HttpResponse:
    """Makes an invitation and shows its link and spoken code, once; only the code where an officer has to approve."""
    _only(is_inviter(request.user))
    form = InvitationForm(request.POST)
    if not form.is_valid():
        return _invitations(request, form)
    told = form.cleaned_data | {"role": Role(form.cleaned_data["role"])}
    try:
        made, given = enrolments.invite(by=request.user, **told)
    except (NotAllowedError, RoleNotHereError) as error:
        form.add_error("role", str(error))
        return _invitations(request, form)
    if made is None:
        messages.success(
            request, _("This person can sign in already. The role is given; there is no link to hand over.")
        )
    elif given is None:
        messages.success(request, _("An officer has to approve this invitation before its link is made."))
    return _shown(request, made, given) if made and given else redirect("accounts:invitations")


@guarded
@step_up_required
@require_POST
def add_organisation(request: SignedInRequest) -> HttpResponse:
    """Adds an organization, so that its people can be invited."""
    _only(is_inviter(request.user))
    form = OrganisationForm(request.POST, prefix="new")
    if not form.is_valid():
        return _invitations(request, InvitationForm(), organisation_form=form)
    add_organisation_of(**form.cleaned_data)
    messages.success(request, _("The organization is added. Its people can be invited now."))
    return redirect("accounts:invitations")


@guarded
@require_GET
def recoveries(request: SignedInRequest) -> HttpResponse:
    """Whose way in is being made anew, and who approved."""
    _only(is_approver(request.user))
    return _recoveries(request, PersonForm(people=enrolments.recoverable(request.user)))


@guarded
@step_up_required
@require_POST
def recover(request: SignedInRequest) -> HttpResponse:
    """Begins a recovery with the first of two approvals, and shows the code to tell by voice later."""
    _only(is_approver(request.user))
    form = PersonForm(request.POST, people=enrolments.recoverable(request.user))
    if not form.is_valid():
        return _recoveries(request, form)
    made, given = enrolments.ask_recovery(by=request.user, account=form.cleaned_data["person"])
    return _shown(request, made, given)


@guarded
@step_up_required
@require_POST
def approve(request: SignedInRequest, enrolment: UUID) -> HttpResponse:
    """An officer's approval; the last one shows the link, once. The code is with whoever asked."""
    _only(is_approver(request.user))
    row = get_object_or_404(Enrolment, pk=enrolment)
    try:
        given = enrolments.approve(by=request.user, enrolment=row)
    except NotAllowedError as error:
        messages.error(request, str(error))
        return redirect(_list_of(row))
    if given is None:
        messages.success(request, _("Your approval is noted."))
        return redirect(_list_of(row))
    return _shown(request, row, given)


@guarded
@require_POST
def withdraw(request: SignedInRequest, enrolment: UUID) -> HttpResponse:
    """Takes an invitation or a recovery back; the person herself may stop a recovery too."""
    row = get_object_or_404(Enrolment, pk=enrolment)
    try:
        enrolments.withdraw(by=request.user, enrolment=row)
    except NotAllowedError as error:
        raise Http404 from error
    messages.success(request, _("It is taken back; its link does not work any more."))
    mine = row.account_id == request.user.pk
    return redirect("accounts:account" if mine else _list_of(row))


def _shown(request: SignedInRequest, row: Enrolment, given: Handover) -> HttpResponse:
    path = reverse("accounts:enrol-link", args=[given.token]) if given.token else ""
    address = f"{settings.SITE_ORIGIN}{path}" if path else ""
    context = {"enrolment": row, "address": address, "code": given.code, "back": _list_of(row)}
    return render(request, "accounts/handover.html", context)


def _invitations(
    request: SignedInRequest, form: InvitationForm, organisation_form: OrganisationForm | None = None
) -> HttpResponse:
    context = {
        "form": form,
        "organisation_form": organisation_form or OrganisationForm(prefix="new"),
        "invitations": enrolments.open_invitations(),
        "is_inviter": is_inviter(request.user),
        "is_approver": is_approver(request.user),
    }
    return render(request, "accounts/invitations.html", context)


def _recoveries(request: SignedInRequest, form: PersonForm) -> HttpResponse:
    return render(request, "accounts/recoveries.html", {"form": form, "recoveries": enrolments.open_recoveries()})


def _list_of(row: Enrolment) -> str:
    return "accounts:invitations" if row.kind == Kind.INVITATION else "accounts:recoveries"


def _only(may: bool) -> None:
    if not may:
        raise Http404
