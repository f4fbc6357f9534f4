"""Opening and ending a session."""

import time

from django.contrib.auth import login, logout
from django.http import HttpRequest

from probono.accounts.middleware import SIGNED_IN_AT
from probono.accounts.models import Account


def open_session(request: HttpRequest, account: Account) -> None:
    """A new session under a new id; what the earlier one held is gone."""
    language = request.session.get("language")
    request.session.flush()
    login(request, account)
    request.session[SIGNED_IN_AT] = time.time()
    if language:
        request.session["language"] = language


def end_session(request: HttpRequest) -> None:
    """Ends it on the server; the browser is told to forget by the view's answer."""
    logout(request)
