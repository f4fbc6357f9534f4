"""A client's look at where things stand: no account, no link, no message. Staff open a window of half an hour while she is on
the telephone or in the room, and tell her four words. The words work once, in one browser; nothing of it stays there.
"""

import datetime as dt
from uuid import UUID

from django.db import IntegrityError, transaction
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils import timezone

from probono.accounts.handles import handle_of
from probono.accounts.models import Account, ClientWindow
from probono.accounts.roles import Role
from probono.accounts.selectors import live_memberships
from probono.accounts.signing_in.marks import mark
from probono.accounts.signing_in.phrases import new_phrase, plain
from probono.audit.actions import Action
from probono.audit.services import Act, append

LASTS = dt.timedelta(minutes=30)
RESTS = dt.timedelta(minutes=10)
OPENERS = (Role.COMMUNITY_ADVOCATE, Role.PRO_BONO_MANAGER)
SESSION = "window"


def opens_windows(account: Account) -> bool:
    """Whether opening a window is part of her work: the client's advocate's and the manager's."""
    return account.is_active and live_memberships(account).filter(role__in=OPENERS).exists()


@transaction.atomic
def open_window(*, by: Account, matter_id: UUID, language: str) -> tuple[ClientWindow, str]:
    """Opens a window on a matter and gives its phrase, once. An earlier one on the same matter closes."""
    now = timezone.now()
    ClientWindow.objects.filter(until__lt=now - dt.timedelta(days=1)).delete()
    close_all(matter_id)
    while True:
        phrase = new_phrase(language)
        try:
            with transaction.atomic():
                row = ClientWindow.objects.create(
                    matter_id=matter_id, opened_by=by, phrase_mark=_mark(phrase), opened_at=now, until=now + LASTS
                )
        except IntegrityError:  # the same words as another window of this day
            continue
        return row, phrase


@transaction.atomic
def close_all(matter_id: UUID) -> None:
    """Closes whatever is open on a matter."""
    ClientWindow.objects.filter(matter_id=matter_id, closed_at=None).update(closed_at=timezone.now())


@transaction.atomic
def close_every() -> int:
    """Closes whatever is open on any matter; gives how many."""
    return _open().update(closed_at=timezone.now())


def open_on(matter_id: UUID) -> ClientWindow | None:
    """The window that is open on a matter now."""
    return _open().filter(matter_id=matter_id).first()


@transaction.atomic
def enter(request: HttpRequest, said: str) -> ClientWindow | None:
    """Uses the words up in this browser, under a new session. Nothing for words that are wrong, used, or too old."""
    row = _open().select_for_update().filter(phrase_mark=_mark(said), entered_at=None).first()
    if row is None:
        return None
    request.session.flush()
    request.session[SESSION] = str(row.pk)
    request.session.save()
    row.entered_at = row.seen_at = timezone.now()
    row.session_key = request.session.session_key or ""
    row.save(update_fields=["entered_at", "seen_at", "session_key"])
    return row


@transaction.atomic
def look(request: HttpRequest, route: str = "client:look") -> ClientWindow | None:
    """The window of this browser, while it is open and has not rested for ten minutes. Each look is told in the audit log,
    with the name of the address that was looked at.
    """
    pk, now = str(request.session.get(SESSION, "")), timezone.now()
    row = _open().filter(pk=pk, session_key=request.session.session_key or "-").first() if pk else None
    if row is None or row.seen_at is None or now - row.seen_at > RESTS:
        return None
    ClientWindow.objects.filter(pk=row.pk).update(seen_at=now)
    append(Act(Action.READ, route=route, handle=handle_of(row.matter_id, row.matter_id)))
    return row


@transaction.atomic
def close(request: HttpRequest) -> None:
    """Closes this browser's window and ends its session."""
    if pk := request.session.get(SESSION):
        ClientWindow.objects.filter(pk=pk, closed_at=None).update(closed_at=timezone.now())
    request.session.flush()


def _open() -> QuerySet[ClientWindow]:
    return ClientWindow.objects.filter(closed_at=None, until__gt=timezone.now())


def _mark(said: str) -> str:
    return mark("phrase", plain(said))
