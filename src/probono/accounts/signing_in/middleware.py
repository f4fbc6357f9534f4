"""A session lives only while its row is open: ended by its owner, by rest, by time, by a change of role or keys, it is gone."""

import datetime as dt

from django.conf import settings
from django.contrib.auth import logout
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.utils import timezone
from django.utils.module_loading import import_string

from probono.accounts.models import OpenSession
from probono.accounts.models.open_session import Ended
from probono.accounts.sending.resumed import is_piece
from probono.accounts.signing_in import held
from probono.accounts.signing_in.sessions import idle_seconds, leave
from probono.audit.services import UnavailableError
from probono.ui.middleware import GetResponse

_SEEN_EVERY = dt.timedelta(seconds=20)
HELD = "form_held"


def watched_sessions(get_response: GetResponse) -> "WatchedSessions":
    """The middleware as settings name it."""
    return WatchedSessions(get_response)


class WatchedSessions:
    """Looks at the row of a session before anything else does."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        key = request.session.session_key or ""
        if request.user.is_authenticated:
            try:
                _watch(request, key)
            except UnavailableError:  # the end of a session cannot be told: nothing is opened with it either
                answer: HttpResponseBase = import_string(settings.UNAVAILABLE_VIEW)(request)
                return answer
        elif key or request.COOKIES.get(settings.SESSION_COOKIE_NAME):
            held.remember(request, key or request.COOKIES[settings.SESSION_COOKIE_NAME])
        return self.get_response(request)

    def process_view(self, request: HttpRequest, view: object, args: object, kwargs: object) -> HttpResponseBase | None:
        if request.method != "POST" or request.user.is_authenticated or getattr(view, "public", False):
            return None
        return None if is_piece(request) else held.answer(request)


def _watch(request: HttpRequest, key: str) -> None:
    now = timezone.now()
    row = OpenSession.objects.filter(session_key=key, ended_at__isnull=True).select_related("account").first()
    if row is None:
        logout(request)
    elif (now - row.last_seen_at).total_seconds() > idle_seconds(row.account):
        held.remember(request, key)
        leave(request, Ended.IDLE)
    elif (now - row.opened_at).total_seconds() > settings.SESSION_ABSOLUTE_SECONDS:
        held.remember(request, key)
        leave(request, Ended.TIME)
    elif now - row.last_seen_at > _SEEN_EVERY:
        OpenSession.objects.filter(pk=row.pk).update(last_seen_at=now)
