"""Reads of contact data, each starting from the gate; and the two questions that are asked past it: does a hold stand, and
what may the client herself be told.
"""

from typing import TYPE_CHECKING
from uuid import UUID

from django.http import Http404

from probono.accounts import gate
from probono.accounts.data_classes import DataClass
from probono.accounts.selectors import holds_by_own_work, matters_worked_on
from probono.accounts.walls import machinery
from probono.consent.contact.models import ContactRoute, PersonToAvoid, SafetyHold, Sent

if TYPE_CHECKING:
    from django.db.models import QuerySet

    from probono.accounts.models import Account


def sees_all(actor: "Account", matter_id: UUID) -> bool:
    """Whether she reads contact data through her own work. A release alone shows only what the client gave for her lawyer."""
    return holds_by_own_work(actor, DataClass.CONTACT, matter_id=matter_id)


def routes_of(actor: "Account", matter_id: UUID) -> "QuerySet[ContactRoute]":
    """The ways the actor may see, newest first."""
    rows = gate.visible(actor, ContactRoute).filter(matter_id=matter_id).select_related("made_by", "confirmed_by")
    if not sees_all(actor, matter_id):
        rows = rows.filter(for_lawyer=True, approved_at__isnull=False, retired_at__isnull=True)
    return rows.order_by("-made_at")


def route_for(actor: "Account", matter_id: UUID, pk: UUID) -> ContactRoute:
    """One way, or "no such page"."""
    found = routes_of(actor, matter_id).filter(pk=pk).first()
    if found is None:
        raise Http404
    return found


def ways_of_kind(matter_id: UUID, kind: str) -> list[ContactRoute]:
    """Every way of a kind in a matter, for a question that shows none of them."""
    with machinery(matter_id):
        return list(ContactRoute.objects.filter(matter_id=matter_id, kind=kind))


def was_ever_confirmed(actor: "Account", matter_id: UUID) -> bool:
    """Whether any way was ever confirmed, retired ones included."""
    return gate.visible(actor, ContactRoute).filter(matter_id=matter_id, confirmed_at__isnull=False).exists()


def avoided_of(actor: "Account", matter_id: UUID) -> list[PersonToAvoid]:
    """People who must not learn of her."""
    if not sees_all(actor, matter_id):
        return []
    return list(gate.visible(actor, PersonToAvoid).filter(matter_id=matter_id, ended_at=None).order_by("made_at"))


def ways_of(matter_id: UUID) -> list[ContactRoute]:
    """The ways of a matter, for a question whose answer shows none of them. What is sealed in them is not even read."""
    sealed = ("value", "hours", "code_word", "who_answers")
    with machinery(matter_id):
        return list(ContactRoute.objects.filter(matter_id=matter_id, retired_at=None).defer(*sealed))


def ways_with_word(matter_id: UUID) -> list[ContactRoute]:
    """The ways on which she has a word, for a question whose answer shows neither."""
    with machinery(matter_id):
        return [one for one in ContactRoute.objects.filter(matter_id=matter_id, retired_at=None) if one.code_word]


def avoided_names(*, matter_id: UUID, client_id: UUID) -> list[str]:
    """The names of all who must not learn of her, whichever of her matters they were told in, for a check that shows none of
    them.
    """
    names: list[str] = []
    for each in {matter_id, *matters_worked_on(client_id)}:
        with machinery(each):
            names += [
                one.name for one in PersonToAvoid.objects.filter(matter_id=each, client_id=client_id, ended_at=None)
            ]
    return names


def avoided_for(actor: "Account", matter_id: UUID, pk: UUID) -> PersonToAvoid:
    """One of them, or "no such page"."""
    found = next((one for one in avoided_of(actor, matter_id) if one.pk == pk), None)
    if found is None:
        raise Http404
    return found


def sent_of(actor: "Account", matter_id: UUID) -> list[Sent]:
    """What was sent to her in this matter, along the ways the actor may see, newest first."""
    rows = gate.visible(actor, Sent).filter(matter_id=matter_id, route__in=routes_of(actor, matter_id).order_by())
    return list(rows.select_related("route", "made_by").order_by("-made_at"))


def sent_along(route: ContactRoute, note: str, by: "Account") -> list[Sent]:
    """The times one person sent one note along a way, for a question that shows none of them."""
    with machinery(route.matter_id):
        return list(Sent.objects.filter(route=route, note=note, made_by=by))


def told_to_her(matter_id: UUID) -> list[Sent]:
    """What was sent to her in this matter, for her own page."""
    with machinery(matter_id):
        return list(Sent.objects.filter(matter_id=matter_id).order_by("made_at"))


def standing_hold(client_id: UUID) -> SafetyHold | None:
    """The hold that stands for a client now."""
    return SafetyHold.objects.filter(client_id=client_id, lifted_at=None).first()


def last_hold(client_id: UUID) -> SafetyHold | None:
    """The newest hold of a client, lifted or not."""
    return SafetyHold.objects.filter(client_id=client_id).order_by("-placed_at").first()
