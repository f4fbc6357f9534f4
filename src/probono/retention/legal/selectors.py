"""Reads of legal process, each from the gate. A matter is named; nothing is looked for."""

from dataclasses import dataclass
from typing import TYPE_CHECKING
from uuid import UUID

from django.db.models import QuerySet
from django.http import Http404

from probono.accounts import gate
from probono.accounts.data_classes import Verb
from probono.matters import selectors as matters
from probono.retention import selectors as kept
from probono.retention.legal.models import Demand, Production
from probono.retention.machine import State

if TYPE_CHECKING:
    from probono.accounts.models import Account


@dataclass(frozen=True, slots=True)
class Named:
    """One matter by its id, with its code name and where its file stands."""

    matter_id: UUID
    client_id: UUID
    code_name: str
    state: str


def matters_named(actor: "Account") -> list[Named]:
    """The matters an officer may name: those she knows of, and those that are closed or sealed, by code name.

    None that is being destroyed: it can be held no more, and what names it opens no more.
    """
    closed = {
        one.matter_id: Named(one.matter_id, one.client_id, one.code_name, one.state)
        for one in kept.keepings_of(actor)
        if one.state != State.SHREDDING
    }
    open_ = [Named(one.pk, one.client_id, one.code_name, State.OPEN) for one in matters.matters_of(actor)]
    known = set(kept.keepings_of(actor).values_list("matter_id", flat=True))
    found = [*closed.values(), *(one for one in open_ if one.matter_id not in known)]
    return sorted(found, key=lambda one: (one.code_name, str(one.matter_id)))


def matter_named(actor: "Account", matter_id: UUID) -> Named:
    """One of them, or "no such page"."""
    found = next((one for one in matters_named(actor) if one.matter_id == matter_id), None)
    if found is None:
        raise Http404
    return found


def demands_of(actor: "Account") -> QuerySet[Demand]:
    """Every demand, what is due first; a demand without a day is last."""
    rows = gate.visible(actor, Demand, Verb.WRITE).select_related("hold", "taken_by")
    return rows.order_by("due_on", "made_at")


def demand_for(actor: "Account", pk: UUID) -> Demand:
    """One demand, or "no such page"."""
    return gate.get(actor, Demand, pk, Verb.WRITE)


def given_under(actor: "Account", demand: Demand) -> list[Production]:
    """What was given under a demand, in order."""
    return list(_lines(actor, demand).exclude(given_on=None).order_by("given_on", "made_at"))


def asked_under(actor: "Account", demand: Demand) -> list[Production]:
    """What one officer would give, or two would, and what was not given yet, in order."""
    return list(_lines(actor, demand).filter(given_on=None).order_by("made_at"))


def line_for(actor: "Account", demand: Demand, pk: UUID) -> Production:
    """One of its lines, or "no such page"."""
    found = _lines(actor, demand).filter(pk=pk).first()
    if found is None:
        raise Http404
    return found


def _lines(actor: "Account", demand: Demand) -> QuerySet[Production]:
    rows = gate.visible(actor, Production, Verb.WRITE).filter(demand=demand)
    return rows.select_related("demand", "given_by", "written_by", "agreed_by")
