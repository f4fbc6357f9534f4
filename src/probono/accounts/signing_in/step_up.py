"""A dangerous act asks for a proof that is at most five minutes old. Five failures end the session."""

import time
from collections.abc import Callable
from functools import wraps
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.http import urlencode

from probono.accounts.middleware import SIGNED_IN_AT
from probono.accounts.models import Account
from probono.accounts.models.open_session import Ended
from probono.accounts.sending.resumed import files_of
from probono.accounts.signing_in.held import COOKIE, fields_of, hold
from probono.accounts.signing_in.keys import ways_of
from probono.accounts.signing_in.sessions import FAILURES, PROVED_AT, leave, renew

FRESH_SECONDS = 5 * 60
FAILURES_ALLOWED = 5
View = Callable[..., HttpResponse]


def is_fresh(request: HttpRequest) -> bool:
    """Whether this session's owner proved a moment ago that it is she."""
    return time.time() - float(request.session.get(PROVED_AT, 0)) <= FRESH_SECONDS


def step_up_required(view: View) -> View:
    """Before a dangerous act: without a fresh proof the person is asked for one, and the form she sent waits for her."""

    @wraps(view)
    def guarded(request: Any, *args: Any, **kwargs: Any) -> HttpResponse:
        return view(request, *args, **kwargs) if is_fresh(request) else ask(request)

    guarded.asks_proof = True  # type: ignore[attr-defined]
    return guarded


def may_add_key(request: Any) -> bool:
    """Whether a key may be added now: after a fresh proof; by whoever has no key yet, after a fresh sign-in (she came through
    her firm, or is a person of the demo).
    """
    signed_in = time.time() - float(request.session.get(SIGNED_IN_AT, 0)) <= FRESH_SECONDS
    return is_fresh(request) or (signed_in and not ways_of(request.user))


def first_key_or_step_up(view: View) -> View:
    """Before adding a key, as `may_add_key` says."""

    @wraps(view)
    def guarded(request: Any, *args: Any, **kwargs: Any) -> HttpResponse:
        return view(request, *args, **kwargs) if may_add_key(request) else ask(request)

    return guarded


def ask(request: Any) -> HttpResponse:
    """To the page that asks for the proof; what was sent is kept meanwhile, and shown again to be sent."""
    back = request.get_full_path() if request.method in ("GET", "HEAD") else ""
    answer = redirect(f"{reverse('accounts:confirm')}?{urlencode({'next': back})}" if back else "accounts:confirm")
    if request.method == "POST":
        cookie = hold(request.user, request.get_full_path(), fields_of(request), files=files_of(request))
        answer.set_cookie(COOKIE, cookie, httponly=True, secure=settings.SESSION_COOKIE_SECURE, samesite="Strict")
    return answer


def confirms_plainly(account: Account) -> bool:
    """In evaluation, a person of the demo who has no key confirms with a button that says so."""
    return settings.EVALUATION_MODE and account.is_demo and not ways_of(account)


def confirmed(request: HttpRequest) -> None:
    """The proof was right: the session gets a new id and counts as fresh."""
    renew(request)


def failed(request: HttpRequest) -> bool:
    """The proof was wrong. True when that was once too often and the session has ended."""
    count = int(request.session.get(FAILURES, 0)) + 1
    if count >= FAILURES_ALLOWED:
        leave(request, Ended.CLOSED)
        return True
    request.session[FAILURES] = count
    return False
