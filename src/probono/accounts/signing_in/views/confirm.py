"""Proving once more that it is oneself, before a dangerous act; and the form that waited meanwhile."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from probono.accounts.entry import own_account
from probono.accounts.requests import SignedInRequest
from probono.accounts.sending.resumed import UNSPOKEN
from probono.accounts.signing_in import codes, held, pace, passkeys, step_up
from probono.accounts.signing_in.views.after import wait
from probono.accounts.signing_in.wording import words_of


@own_account
@require_GET
def confirm(request: SignedInRequest) -> HttpResponse:
    """The ways this person can prove herself."""
    return _page(request)


@own_account
@require_POST
def start(request: SignedInRequest) -> HttpResponse:
    """The challenge for one's own passkeys."""
    return JsonResponse(passkeys.options_to_prove(request.user))


@own_account
@require_POST
def prove(request: SignedInRequest) -> HttpResponse:
    """With a passkey or a code; in evaluation, a person without a key by the plain button. Five failures end the session."""
    made = pace.begin(request, request.user.email)
    if made.wait:
        return wait(request, made.wait)
    if not _is_proved(request):
        if step_up.failed(request):
            return redirect("accounts:sign-in")
        messages.error(request, _("That did not work. Try once more; after five failures you are signed out."))
        return _page(request, status=400)
    pace.succeeded(made)
    step_up.confirmed(request)
    if held.waiting(request, request.user):
        return redirect("accounts:held")
    return redirect(_next(request))


@own_account
@require_http_methods(["GET", "POST"])
def held_form(request: SignedInRequest) -> HttpResponse:
    """What was sent before the proof or after the session ended, once, as a form to send again. A POST asks for it; a GET says
    what is there. Both name the act, and on whom.
    """
    found = held.look(request, request.user) if request.method == "GET" else held.take(request, request.user)
    if found is None:
        raise Http404
    page = found | words_of(request.user, found["path"], found["fields"])
    if request.method == "GET":
        return render(request, "accounts/held_waiting.html", page)
    if page["words"] is None:
        told = [
            (name, value) for name, value in found["fields"] if value and name not in UNSPOKEN and not _is_id(value)
        ]
        page["lines"] = [(_name(name), value) for name, value in told]
    answer = render(request, "accounts/held_form.html", page)
    answer.delete_cookie(held.COOKIE, samesite="Strict")
    return answer


def _name(name: str) -> str:
    return name.replace("_", " ").replace("-", " ").capitalize()


def _is_id(value: str) -> bool:
    """An id tells a reader nothing."""
    try:
        UUID(value)
    except ValueError:
        return False
    return True


def _is_proved(request: SignedInRequest) -> bool:
    if step_up.confirms_plainly(request.user):
        return request.POST.get("plainly") == "yes"
    if "code" in request.POST:
        return codes.proves(request.user, request.POST["code"])
    try:
        passkeys.proved_by(request.POST.get("credential", ""), request.user)
    except passkeys.NoPasskeyError:
        return False
    return True


def _page(request: SignedInRequest, status: int = 200) -> HttpResponse:
    me = request.user
    context = {
        "next": _next(request),
        "has_passkey": passkeys.passkeys_of(me).exists(),
        "has_app": codes.app_of(me) is not None,
        "plainly": step_up.confirms_plainly(me),
    }
    return render(request, "accounts/confirm.html", context, status=status)


def _next(request: SignedInRequest) -> str:
    asked = request.POST.get("next") or request.GET.get("next") or ""
    return asked if url_has_allowed_host_and_scheme(asked, allowed_hosts=None) else reverse("accounts:account")
