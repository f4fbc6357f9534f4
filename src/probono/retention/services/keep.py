"""Closing, opening again, sealing, the client's wish, asking for destruction, calling it back, agreeing to it."""

import datetime as dt
from typing import TYPE_CHECKING
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from probono.accounts import seals
from probono.accounts.handles import handle_of
from probono.accounts.walls import machinery
from probono.audit.actions import Action, Reason
from probono.audit.services import Act, append
from probono.matters import selectors as matters
from probono.matters.services import opening as matter_services
from probono.people.services import hold_client
from probono.retention import policies
from probono.retention.machine import MOVES, Move, State
from probono.retention.models import Keeping, Wish

if TYPE_CHECKING:
    from probono.accounts.models import Account


@transaction.atomic
def close(*, by: "Account", matter_id: UUID) -> Keeping:
    """Closes an open matter. NotNowError when it is closed already; "no such page" when it is not for her to see."""
    policies.check_officer(by)
    matter = matters.matter_for(by, matter_id)
    policies.check_move(_state_of(matter_id), Move.CLOSE)
    stood = matter.state
    with machinery(matter_id):
        matter_services.close(matter=matter)
    made = Keeping(
        matter_id=matter_id, client_id=matter.client_id, code_name=matter.code_name, closed_at=timezone.now(),
        matter_state=stood,
    )  # fmt: skip
    made.save()
    _tell(by, matter_id, Action.CLOSE)
    return made


@transaction.atomic
def reopen(*, by: "Account", keeping: Keeping, reason: str) -> None:
    """Opens a closed file again, where it stood, with a reason of the list. What stood in the officers' list of it ends; the audit
    log keeps that it was closed and opened again, by whom and why.
    """
    row = _locked(keeping)
    policies.check_reopen(by, row)
    with machinery(row.matter_id):
        matter_services.reopen(matter=matters.matter_itself(row.matter_id), state=row.matter_state)
        row.delete()
    _tell(by, row.matter_id, Action.REOPEN, Reason(reason))


@transaction.atomic
def seal(*, by: "Account", keeping: Keeping) -> None:
    """Takes the file out of every list, search and page, at the next request, for everybody."""
    policies.check_officer(by)
    row = _locked(keeping)
    policies.check_move(row.state, Move.SEAL)
    _seal(row)
    _move(row, Move.SEAL)
    _tell(by, row.matter_id, Action.SEAL)


@transaction.atomic
def instruct(
    *, by: "Account", keeping: Keeping, wish: str, written_on: dt.date, way: str, keep_until: dt.date | None = None
) -> None:
    """Takes down what the client wrote, and by which safe way it came. It destroys nothing: an attorney asks for that."""
    row = _locked(keeping)
    policies.check_instruct(by, row, written_on=written_on, wish=wish, keep_until=keep_until)
    policies.check_her_way(way, matter_id=row.matter_id, client_id=row.client_id)
    _wish(row, by, wish, written_on, way, keep_until)
    _tell(by, row.matter_id, Action.WISH)


@transaction.atomic
def request(*, by: "Account", keeping: Keeping, copies: bool, asked: bool) -> None:
    """Asks for the destruction; 14 days in which it can be called back begin."""
    row = _locked(keeping)
    policies.check_request(by, row, copies=copies, asked=asked)
    _request(row, by, Move.REQUEST)
    _tell(by, row.matter_id, Action.REQUEST)


@transaction.atomic
def erase(*, by: "Account", matter_id: UUID, written_on: dt.date, way: str, copies: bool, asked: bool) -> Keeping:
    """The client wants it gone now, wherever her file stands: closed, sealed and asked for in one step."""
    policies.check_erase(by, written_on=written_on, copies=copies, asked=asked)
    row = Keeping.objects.select_for_update().filter(matter_id=matter_id).first()
    policies.check_move(row.state if row else State.OPEN, Move.ERASE)
    row = row or close(by=by, matter_id=matter_id)
    policies.check_her_way(way, matter_id=matter_id, client_id=row.client_id)
    if row.state == State.CLOSED:
        seal(by=by, keeping=row)
        row = _locked(row)
    _wish(row, by, Wish.ERASE, written_on, way, None)
    _request(row, by, Move.ERASE)
    _tell(by, matter_id, Action.REQUEST)
    return row


@transaction.atomic
def cancel(*, by: "Account", keeping: Keeping, way: str) -> None:
    """Calls a destruction back at the client's word, which came by a safe way. What both officers had agreed to is agreed to no
    more; what she had said before stays to be read.
    """
    policies.check_officer(by)
    row = _locked(keeping)
    policies.check_move(row.state, Move.CANCEL)
    policies.check_her_way(way, matter_id=row.matter_id, client_id=row.client_id)
    row.requested_at = row.confirmed_by = None
    row.director = row.officer = row.director_at = row.officer_at = None
    row.called_back_wish, row.called_back_written_on = row.wish, row.wish_written_on
    row.wish, row.wish_written_on, row.wish_taken_by, row.keep_until = Wish.NONE, None, None, None
    row.wish_way, row.called_back_way, row.called_back_by, row.called_back_at = "", way, by, timezone.now()
    _move(row, Move.CANCEL)
    _tell(by, row.matter_id, Action.CANCEL)


@transaction.atomic
def approve(*, by: "Account", keeping: Keeping, role: str) -> None:
    """One officer's yes, in one of the two roles."""
    row = _locked(keeping)
    policies.check_approve(by, row, role)
    if role == policies.LD:
        row.director, row.director_at = by, timezone.now()
    else:
        row.officer, row.officer_at = by, timezone.now()
    row.save()
    _tell(by, row.matter_id, Action.APPROVE)


def _state_of(matter_id: UUID) -> str:
    return Keeping.objects.filter(matter_id=matter_id).values_list("state", flat=True).first() or State.OPEN


def _locked(keeping: Keeping) -> Keeping:
    return Keeping.objects.select_for_update().get(pk=keeping.pk)


def _move(row: Keeping, move: Move) -> None:
    row.state = MOVES[move][1]
    row.save()


def _seal(row: Keeping) -> None:
    hold_client(row.client_id)
    others = matters.matters_of_client(row.client_id) - {row.matter_id}
    alone = all(seals.is_sealed(one) for one in others)
    seals.seal(matter_id=row.matter_id, client_id=row.client_id if alone else None)
    row.sealed_at = timezone.now()


def _wish(row: Keeping, by: "Account", wish: str, written_on: dt.date, way: str, keep_until: dt.date | None) -> None:
    row.wish, row.wish_written_on, row.wish_taken_by, row.wish_way = wish, written_on, by, way
    row.keep_until = keep_until if wish == Wish.UNTIL else None
    row.save()


def _request(row: Keeping, by: "Account", move: Move) -> None:
    row.requested_at, row.confirmed_by = timezone.now(), by
    seals.close_sealed(matter_id=row.matter_id, client_id=row.client_id)
    _move(row, move)


def _tell(by: "Account", matter_id: UUID, action: Action, reason: Reason = Reason.NONE) -> None:
    append(Act(action, actor=by.pk, handle=handle_of(matter_id, matter_id), reason=reason))
