"""Opening, listing and ending sessions. Each has a row its owner sees; a session without an open row is none."""

import datetime as dt
import time

from django.conf import settings
from django.contrib.auth import login, logout
from django.contrib.sessions.backends.db import SessionStore
from django.db import transaction
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils import timezone

from probono.accounts.middleware import SIGNED_IN_AT
from probono.accounts.models import Account, OpenSession, SessionChoice
from probono.accounts.models.open_session import Ended, How
from probono.accounts.signing_in.devices import device_of
from probono.audit.actions import Action
from probono.audit.services import Act, append

PROVED_AT = "proved_at"
"""When the session's owner last proved that it is she, in seconds; the step-up asks for it."""
FAILURES = "proof_failures"
_PROOFS = (How.PASSKEY, How.CODE)
_KEPT = dt.timedelta(days=1)


@transaction.atomic
def open_session(request: HttpRequest, account: Account, how: How) -> OpenSession:
    """A new session under a new id; what the earlier one held is gone, and so is the earlier one."""
    language = request.session.get("language")
    _close(OpenSession.objects.filter(session_key=request.session.session_key or ""), Ended.LEFT)
    request.session.flush()
    login(request, account)
    now = timezone.now()
    request.session[SIGNED_IN_AT] = time.time()
    if how in _PROOFS:
        request.session[PROVED_AT] = time.time()
    if language:
        request.session["language"] = language
    OpenSession.objects.filter(ended_at__lt=now - _KEPT).delete()
    row = OpenSession.objects.create(
        account=account,
        session_key=request.session.session_key or "",
        device=device_of(request),
        how=how,
        opened_at=now,
        last_seen_at=now,
    )
    append(Act(Action.SIGN_IN, actor=account.pk))
    return row


@transaction.atomic
def renew(request: HttpRequest) -> None:
    """The same session under a new id, after its owner has proved again that it is she."""
    before = request.session.session_key
    request.session.cycle_key()
    OpenSession.objects.filter(session_key=before).update(session_key=request.session.session_key)
    request.session[PROVED_AT] = time.time()
    request.session.pop(FAILURES, None)


@transaction.atomic
def leave(request: HttpRequest, why: Ended = Ended.LEFT) -> None:
    """Ends this session on the server; the browser is told to forget by the view's answer."""
    actor = request.user.pk if request.user.is_authenticated else None
    _close(OpenSession.objects.filter(session_key=request.session.session_key or ""), why)
    logout(request)
    if actor:
        append(Act(Action.SIGN_OUT, actor=actor))


def sessions_of(account: Account) -> QuerySet[OpenSession]:
    """The sessions that are open, the newest first. One that has rested too long is no more."""
    since = timezone.now() - dt.timedelta(seconds=idle_seconds(account))
    return account.open_sessions.filter(ended_at__isnull=True, last_seen_at__gt=since).order_by("-opened_at")


@transaction.atomic
def end_all(account: Account, *, except_key: str | None = None) -> int:
    """Ends every session of an account, or every other one; gives how many."""
    rows = account.open_sessions.filter(ended_at__isnull=True)
    return _close(rows.exclude(session_key=except_key) if except_key else rows, Ended.CLOSED)


@transaction.atomic
def end_one(account: Account, pk: str) -> int:
    """Ends one of one's own sessions."""
    return _close(account.open_sessions.filter(pk=pk, ended_at__isnull=True), Ended.CLOSED)


def idle_seconds(account: Account) -> int:
    """How long a session of hers may rest."""
    long = SessionChoice.objects.filter(account=account, long_idle=True).exists()
    return int(settings.SESSION_LONG_IDLE_SECONDS if long else settings.SESSION_IDLE_SECONDS)


@transaction.atomic
def choose_idle(account: Account, *, long_idle: bool) -> None:
    """15 minutes, or 30 for whoever asks for more time."""
    SessionChoice.objects.update_or_create(account=account, defaults={"long_idle": long_idle})


def _close(rows: QuerySet[OpenSession], why: Ended) -> int:
    keys = list(rows.values_list("session_key", flat=True))
    closed = rows.filter(ended_at__isnull=True).update(ended_at=timezone.now(), ended=why)
    for key in keys:
        SessionStore(key).delete()
    return closed
