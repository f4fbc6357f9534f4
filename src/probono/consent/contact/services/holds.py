"""The safety hold: one person stops everything at once; two lift it."""

from typing import TYPE_CHECKING

from django.db import transaction
from django.utils import timezone

from probono.accounts.data_classes import DataClass, Verb
from probono.accounts.selectors import is_officer, officers
from probono.consent.contact import policies, selectors
from probono.consent.contact.models import SafetyHold
from probono.consent.contact.services.tokens import burn
from probono.consent.contact.services.turns import take
from probono.post import services as post
from probono.post.words import StaffNote

if TYPE_CHECKING:
    from uuid import UUID

    from probono.accounts.models import Account


@transaction.atomic
def hold(*, by: "Account", matter_id: "UUID", client_id: "UUID") -> SafetyHold:
    """Stops everything that goes to a client, in every matter of hers, and burns what waits. Officers get a note to look in.

    Whoever reads contact data may: stopping is never wrong. A hold that stands already stays as it is. A note that is being
    handed to the mail server in this moment is waited for; once the hold's transaction has ended none can leave that was
    let out before it.
    """
    policies.check_may(by, matter_id, client_id, DataClass.CONTACT, Verb.READ)
    take(client_id)
    burn(client_id=client_id)
    standing = selectors.standing_hold(client_id)
    if standing is not None:
        return standing
    made = SafetyHold.objects.create(client_id=client_id, matter_id=matter_id, placed_by=by, placed_at=timezone.now())
    for officer in officers():
        post.to_staff(address=officer.email, note=StaffNote.UPDATE)
    return made


@transaction.atomic
def lift(*, by: "Account", matter_id: "UUID", client_id: "UUID") -> bool:
    """One of the two yeses; true when it was the second. Every way has to be confirmed with her again afterwards."""
    row = SafetyHold.objects.select_for_update().filter(client_id=client_id, lifted_at=None).first()
    policies.check_lift(by, row, matter_id, client_id)
    assert row is not None  # noqa: S101  (check_lift has refused it)
    if is_officer(by) and row.officer_id is None:
        row.officer = by
    else:
        row.advocate = by
    if row.officer_id and row.advocate_id:
        row.lifted_at = timezone.now()
    row.save(update_fields=["officer", "advocate", "lifted_at"])
    return row.lifted_at is not None


def forget_matter(matter_id: "UUID") -> int:
    """A matter is destroyed: the client's hold stands on, and no longer tells where it was placed. Gives how many there were."""
    return SafetyHold.objects.filter(matter_id=matter_id).update(matter_id=None)
