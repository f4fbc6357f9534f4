"""The officers' pages of breach mode."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.contrib.auth import logout
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET, require_POST

from probono.accounts.requests import SignedInRequest
from probono.accounts.selectors import account_by_id
from probono.accounts.signing_in.step_up import step_up_required
from probono.retention.breach import forms, pages, selectors
from probono.retention.breach.services import breaches as services
from probono.retention.officers import did, done, guarded, only_officers
from probono.retention.policies import safe_ways
from probono.ui.today import today


@guarded
@require_GET
def breaches(request: SignedInRequest) -> HttpResponse:
    """Every breach, open and closed."""
    only_officers(request)
    return render(request, "breach/list.html", pages.list_page(request.user))


@guarded
@step_up_required
@require_POST
def begin(request: SignedInRequest) -> HttpResponse:
    """Opens a breach and makes its list at once."""
    only_officers(request)
    form = forms.BreachForm(request.POST, people=pages.people_choices())
    made: list[Any] = []
    said = _("The breach is open. End the sessions first.")
    if not did(request, form, lambda told: made.append(_begun(request, told)), said):
        return render(request, "breach/list.html", pages.list_page(request.user, breach_form=form), status=422)
    return redirect("breach:breach", made[0].pk)


@guarded
@step_up_required
@require_POST
def end_sessions(request: SignedInRequest) -> HttpResponse:
    """Ends the sessions of one person or of everybody, before anything is written down."""
    only_officers(request)
    form = forms.WhomForm(request.POST, people=pages.people_choices())
    if not form.is_valid():
        return render(request, "breach/list.html", pages.list_page(request.user, freeze_form=form), status=422)
    return _freeze(request, form.cleaned_data["whom"], None, "breach:list")


@guarded
@require_GET
def breach(request: SignedInRequest, pk: UUID) -> HttpResponse:
    """One breach."""
    only_officers(request)
    row = selectors.breach_for(request.user, pk)
    return render(request, "breach/breach.html", pages.breach_page(request.user, row))


@guarded
@step_up_required
@require_POST
def act(request: SignedInRequest, pk: UUID, act: str) -> HttpResponse:
    """One act on a breach."""
    only_officers(request)
    row, by = selectors.breach_for(request.user, pk), request.user
    acts: dict[str, tuple[str, forms.Plain, Callable[[dict[str, Any]], Any], str]] = {
        "list": (
            "", forms.NothingForm(request.POST), lambda told: services.list_matters(by=by, breach=row),
            _("The list is made from the audit log as it stands now."),
        ),
        "over": (
            "over_form", forms.OverForm(request.POST), lambda told: services.over(by=by, breach=row, **told),
            _("It is written down, and the list is made anew."),
        ),
        "freeze": ("freeze_form", forms.WhomForm(request.POST, people=pages.people_choices()), lambda told: None, ""),
        "due": (
            "due_form", forms.DueForm(request.POST), lambda told: services.enter_due(by=by, breach=row, **told),
            _("The day is kept."),
        ),
        "done": (
            "", forms.FlagForm(request.POST), lambda told: services.duty_done(by=by, breach=row, **told),
            _("That is done."),
        ),
        "close": (
            "", forms.NothingForm(request.POST), lambda told: services.close(by=by, breach=row),
            _("The breach is closed."),
        ),
    }  # fmt: skip
    if act not in acts:
        raise Http404
    name, form, work, said = acts[act]
    if form.is_valid() and act == "freeze":
        return _freeze(request, form.cleaned_data["whom"], row, "breach:breach", pk)
    if form.is_valid() and act == "due" and form.cleaned_data["due_on"] < today():
        said = _("The day is kept. It is past already: speak with counsel now.")
    if form.is_valid() and not name:
        done(request, lambda: work(form.cleaned_data), said)
    elif not did(request, form, work, said):
        page = pages.breach_page(by, row, **({name: form} if name else {}))
        return render(request, "breach/breach.html", page, status=422)
    return redirect("breach:breach", pk)


@guarded
@step_up_required
@require_POST
def client_act(request: SignedInRequest, pk: UUID, act: str) -> HttpResponse:
    """One act for one client on the list."""
    only_officers(request)
    row, by = selectors.affected_for(request.user, pk), request.user
    acts: dict[str, tuple[forms.Plain, Callable[[dict[str, Any]], Any], str]] = {
        "plan": (
            forms.PlanForm(request.POST, people=pages.talkers(row)),
            lambda told: services.plan(by=by, affected=row, talker=_talker(told["talker"]), note=told["note"]),
            _("The plan is kept."),
        ),
        "told": (
            forms.ToldForm(request.POST, ways=safe_ways(row.matter_id, row.client_id)),
            lambda told: services.told(by=by, affected=row, **told), _("It is written down that she was told."),
        ),
    }  # fmt: skip
    if act not in acts:
        raise Http404
    form, work, said = acts[act]
    if not did(request, form, work, said):
        page = pages.breach_page(by, row.breach, **{f"{act}_{pk}": form})
        return render(request, "breach/breach.html", page, status=422)
    return redirect("breach:breach", row.breach_id)


def _begun(request: SignedInRequest, told: dict[str, Any]) -> Any:
    """Opened, and its list made."""
    made = services.begin(by=request.user, account=_person(told.pop("whom")), **told)
    services.list_matters(by=request.user, breach=made)
    return made


def _freeze(request: SignedInRequest, whom: str, row: Any, back: str, *parts: Any) -> HttpResponse:
    """Ends sessions. Where the officer's own was among them, she signs in again."""
    account, by = _person(whom), request.user
    ended: list[int] = []
    done(request, lambda: ended.append(services.freeze(by=by, account=account, breach=row)), "")
    if ended and (account is None or account.pk == by.pk):
        logout(request)
        return redirect("accounts:sign-in")
    if ended:
        said = ngettext("%(count)s session is ended.", "%(count)s sessions are ended.", ended[0]) % {"count": ended[0]}
        messages.success(request, said)
    return redirect(back, *parts)


def _talker(whom: str) -> Any:
    """A person of the form's list, or nobody yet."""
    return account_by_id(whom) if whom else None


def _person(whom: str) -> Any:
    """A person of the form's list; nobody in particular for everybody."""
    return None if whom == forms.EVERYBODY else account_by_id(whom)
