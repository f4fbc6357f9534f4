"""Reads of retention: for officers from the gate, for the machinery of destruction past it."""

import datetime as dt
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.db.models import Count, QuerySet

from probono.accounts import gate
from probono.accounts.data_classes import Verb
from probono.retention.machine import COOLING, State
from probono.retention.models import Hold, Keeping, SealedReading

if TYPE_CHECKING:
    from probono.accounts.models import Account


def keepings_of(actor: "Account") -> QuerySet[Keeping]:
    """Every closed file an officer keeps, the longest closed first."""
    return gate.visible(actor, Keeping, Verb.WRITE).order_by("closed_at", "id")


def keeping_for(actor: "Account", pk: UUID) -> Keeping:
    """One closed file, or "no such page"."""
    return gate.get(actor, Keeping, pk, Verb.WRITE)


def holds_for(actor: "Account", matter_id: UUID | None = None) -> QuerySet[Hold]:
    """The holds that were not lifted, on one matter or on all."""
    rows = gate.visible(actor, Hold, Verb.WRITE).filter(lifted_at=None).select_related("placed_by", "agreed_by")
    return (rows.filter(matter_id=matter_id) if matter_id else rows).order_by("review_on")


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


def kept_matters() -> set[UUID]:
    """The matters that have a row of retention, for the replay."""
    return set(Keeping.objects.values_list("matter_id", flat=True))
