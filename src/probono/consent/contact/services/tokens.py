"""Tokens: minted for one note along one way, used once within minutes. Everything is asked again when one is used, and a last
time when its note is handed to the mail server: in the client's turn, so that no hold stands or comes meanwhile.
"""

import datetime as dt
import secrets
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING
from uuid import UUID

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from probono.accounts.signing_in.marks import mark
from probono.accounts.walls import machinery
from probono.consent.contact import policies
from probono.consent.contact.models import ContactRoute, Sent, Token
from probono.consent.contact.policies import NotNowError
from probono.consent.contact.services.turns import take
from probono.post.services import Passage
from probono.post.words import ClientNote

if TYPE_CHECKING:
    from probono.accounts.models import Account

LASTS = dt.timedelta(minutes=5)


@transaction.atomic
def mint(*, by: "Account", route: ContactRoute, note: str) -> str:
    """A token for one note along a way that is confirmed and safe now. It ends with the safe hours, if they end sooner; an
    earlier one of the same way is burnt.
    """
    take(route.client_id)
    now = timezone.now()
    policies.check_send(by, route, now)
    if note not in list(ClientNote):
        raise NotNowError(_("Choose a note of the list."))
    policies.check_not_sent_twice(by, route, note, now)
    Token.objects.filter(route_id=route.pk, used_at=None, burnt_at=None).update(burnt_at=now)
    secret = secrets.token_urlsafe(32)
    Token.objects.create(
        mark=_mark(secret),
        route_id=route.pk,
        client_id=route.client_id,
        matter_id=route.matter_id,
        note=note,
        made_at=now,
        made_by=by,
        until=min(now + LASTS, route.safe_hours.closes(now, policies.zone())),
    )
    return secret


@transaction.atomic
def redeem(secret: str) -> Passage:
    """What a token is good for, once. NotNowError when it was used or burnt, is too old, or its way is not safe any more."""
    token = Token.objects.filter(mark=_mark(secret)).first()
    if token is not None:
        take(token.client_id)
        token.refresh_from_db()
    now = timezone.now()
    if token is None or token.used_at or not _is_good(token, now):
        raise NotNowError(_("This could not be sent any more. Nothing was sent."))
    with machinery(token.matter_id):
        route = ContactRoute.objects.get(pk=token.route_id)
        policies.check_passable(route, now)
        token.used_at = now
        token.save(update_fields=["used_at"])
        sent = Sent.objects.create(
            matter_id=token.matter_id,
            client_id=token.client_id,
            made_by=token.made_by,
            route=route,
            note=token.note,
            failed=True,  # until the mail server has it: a crash in between must not show it as sent
        )
        last = partial(_hand_over, token, sent)
        return Passage(route.value.strip(), ClientNote(token.note), route.language, last)


def burn(*, route_id: UUID | None = None, client_id: UUID | None = None) -> None:
    """Makes every token of a way, or of a client, worthless: a used one too, while its note has not been handed over. Whoever
    calls it has the client's turn.
    """
    which, now = {"route_id": route_id} if route_id else {"client_id": client_id}, timezone.now()
    Token.objects.filter(burnt_at=None, until__gt=now, **which).update(burnt_at=now)


def _hand_over(token: Token, sent: Sent, leave: Callable[[], None]) -> None:
    """The note leaves, if it still may, while its client's turn is held: a hold is before it, and stops it, or waits and comes
    after it. Where it may not, it stays in the list as one that did not leave.
    """
    with suppress(NotNowError), machinery(token.matter_id):
        take(token.client_id)
        token.refresh_from_db()
        now = timezone.now()
        if not _is_good(token, now):
            return
        policies.check_passable(ContactRoute.objects.get(pk=token.route_id), now)
        leave()
        Sent.objects.filter(pk=sent.pk).update(failed=False)


def _is_good(token: Token, now: dt.datetime) -> bool:
    return token.burnt_at is None and token.made_at <= now < token.until


def _mark(secret: str) -> str:
    return mark("contact token", secret)
