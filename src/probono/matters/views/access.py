"""The access tab: the team, the walls."""

from collections.abc import Callable
from functools import wraps
from typing import TYPE_CHECKING
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from probono.accounts.data_classes import DataClass
from probono.accounts.entry import opens
from probono.accounts.requests import SignedInRequest
from probono.accounts.selectors import account_by_id
from probono.accounts.signing_in.step_up import step_up_required
from probono.matters import policies, selectors
from probono.matters.forms.access import TeamForm, WallForm
from probono.matters.models import Matter
from probono.matters.pages import access as pages
from probono.matters.policies import NotNowError, NotYoursError
from probono.matters.services import team

if TYPE_CHECKING:
    from probono.accounts.models import Account

View = Callable[..., HttpResponse]


def _only_for(check: Callable[["Account", Matter], None]) -> Callable[[View], View]:
    """Whoever may not do it anyway gets "no such page" before she is asked for a proof."""

    def decorate(view: View) -> View:
        @wraps(view)
        def first(request: SignedInRequest, matter_id: UUID, **ids: UUID) -> HttpResponse:
            try:
                check(request.user, selectors.matter_for(request.user, matter_id))
            except NotYoursError as error:
                raise Http404 from error
            except NotNowError:
                pass  # the page itself says so
            return view(request, matter_id=matter_id, **ids)

        return first

    return decorate


@opens(DataClass.RELEASES)
@require_GET
def access(request: SignedInRequest, matter_id: UUID) -> HttpResponse:
    """Who may see this matter, and why."""
    matter = selectors.matter_with(request.user, matter_id, DataClass.RELEASES)
    return render(request, "matters/access.html", pages.access_page(request.user, matter))


@opens(DataClass.RELEASES)
@require_POST
@_only_for(policies.check_change_team)
@step_up_required
def put_on_team(request: SignedInRequest, matter_id: UUID) -> HttpResponse:
    """Puts a person on the team."""
    matter = selectors.matter_for(request.user, matter_id)
    form = TeamForm(request.POST, people=pages.team_choices())
    if not form.is_valid():
        page = pages.access_page(request.user, matter, team_form=form)
        return render(request, "matters/access.html", page, status=422)
    try:
        team.put_on_team(by=request.user, matter=matter, account=_person(form.cleaned_data["person"]))
        messages.success(request, _("The person is on the team now."))
    except NotNowError as error:
        messages.error(request, str(error))
    except NotYoursError as error:
        raise Http404 from error
    return redirect("matters:access", matter_id)


@opens(DataClass.RELEASES)
@require_POST
def take_off_team(request: SignedInRequest, matter_id: UUID, person: UUID) -> HttpResponse:
    """Ends everything one person holds on the matter."""
    matter = selectors.matter_for(request.user, matter_id)
    try:
        team.take_off_team(by=request.user, matter=matter, account=_person(str(person)))
        messages.success(request, _("Their access to this matter has ended."))
    except NotNowError as error:
        messages.error(request, str(error))
    except NotYoursError as error:
        raise Http404 from error
    return redirect("matters:access", matter_id)


@opens(DataClass.RELEASES)
@require_POST
def put_up_wall(request: SignedInRequest, matter_id: UUID) -> HttpResponse:
    """A wall between a person and the matter."""
    matter = selectors.matter_for(request.user, matter_id)
    form = WallForm(request.POST, people=pages.wall_choices())
    if not form.is_valid():
        page = pages.access_page(request.user, matter, wall_form=form)
        return render(request, "matters/access.html", page, status=422)
    told = form.cleaned_data
    try:
        team.put_up_wall(
            by=request.user,
            matter=matter,
            account=_person(told["person"]),
            data_class=told["data_class"],
            basis=told["basis"],
        )
    except NotYoursError as error:
        raise Http404 from error
    messages.success(request, _("The wall stands. It holds from this moment."))
    return redirect("matters:access", matter_id)


@opens(DataClass.RELEASES)
@require_POST
@_only_for(policies.check_take_down_wall)
@step_up_required
def take_down_wall(request: SignedInRequest, matter_id: UUID, wall: UUID) -> HttpResponse:
    """An officer takes a wall down."""
    matter = selectors.matter_for(request.user, matter_id)
    try:
        team.take_down_wall(by=request.user, matter=matter, wall_id=wall)
        messages.success(request, _("The wall is down. What was allowed before is allowed again."))
    except NotNowError as error:
        messages.error(request, str(error))
    except NotYoursError as error:
        raise Http404 from error
    return redirect("matters:access", matter_id)


def _person(pk: str) -> "Account":
    account = account_by_id(pk)
    if account is None:
        raise Http404
    return account
