"""The link of an invitation or a recovery, and making the first key."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.template.loader import render_to_string
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from probono.accounts.middleware import public
from probono.accounts.models import Enrolment
from probono.accounts.models.open_session import How
from probono.accounts.signing_in import codes, enrolments, firms, pace, passkeys, qr
from probono.accounts.signing_in.adapter import Adapter
from probono.accounts.signing_in.forms import AppCodeForm, SpokenCodeForm
from probono.accounts.signing_in.sessions import open_session
from probono.accounts.signing_in.views.after import unlogged, wait
from probono.ui.context import site

ENROLLING = "enrolling"
SECRET = "enrolling_secret"  # noqa: S105  (the name of a session key)
LASTS = 15 * 60


@public
@require_http_methods(["GET", "POST"])
def link(request: HttpRequest, token: str) -> HttpResponse:
    """A GET looks nothing up: every link shows the same page. A POST with the spoken code uses the link up."""
    form = SpokenCodeForm(request.POST or None)
    if request.method == "GET" or not form.is_valid():
        return render(request, "accounts/enrol_link.html", {"form": form})
    made = pace.begin(request)
    if made.wait:
        return wait(request, made.wait)
    enrolment = enrolments.consume(token, form.cleaned_data["code"])
    if enrolment is None:
        return unlogged(HttpResponse(render_to_string("accounts/enrol_refused.html", site()), status=400))
    pace.succeeded(made)
    request.session.flush()
    request.session[ENROLLING] = str(enrolment.pk)
    request.session.set_expiry(LASTS)
    return redirect("accounts:enrol")


@public
@require_GET
def choose(request: HttpRequest) -> HttpResponse:
    """A passkey, or an authenticator app, or the firm's own sign-in."""
    enrolment = _enrolling(request)
    firm = firms.of(enrolment.organisation.name) if enrolment.organisation else None
    return render(request, "accounts/enrol.html", {"enrolment": enrolment, "firm": firm})


@public
@require_POST
def start(request: HttpRequest) -> HttpResponse:
    """What the browser needs to make the first passkey."""
    return JsonResponse(passkeys.options_to_add(_enrolling(request).account))


@public
@require_POST
def by_passkey(request: HttpRequest) -> HttpResponse:
    """Keeps the first passkey, and opens the first session."""
    enrolment = _enrolling(request)
    try:
        passkeys.add(enrolment.account, request.POST.get("credential", ""), request.POST.get("name", ""))
    except passkeys.NoPasskeyError:
        messages.error(request, _("The passkey was not made. Try once more, or use an authenticator app."))
        return redirect("accounts:enrol")
    return _enter(request, enrolment, How.PASSKEY)


@public
@require_http_methods(["GET", "POST"])
def by_app(request: HttpRequest) -> HttpResponse:
    """Shows the secret of an authenticator app, and keeps it once the app's code is right."""
    enrolment = _enrolling(request)
    secret = secret_of(request)
    form = AppCodeForm(request.POST or None)
    if form.is_valid():
        left = codes.add(enrolment.account, secret, form.cleaned_data["code"])
        if left is not None:
            _enter(request, enrolment, How.CODE)
            return render(request, "accounts/recovery_codes.html", {"codes": left, "first": True})
        form.add_error("code", _("This is not the code the app should show now. Check the clock of your phone."))
    address = codes.address_of(enrolment.account, secret)
    context = {"form": form, "secret": secret, "picture": mark_safe(qr.svg(address)), "public": True}  # noqa: S308
    return render(request, "accounts/app.html", context)


def secret_of(request: HttpRequest) -> str:
    """The secret of the app that is being added; it waits sealed in the session."""
    if SECRET not in request.session:
        request.session[SECRET] = Adapter().encrypt(codes.new_secret())
    return Adapter().decrypt(request.session[SECRET])


def _enter(request: HttpRequest, enrolment: Enrolment, how: How) -> HttpResponse:
    try:
        account = enrolments.finish(enrolment)
    except enrolments.NotAllowedError as error:
        raise Http404 from error
    open_session(request, account, how)
    return redirect("accounts:account")


def _enrolling(request: HttpRequest) -> Any:
    """The enrolment this browser is in the middle of, or "no such page"."""
    found = enrolments.under_way(request.session.get(ENROLLING))
    if found is None:
        raise Http404
    return found
