"""Signing in and out."""

from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from probono.accounts.middleware import public
from probono.accounts.models import Account
from probono.accounts.models.open_session import How
from probono.accounts.selectors import demo_people
from probono.accounts.signing_in import codes, firms, pace, passkeys
from probono.accounts.signing_in.forms import CodeSignInForm
from probono.accounts.signing_in.sessions import leave, open_session
from probono.accounts.signing_in.views.after import after_sign_in, wait


@public
@require_GET
def sign_in(request: HttpRequest) -> HttpResponse:
    """By passkey, by authenticator app, through a firm; in evaluation mode also as one of the demo's people."""
    if request.user.is_authenticated:
        return after_sign_in(request)
    return _page(request)


@public
@require_POST
def start(request: HttpRequest) -> HttpResponse:
    """The challenge for a passkey, the same for everybody."""
    return JsonResponse(passkeys.options_to_prove())


@public
@require_POST
def by_passkey(request: HttpRequest) -> HttpResponse:
    """Opens a session for the owner of the passkey that proved itself."""
    made = pace.begin(request)
    if made.wait:
        return wait(request, made.wait)
    try:
        account = passkeys.proved_by(request.POST.get("credential", ""))
    except passkeys.NoPasskeyError:
        messages.error(request, _("That did not work. Try once more, or sign in another way."))
        return _page(request, status=400)
    pace.succeeded(made)
    open_session(request, account, How.PASSKEY)
    return after_sign_in(request)


@public
@require_http_methods(["GET", "POST"])
def by_code(request: HttpRequest) -> HttpResponse:
    """With an authenticator app. Every failure is the same answer after the same work, whether the address is known or not."""
    form = CodeSignInForm(request.POST or None)
    if not form.is_valid():
        return render(request, "accounts/sign_in_code.html", {"form": form})
    made = pace.begin(request, form.cleaned_data["email"])
    if made.wait:
        return wait(request, made.wait)
    account = _account_of(form.cleaned_data["email"])
    right = codes.proves(account, form.cleaned_data["code"])
    spent = codes.spends(account, form.cleaned_data["recovery_code"]) if made.pressed else True
    if account is None or not right or not spent:
        form.add_error(
            None,
            _(
                "That did not work. Use the code the app shows now; each works once. If somebody else has been trying your"
                " address, a recovery code is needed as well."
            ),
        )
        return render(request, "accounts/sign_in_code.html", {"form": form}, status=400)
    pace.succeeded(made)
    open_session(request, account, How.CODE)
    return after_sign_in(request)


@public
@require_POST
def demo_sign_in(request: HttpRequest) -> HttpResponse:
    """Signs in as one of the demo's people. Its address exists in evaluation mode only."""
    if not settings.EVALUATION_MODE:
        raise Http404
    chosen = next((each for each in demo_people() if str(each.pk) == request.POST.get("person")), None)
    if chosen is None:
        messages.error(request, _("Choose one of the people in the list."))
        return redirect("accounts:sign-in")
    open_session(request, chosen, How.DEMO)
    return after_sign_in(request)


@public
@require_POST
def sign_out(request: HttpRequest) -> HttpResponse:
    """Ends the session and tells the browser to forget what it kept."""
    leave(request)
    response = redirect("pages:home")
    response.headers["Clear-Site-Data"] = '"cache", "cookies", "storage"'
    return response


def _page(request: HttpRequest, status: int = 200) -> HttpResponse:
    people = demo_people() if settings.EVALUATION_MODE else []
    return render(request, "accounts/sign_in.html", {"people": people, "firms": firms.listed()}, status=status)


def _account_of(email: str) -> Account | None:
    return Account.objects.filter(email=email.strip().lower(), is_active=True).first()
