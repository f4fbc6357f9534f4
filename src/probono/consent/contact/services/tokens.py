"""Tokens: minted for one note along one way, used once within minutes, and asked everything again when they are used."""

import datetime as dt
import secrets
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
    now = timezone.now()
    policies.check_send(by, route, now)
    if note not in list(ClientNote):
        raise NotNowError(_("Choose a note of the list."))
    burn(route_id=route.pk)
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
    now = timezone.now()
    token = Token.objects.select_for_update().filter(mark=_mark(secret)).first()
    if token is None or token.used_at or token.burnt_at or not token.made_at <= now < token.until:
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
        handed = partial(_handed, token.matter_id, sent.pk)
        return Passage(route.value.strip(), ClientNote(token.note), route.language, handed)


def burn(*, route_id: UUID | None = None, client_id: UUID | None = None) -> None:
    """Makes every unused token of a way, or of a client, worthless."""
    which = {"route_id": route_id} if route_id else {"client_id": client_id}
    Token.objects.filter(used_at=None, burnt_at=None, **which).update(burnt_at=timezone.now())


def _handed(matter_id: UUID, pk: UUID) -> None:
    with machinery(matter_id):
        Sent.objects.filter(pk=pk).update(failed=False)


def _mark(secret: str) -> str:
    return mark("contact token", secret)
