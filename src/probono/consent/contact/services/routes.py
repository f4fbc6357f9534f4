"""Writing down how a client is reached. The old way is never told of a new one: nothing here sends anything."""

import datetime as dt
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from probono.accounts.walls import machinery
from probono.consent.contact import policies
from probono.consent.contact.known_ways import State, state_of
from probono.consent.contact.models import ContactRoute, PersonToAvoid
from probono.consent.contact.policies import NotNowError
from probono.consent.contact.services.tokens import burn
from probono.consent.contact.services.turns import take
from probono.consent.contact.words import DAYS, LONGEST_DAYS

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any
    from uuid import UUID

    from probono.accounts.models import Account


@transaction.atomic
def propose(
    *,
    by: "Account",
    matter_id: "UUID",
    client_id: "UUID",
    way: "Mapping[str, Any]",
    heard: str,
    heard_on: ContactRoute | None = None,
    said_word: bool = False,
    replaces: ContactRoute | None = None,
) -> ContactRoute:
    """A way as she told it, new or in another's place. It waits for a second person; until then the old one stays as it was.

    NotNowError where she did not tell it on a safe way, and where the same one waits already.
    """
    now = timezone.now()
    policies.check_change(by, matter_id, client_id)
    take(client_id)
    policies.check_heard(by, matter_id=matter_id, heard=heard, heard_on=heard_on, said_word=said_word, now=now)
    if replaces is not None and replaces.retired_at is not None:
        raise NotNowError(_("This way is not used any more."))
    route = ContactRoute(
        matter_id=matter_id, client_id=client_id, made_by=by, heard=heard, heard_on=heard_on, replaces=replaces, **way
    )
    policies.check_not_told_yet(by, route)
    route.save(force_insert=True)
    return route


@transaction.atomic
def decide(*, by: "Account", route: ContactRoute, yes: bool) -> None:
    """The second person's answer. With a yes the new way takes the old one's place and is still unknown; a no retires it."""
    now = timezone.now()
    policies.check_approve(by, route, now)
    take(route.client_id)
    with machinery(route.matter_id):  # the second person reads contact data; this is the one thing she writes there
        row = ContactRoute.objects.select_for_update().get(pk=route.pk)
        policies.check_approve(by, row, now)
        if not yes:
            _retire(row, by, now)
            return
        row.approved_by, row.approved_at = by, now
        row.save(update_fields=["approved_by", "approved_at"])
        if row.replaces is not None and row.replaces.retired_at is None:
            _retire(row.replaces, by, now)


@transaction.atomic
def confirm(*, by: "Account", route: ContactRoute, talked: str, said_word: bool = False, days: int = DAYS) -> None:
    """She said, by voice, that this way is safe; `talked` is how (a `Talked`). It holds for so many days, 90 at most."""
    take(route.client_id)
    with machinery(route.matter_id):  # after a missed word by a second person, who writes nothing else there
        route.refresh_from_db()
    now = timezone.now()
    policies.check_confirm(by, route, now)
    policies.check_talked(route, talked=talked, said_word=said_word, now=now)
    if not 1 <= days <= LONGEST_DAYS:
        raise NotNowError(_("A way is confirmed for 1 to 90 days."))
    route.confirmed_by, route.confirmed_at, route.expires_at = by, now, now + dt.timedelta(days=days)
    route.confirmed_how = talked
    with machinery(route.matter_id):
        route.save(update_fields=["confirmed_by", "confirmed_at", "expires_at", "confirmed_how"])


@transaction.atomic
def missed(*, by: "Account", route: ContactRoute) -> None:
    """Her word was asked for and not said. The way is not used until somebody else has talked with her and heard it. Kept are how
    often, when and who heard it, and no word of what was said.
    """
    take(route.client_id)
    with machinery(route.matter_id):  # whoever may go this way may tell it, whatever else she may write
        route.refresh_from_db()
    now = timezone.now()
    policies.check_missed(by, route, now)
    heard = route.missed_heard if state_of(route, now) == State.MISSED else []
    route.missed_heard = sorted({*heard, str(by.pk)})
    route.words_missed, route.missed_at, route.missed_by = route.words_missed + 1, now, by
    with machinery(route.matter_id):
        route.save(update_fields=["words_missed", "missed_at", "missed_by", "missed_heard"])
    burn(route_id=route.pk)


@transaction.atomic
def retire(*, by: "Account", route: ContactRoute) -> None:
    """A way is not used any more, at once. One person may do it: it only makes things safer."""
    policies.check_change(by, route.matter_id, route.client_id)
    take(route.client_id)
    if route.retired_at is None:
        _retire(route, by, timezone.now())


@transaction.atomic
def avoid(*, by: "Account", matter_id: "UUID", client_id: "UUID", name: str, about: str = "") -> PersonToAvoid:
    """Somebody who must not learn of her. NotNowError for one who is on the list already."""
    policies.check_change(by, matter_id, client_id)
    take(client_id)
    policies.check_not_avoided_yet(by, matter_id, name, about)
    person = PersonToAvoid(matter_id=matter_id, client_id=client_id, made_by=by, name=name, about=about)
    person.save(force_insert=True)
    return person


@transaction.atomic
def end_avoid(*, by: "Account", person: PersonToAvoid) -> None:
    """The person need not be avoided any more."""
    policies.check_change(by, person.matter_id, person.client_id)
    person.ended_at, person.ended_by = timezone.now(), by
    person.save(update_fields=["ended_at", "ended_by"])


def _retire(route: ContactRoute, by: "Account", now: dt.datetime) -> None:
    route.retired_at, route.retired_by = now, by
    route.save(update_fields=["retired_at", "retired_by"])
    burn(route_id=route.pk)
