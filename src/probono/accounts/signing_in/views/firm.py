"""Coming through one's own firm's sign-in."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET

from probono.accounts.middleware import public
from probono.accounts.models import Enrolment
from probono.accounts.models.open_session import How
from probono.accounts.signing_in import enrolments, firms, pace
from probono.accounts.signing_in.sessions import open_session
from probono.accounts.signing_in.views.after import after_sign_in, wait
from probono.accounts.signing_in.views.enrol import ENROLLING

AGAIN = "again"


@public
@require_GET
def start(request: HttpRequest, firm: str) -> HttpResponse:
    """Sends the browser to the firm."""
    found = _firm(firm)
    try:
        return redirect(firms.begin(request, found))
    except firms.FirmRefusedError:
        return _refused(request)


@public
@require_GET
def back(request: HttpRequest, firm: str) -> HttpResponse:
    """The one address a firm sends people back to. A strict cookie does not come with the first request from another site, so a
    page of our own asks for the same address once more.
    """
    found = _firm(firm)
    if firms.STATE not in request.session and AGAIN not in request.GET:
        return render(request, "accounts/firm_back.html", {"again": f"{request.get_full_path()}&{AGAIN}=1"})
    made = pace.begin(request)
    if made.wait:
        return wait(request, made.wait)
    try:
        claims = firms.came_back(request, found)
        enrolment = enrolments.under_way(request.session.get(ENROLLING))
        account = _let_in(enrolment, found, claims) if enrolment else firms.account_of(found, claims)
    except (firms.FirmRefusedError, enrolments.NotAllowedError):
        return _refused(request)
    pace.succeeded(made)
    open_session(request, account, How.FIRM)
    return redirect("accounts:account") if enrolment else after_sign_in(request)


def _let_in(enrolment: Enrolment, firm: firms.FirmSignIn, claims: firms.Claims) -> Any:
    """An invited person comes through her firm for the first time."""
    if enrolment.organisation is None or enrolment.organisation.name != firm.organization or enrolment.account is None:
        raise firms.FirmRefusedError
    firms.bind(enrolment.account, claims)
    return enrolments.finish(enrolment)


def _firm(pk: str) -> firms.FirmSignIn:
    found = firms.by_id(pk)
    if found is None:
        raise Http404
    return found


def _refused(request: HttpRequest) -> HttpResponse:
    return render(request, "accounts/firm_refused.html", status=400)
