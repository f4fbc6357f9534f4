"""A form that arrives after its session has ended by rest or time is kept, not lost.

Its fields are sealed twice: under a key that only the sender's browser holds, as a cookie that ends with the browser, and by
the vault. They wait 15 minutes for the same account, and are then shown once for their owner to send again.
"""

import base64
import datetime as dt
import json
import secrets
import uuid
from collections.abc import Sequence
from typing import Any

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from probono.accounts.models import Account, HeldForm, OpenSession
from probono.accounts.models.open_session import Ended
from probono.vault.cipher import SealBrokenError, seal, unseal
from probono.vault.keys import Scope

COOKIE = "held"
KEPT = dt.timedelta(minutes=15)
_OWNER = "held_owner"
_SCOPE = Scope("program", "held forms")
_LEFT_OUT = frozenset({"csrfmiddlewaretoken"})


def remember(request: HttpRequest, session_key: str) -> None:
    """Notes whose session this was, when it ended by itself a short while ago. Sessions ended by a person keep nothing."""
    since = timezone.now() - dt.timedelta(seconds=settings.SESSION_ABSOLUTE_SECONDS)
    row = (
        OpenSession.objects.filter(session_key=session_key, last_seen_at__gt=since)
        .exclude(ended__in=[Ended.LEFT, Ended.CLOSED])
        .select_related("account")
        .first()
    )
    if row is not None and row.account.is_active:
        setattr(request, _OWNER, row.account)


def answer(request: HttpRequest) -> HttpResponse | None:
    """The page that says what was typed is kept; nothing when it is not known whose it is."""
    owner: Account | None = getattr(request, _OWNER, None)
    if owner is None:
        return None
    cookie = hold(owner, request.get_full_path(), fields_of(request), files=list(request.FILES))
    page = render(request, "accounts/held.html", {"had_files": bool(request.FILES)})
    page.set_cookie(COOKIE, cookie, httponly=True, secure=settings.SESSION_COOKIE_SECURE, samesite="Strict", path="/")
    return page


def clear_past() -> int:
    """Removes what nobody came back for in time; gives how many there were."""
    return HeldForm.objects.filter(until__lt=timezone.now()).delete()[0]


def hold(owner: Account, path: str, fields: list[tuple[str, str]], *, files: Sequence[str] = ()) -> str:
    """Seals the fields of a form for its owner; gives what her browser must bring back. Of `files` only the names of their fields
    are kept: she is asked to choose them again.
    """
    clear_past()
    row = HeldForm(account=owner, until=timezone.now() + KEPT)
    key, nonce = secrets.token_bytes(32), secrets.token_bytes(12)
    plain = json.dumps({"path": path, "fields": fields, "files": list(files)}, ensure_ascii=False).encode()
    inner = nonce + AESGCM(key).encrypt(nonce, plain, _bound(row))
    row.sealed = seal(inner, place=_place(row), scope=_SCOPE)
    row.save(force_insert=True)
    return f"{row.pk}.{base64.urlsafe_b64encode(key).decode()}"


def waiting(request: HttpRequest, owner: Account) -> HeldForm | None:
    """Whether a form waits for this account and this browser."""
    pk, _key = _brought(request)
    return HeldForm.objects.filter(pk=pk, account=owner, until__gt=timezone.now()).first() if pk else None


def look(request: HttpRequest, owner: Account) -> dict[str, Any] | None:
    """The form's path and fields, for the page that says what waits. It stays."""
    row = waiting(request, owner)
    return _opened(request, row) if row else None


def take(request: HttpRequest, owner: Account) -> dict[str, Any] | None:
    """The form's path and fields, once; afterwards it is gone from here."""
    row = waiting(request, owner)
    if row is None:
        return None
    found = _opened(request, row)
    row.delete()
    return found


def _opened(request: HttpRequest, row: HeldForm) -> dict[str, Any] | None:
    _pk, key = _brought(request)
    try:
        inner = unseal(bytes(row.sealed), place=_place(row), scope=_SCOPE)
        plain = AESGCM(base64.urlsafe_b64decode(key)).decrypt(inner[:12], inner[12:], _bound(row))
    except (SealBrokenError, InvalidTag, ValueError):
        return None
    found: dict[str, Any] = json.loads(plain)
    return found


def _brought(request: HttpRequest) -> tuple[uuid.UUID | None, str]:
    pk, _dot, key = request.COOKIES.get(COOKIE, "").partition(".")
    try:
        return uuid.UUID(pk), key
    except ValueError:
        return None, ""


def fields_of(request: HttpRequest) -> list[tuple[str, str]]:
    """What a form sent, without its token and its files."""
    return [
        (name, value)
        for name, values in request.POST.lists()
        if name not in _LEFT_OUT
        for value in values
        if isinstance(value, str)
    ]


def _bound(row: HeldForm) -> bytes:
    return f"{row.pk}:{row.account_id}".encode()


def _place(row: HeldForm) -> str:
    return f"accounts_heldform:sealed:{row.pk}"
