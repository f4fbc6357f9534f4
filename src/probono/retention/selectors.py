"""Reads of retention: for officers from the gate, for the machinery of destruction past it."""

import datetime as dt
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.db.models import Count, Q, QuerySet

from probono.accounts import gate
from probono.accounts.data_classes import Verb
from probono.accounts.walls import machinery
from probono.audit.actions import Action
from probono.retention.machine import COOLING, State
from probono.retention.models import ClientCopy, CopyState, Hold, Keeping, SealedReading
from probono.retention.models.copy import ANSWERED_WITHIN, OPEN
from probono.retention.models.hold import Told

if TYPE_CHECKING:
    from probono.accounts.models import Account


def keepings_of(actor: "Account") -> QuerySet[Keeping]:
    """Every closed file an officer keeps, the longest closed first."""
    return gate.visible(actor, Keeping, Verb.WRITE).order_by("closed_at", "id")


def keeping_for(actor: "Account", pk: UUID) -> Keeping:
    """One closed file, or "no such page"."""
    return gate.get(actor, Keeping, pk, Verb.WRITE)


def holds_for(actor: "Account", matter_id: UUID | None = None) -> QuerySet[Hold]:
    """The holds that were not lifted, and those of which she may not be told yet, on one matter or on all."""
    rows = (
        gate.visible(actor, Hold, Verb.WRITE)
        .filter(Q(lifted_at=None) | Q(told=Told.NOT))
        .select_related("placed_by", "agreed_by", "lift_asked_by", "lifted_by")
    )
    return (rows.filter(matter_id=matter_id) if matter_id else rows).order_by("review_on")


def lifted_for(actor: "Account", matter_id: UUID | None = None) -> QuerySet[Hold]:
    """The other holds, newest first: those that were lifted. What is being destroyed opens no more."""
    dying = Keeping.objects.filter(state=State.SHREDDING).values("matter_id")
    rows = gate.visible(actor, Hold, Verb.WRITE).exclude(lifted_at=None).exclude(told=Told.NOT)
    rows = rows.exclude(matter_id__in=dying).select_related("lift_asked_by", "lifted_by")
    return (rows.filter(matter_id=matter_id) if matter_id else rows).order_by("-lifted_at")


def hold_for(actor: "Account", pk: UUID) -> Hold:
    """One hold, or "no such page"."""
    return gate.get(actor, Hold, pk, Verb.WRITE)


def readings_for(actor: "Account", matter_id: UUID) -> QuerySet[SealedReading]:
    """Who opened a sealed file, or asked to, newest first."""
    rows = gate.visible(actor, SealedReading, Verb.WRITE).filter(matter_id=matter_id)
    return rows.select_related("asked_by", "agreed_by").order_by("-made_at")


def reading_for(actor: "Account", pk: UUID) -> SealedReading:
    """One of them, or "no such page"."""
    return gate.get(actor, SealedReading, pk, Verb.WRITE)


def copies_for(actor: "Account") -> QuerySet[ClientCopy]:
    """Every copy that was made or is to be made for a client, newest first."""
    rows = gate.visible(actor, ClientCopy, Verb.WRITE).select_related("asked_by", "agreed_by", "taken_by", "handed_by")
    return rows.order_by("-made_at")


def copy_for(actor: "Account", pk: UUID) -> ClientCopy:
    """One of them, or "no such page"."""
    return gate.get(actor, ClientCopy, pk, Verb.WRITE)


def has_open_copy(matter_id: UUID) -> bool:
    """Whether a copy of a matter is on its way: for whoever asks for another."""
    return ClientCopy.objects.filter(matter_id=matter_id, state__in=OPEN).exists()


def copy_files() -> Iterator[UUID | None]:
    """The archives of the store: for the janitor, who opens none of them. One that no row names any more is removed."""
    yield from ClientCopy.objects.exclude(file=None).values_list("file", flat=True)


def copies_of(matter_id: UUID) -> Iterator[UUID | None]:
    """The same for one matter: for whoever destroys it."""
    yield from ClientCopy.objects.filter(matter_id=matter_id).values_list("file", flat=True)


def old_copies(now: dt.datetime) -> QuerySet[ClientCopy]:
    """Those whose time is over: nobody agreed or took them, or they were taken a while ago."""
    unanswered = Q(state=CopyState.ASKED, made_at__lte=now - ANSWERED_WITHIN)
    stuck = Q(state=CopyState.MAKING, agreed_at__lte=now - ANSWERED_WITHIN)
    return ClientCopy.objects.filter(unanswered | stuck | Q(file__isnull=False, until__lte=now))


def untold_acts(matter_id: UUID) -> tuple[str, ...]:
    """The acts on a matter of which the client may not be told: those of a legal hold, when counsel said so of any."""
    with machinery(matter_id):
        held = Hold.objects.filter(matter_id=matter_id, told=Told.NOT).exists()
    return (Action.HOLD, Action.LIFT, Action.PRODUCE) if held else ()


def holds_on(matter_id: Any) -> list[Hold]:
    """The holds on a matter that were not lifted: for whoever is about to destroy it."""
    return list(Hold.objects.filter(matter_id=matter_id, lifted_at=None))


def ripe(now: dt.datetime) -> list[UUID]:
    """The matters whose 14 days are over, and those whose destruction was begun and not finished: for the command."""
    begun = Keeping.objects.filter(state=State.SHREDDING)
    over = Keeping.objects.filter(state=State.REQUESTED, requested_at__lte=now - COOLING)
    return list((begun | over).order_by("requested_at").values_list("matter_id", flat=True))


def counts() -> dict[str, int]:
    """How many files stand in each state, for the command; nothing of any of them."""
    found = Keeping.objects.order_by().values_list("state").annotate(count=Count("id"))
    return {str(state): count for state, count in found}


def live_holds() -> list[Hold]:
    """Every hold that was not lifted, for the command's counts."""
    return list(Hold.objects.filter(lifted_at=None))
