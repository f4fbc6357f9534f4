"""One's own account: keys, sessions, and how long a session may rest."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from probono.accounts.entry import own_account
from probono.accounts.models.open_session import Ended
from probono.accounts.requests import SignedInRequest
from probono.accounts.selectors import live_memberships
from probono.accounts.signing_in import codes, enrolments, keys, passkeys, qr, sessions
from probono.accounts.signing_in.forms import AppCodeForm, KeyNameForm
from probono.accounts.signing_in.step_up import first_key_or_step_up, may_add_key, step_up_required
from probono.accounts.signing_in.views.enrol import SECRET, secret_of
from probono.accounts.signing_in.who import is_approver, is_inviter


@own_account
@require_GET
def account(request: SignedInRequest) -> HttpResponse:
    """Everything about one's own way in, on one page."""
    me = request.user
    return render(
        request,
        "accounts/account.html",
        {
            "passkeys": passkeys.passkeys_of(me),
            "app": codes.app_of(me),
            "codes_left": codes.recovery_codes_left(me),
            "only_one": len(keys.ways_of(me)) == 1,
            "firms": me.firm_identities.all(),
            "sessions": sessions.sessions_of(me),
            "this_session": request.session.session_key,
            "long_idle": sessions.idle_seconds(me) > 15 * 60,
            "memberships": live_memberships(me),
            "is_inviter": is_inviter(me),
            "is_approver": is_approver(me),
            "recovery": enrolments.open_recoveries().filter(account=me).first(),
        },
    )


@own_account
@first_key_or_step_up
@require_http_methods(["GET", "POST"])
def add_passkey(request: SignedInRequest) -> HttpResponse:
    """One more passkey. Every other session ends."""
    if request.method == "GET":
        return render(request, "accounts/add_passkey.html")
    try:
        passkeys.add(request.user, request.POST.get("credential", ""), request.POST.get("name", ""))
    except passkeys.NoPasskeyError:
        messages.error(request, _("The passkey was not made. Try once more."))
        return redirect("accounts:add-passkey")
    keys.changed(request, request.user)
    messages.success(request, _("The passkey is added. Your other sessions have ended."))
    return redirect("accounts:account")


@own_account
@require_POST
def start_passkey(request: SignedInRequest) -> HttpResponse:
    """What the browser needs to make one more passkey; a script asks for it, which then loads the page anew if it may not."""
    if not may_add_key(request):
        return HttpResponse(status=403)
    return JsonResponse(passkeys.options_to_add(request.user))


@own_account
@require_http_methods(["GET", "POST"])
def name_passkey(request: SignedInRequest, key: int) -> HttpResponse:
    """Gives a passkey a name."""
    found = passkeys.passkeys_of(request.user).filter(pk=key).first()
    if found is None:
        raise Http404
    form = KeyNameForm(request.POST or None, initial={"name": found.data["name"]})
    if form.is_valid():
        passkeys.rename(found, form.cleaned_data["name"])
        return redirect("accounts:account")
    return render(request, "accounts/name_passkey.html", {"form": form})


@own_account
@step_up_required
@require_POST
def remove_key(request: SignedInRequest, key: int) -> HttpResponse:
    """Takes a passkey or the authenticator app away; the last one stays. Every other session ends."""
    try:
        if not keys.remove(request.user, key):
            raise Http404
    except keys.LastKeyError:
        messages.error(request, _("This is your only way in, so it stays. Add another one first."))
        return redirect("accounts:account")
    keys.changed(request, request.user)
    messages.success(request, _("It is removed. Your other sessions have ended."))
    return redirect("accounts:account")


@own_account
@first_key_or_step_up
@require_http_methods(["GET", "POST"])
def add_app(request: SignedInRequest) -> HttpResponse:
    """An authenticator app, in place of an earlier one. Every other session ends."""
    secret = secret_of(request)
    form = AppCodeForm(request.POST or None)
    if form.is_valid():
        left = codes.add(request.user, secret, form.cleaned_data["code"])
        if left is not None:
            request.session.pop(SECRET, None)
            keys.changed(request, request.user)
            return render(request, "accounts/recovery_codes.html", {"codes": left})
        form.add_error("code", _("This is not the code the app should show now. Check the clock of your phone."))
    address = codes.address_of(request.user, secret)
    context: dict[str, Any] = {"form": form, "secret": secret, "picture": mark_safe(qr.svg(address))}  # noqa: S308
    return render(request, "accounts/app.html", context)


@own_account
@require_POST
def end_session(request: SignedInRequest, session: UUID) -> HttpResponse:
    """Ends one of one's own sessions; ending this one signs out."""
    mine = request.user.open_sessions.filter(pk=session).first()
    if mine is None:
        raise Http404
    if mine.session_key == request.session.session_key:
        sessions.leave(request, Ended.LEFT)
        return redirect("accounts:sign-in")
    sessions.end_one(request.user, str(session))
    messages.success(request, _("That session has ended."))
    return redirect("accounts:account")


@own_account
@require_POST
def end_others(request: SignedInRequest) -> HttpResponse:
    """Ends every session but this one."""
    sessions.end_all(request.user, except_key=request.session.session_key)
    messages.success(request, _("All other sessions have ended."))
    return redirect("accounts:account")


@own_account
@require_POST
def choose_idle(request: SignedInRequest) -> HttpResponse:
    """How long a session may rest: 15 minutes, or 30."""
    sessions.choose_idle(request.user, long_idle=request.POST.get("long_idle") == "yes")
    messages.success(request, _("Saved."))
    return redirect("accounts:account")
