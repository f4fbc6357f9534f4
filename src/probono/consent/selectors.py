"""Reads of releases and disclosures, each starting from the gate; what a client's own window shows comes by her matter."""

from collections.abc import Iterator
from typing import TYPE_CHECKING
from uuid import UUID

from django.db.models import Q
from django.http import Http404

from probono.accounts import gate
from probono.accounts import selectors as people
from probono.accounts.data_classes import Verb
from probono.accounts.walls import machinery
from probono.consent.models import Disclosure, Kind, Release, Stopped
from probono.consent.wording import purposes
from probono.ui.today import today
from probono.vault.keys import Scope, mark

if TYPE_CHECKING:
    from probono.accounts.models import Account, Organisation

_NAMES = ("organisation", "person", "made_by", "recorded_by", "witness", "stopped_by")


def file_names() -> Iterator[UUID | None]:
    """Every signed copy of the store: for the janitor, who opens none of them."""
    yield from Release.objects.values_list("copy", flat=True)


def copies_of(matter_id: UUID) -> Iterator[UUID | None]:
    """The same for one matter: for whoever destroys it."""
    yield from Release.objects.filter(matter_id=matter_id).values_list("copy", flat=True)


def releases_of(actor: "Account", matter_id: UUID) -> list[Release]:
    """Every release on a matter, newest first."""
    rows = gate.visible(actor, Release).filter(matter_id=matter_id)
    return list(rows.select_related(*_NAMES).order_by("-made_at"))


def release_for(actor: "Account", matter_id: UUID, pk: UUID, verb: str = Verb.READ) -> Release:
    """One release of a matter, or "no such page"."""
    row = gate.visible(actor, Release, verb).filter(matter_id=matter_id, pk=pk).select_related(*_NAMES).first()
    if row is None:
        raise Http404
    return row


def live_for_everybody(actor: "Account") -> list[Release]:
    """Every release that holds now, of all matters the actor keeps releases on, the one that ends first first."""
    rows = gate.visible(actor, Release, Verb.WRITE).filter(_holds())
    return list(rows.select_related("organisation", "person").order_by("last_day", "id"))


def disclosures_of(actor: "Account", matter_id: UUID) -> list[Disclosure]:
    """Every view of a matter from another organization, newest first."""
    rows = gate.visible(actor, Disclosure).filter(matter_id=matter_id)
    return list(rows.select_related("account", "organisation").order_by("-at", "id"))


def her_releases(matter_id: UUID) -> list[Release]:
    """Every release on the matter a client's own window was opened for, newest first."""
    with machinery(matter_id):
        rows = Release.objects.filter(matter_id=matter_id).exclude(stopped_how=Stopped.WITHDRAWN)
        return list(rows.select_related("organisation", "person").order_by("-made_at"))


def her_release(matter_id: UUID, pk: UUID) -> Release | None:
    """One of them, or nothing."""
    return next((one for one in her_releases(matter_id) if one.pk == pk), None)


def her_disclosures(matter_id: UUID) -> list[Disclosure]:
    """Who of other organizations saw her file, newest first."""
    with machinery(matter_id):
        rows = Disclosure.objects.filter(matter_id=matter_id).select_related("account", "organisation")
        return list(rows.order_by("-at", "id"))


def live_for(matter_id: UUID, organisation: "Organisation") -> list[Release]:
    """The releases that name an organization on a matter now."""
    with machinery(matter_id):
        return list(
            Release.objects.filter(_holds(), matter_id=matter_id, organisation=organisation).order_by("made_at")
        )


def handover_due(actor: "Account", matter_id: UUID) -> Release | None:
    """What she stopped while lawyers it let onto her team still stand there, and no other release names them: for whoever
    keeps her releases. The newest, or nothing.
    """
    rows = gate.visible(actor, Release, Verb.WRITE).filter(
        matter_id=matter_id, stopped_at__isnull=False, signed_at__isnull=False, organisation__isnull=False
    )
    for row in rows.select_related("organisation").order_by("-stopped_at"):
        if row.organisation is None or not purposes()[row.purpose].team or live_for(matter_id, row.organisation):
            continue
        if people.engaged_from(row.organisation, matter_id=matter_id):
            return row
    return None


def listing_agreed(*, matter_id: UUID, text: str) -> bool:
    """Whether the client's yes to exactly this text of a listing holds now. One changed character is another text."""
    with machinery(matter_id):
        rows = Release.objects.filter(_holds(), kind=Kind.LISTING, matter_id=matter_id)
        return rows.filter(listing_mark=listing_mark(matter_id, text)).exists()


def listing_mark(matter_id: UUID, text: str) -> str:
    """A keyed hash of a listing's exact text; it means nothing without the client's key."""
    return mark(text.encode(), Scope(str(matter_id), Release.data_class))


def _holds() -> Q:
    return Q(signed_at__isnull=False, stopped_at__isnull=True, last_day__gte=today())
