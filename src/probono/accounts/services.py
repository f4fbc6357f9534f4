"""Writes: organisations, accounts, memberships, grants and denies. Each change of access leaves its audit row."""

import datetime as dt
from collections.abc import Collection, Sequence
from uuid import UUID

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from probono.accounts.data_classes import ANY, Verb
from probono.accounts.handles import handle_of
from probono.accounts.matrix import Standing, allowed
from probono.accounts.models import Account, Deny, Grant, Membership, Organisation
from probono.accounts.models.access import Basis
from probono.accounts.roles import Role, belongs
from probono.audit.actions import Action, Reason
from probono.audit.services import Act, append

RELEASE_DAYS = 90
"""How long a release opens anything when it names no earlier day: the longest the program allows."""


class RoleNotHereError(Exception):
    """A role was to be given in an organisation that cannot hold it; the message is a sentence."""


@transaction.atomic
def add_organisation(*, name: str, kind: str) -> Organisation:
    """The organisation of that name, made if it is new."""
    organisation, _made = Organisation.objects.get_or_create(name=name, defaults={"kind": kind})
    return organisation


@transaction.atomic
def add_account(*, email: str, name: str, is_demo: bool = False) -> Account:
    """The account with that address, made if it is new. It has no password: passkeys or the demo sign-in open it."""
    account, made = Account.objects.get_or_create(email=email.lower(), defaults={"name": name, "is_demo": is_demo})
    if made:
        account.set_unusable_password()
        account.save(update_fields=["password"])
    return account


@transaction.atomic
def add_member(
    *,
    account: Account,
    organisation: Organisation,
    role: Role,
    starts: dt.date,
    until: dt.date | None = None,
    by: Account | None = None,
) -> Membership:
    """Gives an account a role in an organisation, with what that role sees by standing, for as long as the role lasts.

    RoleNotHereError when the organisation is none that can hold the role.
    """
    if not belongs(role, organisation.kind):
        raise RoleNotHereError(_("That role is not one this organization can hold."))
    membership, made = Membership.objects.get_or_create(
        account=account, organisation=organisation, role=role, defaults={"starts": starts, "until": until}
    )
    if made:
        _grant_role(membership)
        _tell(Action.ACCOUNT, by, part=handle_of("program", account.pk))
    return membership


@transaction.atomic
def end_member(*, membership: Membership, on: dt.date, by: Account | None = None) -> None:
    """Ends a role. What it gave by standing ends at once; with the last role everything ends.

    A role that ends on the day it began is kept as one that began the day before: a day is the shortest there is.
    """
    membership.starts = min(membership.starts, on - dt.timedelta(days=1))
    membership.until = on
    membership.save(update_fields=["starts", "until"])
    account, now, day = membership.account, timezone.now(), timezone.localdate()
    others = list(account.memberships.exclude(pk=membership.pk).exclude(until__lte=day))
    live = Grant.objects.filter(account=account).exclude(until__lte=now)
    _end(live.filter(basis=Basis.ROLE) if others else live, now)
    for other in others:
        _grant_role(other)
    _tell(Action.ACCOUNT, by, part=handle_of("program", account.pk))


@transaction.atomic
def engage(
    *,
    account: Account,
    role: Role,
    matter_id: UUID,
    client_id: UUID,
    until: dt.datetime | None = None,
    by: Account | None = None,
) -> None:
    """Puts an account on a matter's team: the grants of its role there, and no others."""
    there = Grant.objects.filter(account=account, matter_id=matter_id, basis=Basis.ENGAGEMENT, until=until)
    given = set(there.values_list("data_class", "verb"))
    held = {name: verb for name, verb in allowed(role, Standing.TEAM).items() if (name, verb) not in given}
    if not held:
        return
    _grant_all(account, held, basis=Basis.ENGAGEMENT, matter_id=matter_id, client_id=client_id, until=until)
    _tell(Action.GRANT, by, matter_id=matter_id, part=handle_of("program", account.pk))


@transaction.atomic
def release(
    *,
    account: Account,
    role: Role,
    matter_id: UUID,
    client_id: UUID,
    until: dt.datetime | None = None,
    classes: Collection[str] | None = None,
    by: Account | None = None,
) -> list[UUID]:
    """What the client's release opens to one account in its role. It ends by itself (90 days when no day is named).

    Of what the matrix lets the role have by a release, only the classes the release names, where it names some. What needs
    the team too opens only to somebody who is on it now, and ends with the earlier of both. Gives the ids of the grants.
    """
    ends = until or timezone.now() + dt.timedelta(days=RELEASE_DAYS)
    made: list[UUID] = []
    for basis, last in [(Standing.RELEASE, ends), *_with_team(account, matter_id, ends)]:
        held = {name: verb for name, verb in allowed(role, basis).items() if classes is None or name in classes}
        made += _grant_all(account, held, basis=Basis.RELEASE, matter_id=matter_id, client_id=client_id, until=last)
    if made:
        _tell(Action.GRANT, by, matter_id=matter_id, part=handle_of("program", account.pk))
    return made


@transaction.atomic
def grant(
    *,
    account: Account,
    data_class: str,
    verb: str,
    basis: str,
    matter_id: UUID,
    client_id: UUID,
    until: dt.datetime | None = None,
    by: Account | None = None,
) -> Grant:
    """One grant on one matter and its client."""
    made = Grant.objects.create(
        account=account,
        data_class=data_class,
        verb=verb,
        basis=basis,
        matter_id=matter_id,
        client_id=client_id,
        starts=timezone.now(),
        until=until,
    )
    _tell(Action.GRANT, by, matter_id=matter_id, data_class=data_class, part=handle_of("program", account.pk))
    return made


@transaction.atomic
def deny(
    *,
    account: Account,
    data_class: str,
    basis: str,
    matter_id: UUID | None = None,
    client_id: UUID | None = None,
    by: Account | None = None,
) -> Deny:
    """One wall. It takes hold at once and wins over every grant."""
    made = Deny.objects.create(
        account=account,
        data_class=data_class,
        basis=basis,
        matter_id=matter_id,
        client_id=client_id,
        starts=timezone.now(),
    )
    told = "" if data_class == ANY else data_class
    _tell(Action.DENY, by, matter_id=matter_id or client_id, data_class=told, part=handle_of("program", account.pk))
    return made


@transaction.atomic
def end_grants(*, account: Account, matter_id: UUID, by: Account | None = None) -> None:
    """Ends everything an account holds on a matter, from now on."""
    now = timezone.now()
    _end(Grant.objects.filter(account=account, matter_id=matter_id).exclude(until__lte=now), now)
    _tell(Action.END_GRANT, by, matter_id=matter_id, part=handle_of("program", account.pk))


@transaction.atomic
def end_these(*, ids: Collection[UUID], matter_id: UUID, by: Account | None = None) -> None:
    """Ends some grants on a matter from now on: those that one release made."""
    now = timezone.now()
    live = Grant.objects.filter(pk__in=ids, matter_id=matter_id).exclude(until__lte=now)
    for account_id in sorted(set(live.values_list("account_id", flat=True))):
        _tell(Action.END_GRANT, by, matter_id=matter_id, part=handle_of("program", account_id))
    _end(live, now)


@transaction.atomic
def end_deny(*, wall: Deny, by: Account | None = None) -> None:
    """Takes a wall down. What the person's grants allow holds again."""
    wall.until = timezone.now()
    wall.save(update_fields=["until"])
    subject = wall.matter_id or wall.client_id
    _tell(Action.END_DENY, by, matter_id=subject, part=handle_of("program", wall.account_id))


@transaction.atomic
def break_glass(
    *, account: Account, classes: Sequence[str], matter_id: UUID, client_id: UUID, minutes: int, reason: Reason
) -> dt.datetime:
    """Opens classes of one matter to one account for reading, for so many minutes; gives the moment it ends."""
    ends = timezone.now() + dt.timedelta(minutes=minutes)
    held = dict.fromkeys(classes, Verb.READ)
    _grant_all(account, held, basis=Basis.BREAK_GLASS, matter_id=matter_id, client_id=client_id, until=ends)
    _tell(Action.BREAK_GLASS, account, matter_id=matter_id, part=handle_of("program", account.pk), reason=reason)
    return ends


@transaction.atomic
def end_emergency(*, account: Account, matter_id: UUID, by: Account | None = None) -> None:
    """Ends at once what an opening in an emergency still allows."""
    now = timezone.now()
    live = Grant.objects.filter(account=account, matter_id=matter_id, basis=Basis.BREAK_GLASS)
    _end(live.exclude(until__lte=now), now)
    _tell(Action.END_GRANT, by, matter_id=matter_id, part=handle_of("program", account.pk))


def _grant_role(membership: Membership) -> None:
    """What a role sees by standing, from its first day (or now) to its last."""
    first = timezone.make_aware(dt.datetime.combine(membership.starts, dt.time()))
    last = timezone.make_aware(dt.datetime.combine(membership.until, dt.time())) if membership.until else None
    held = allowed(Role(membership.role), Standing.STANDING)
    starts = max(first, timezone.now())
    if last is None or last > starts:
        _grant_all(membership.account, held, basis=Basis.ROLE, starts=starts, until=last)


def _with_team(account: Account, matter_id: UUID, ends: dt.datetime) -> list[tuple[Standing, dt.datetime]]:
    """Until when a release and an engagement on the same matter hold together; empty for somebody who is not on its team."""
    now = timezone.now()
    live = Grant.objects.filter(account=account, matter_id=matter_id, basis=Basis.ENGAGEMENT, starts__lte=now)
    lasts = [until or ends for until in live.exclude(until__lte=now).values_list("until", flat=True)]
    return [(Standing.TEAM_AND_RELEASE, min(ends, max(lasts)))] if lasts else []


def _end(grants: QuerySet[Grant], now: dt.datetime) -> None:
    """Ends what has begun; what has not begun yet is taken back."""
    grants.filter(starts__lt=now).update(until=now)
    grants.filter(starts__gte=now).delete()


def _tell(
    action: Action,
    by: Account | None,
    *,
    matter_id: UUID | None = None,
    data_class: str = "",
    part: str = "",
    reason: Reason = Reason.NONE,
) -> None:
    handle = handle_of(matter_id, matter_id) if matter_id else ""
    append(Act(action, actor=by.pk if by else None, data_class=data_class, handle=handle, part=part, reason=reason))


def _grant_all(
    account: Account,
    held: dict,
    *,
    basis: str,
    matter_id: UUID | None = None,
    client_id: UUID | None = None,
    starts: dt.datetime | None = None,
    until: dt.datetime | None = None,
) -> list[UUID]:
    starts = starts or timezone.now()
    made = Grant.objects.bulk_create(
        Grant(
            account=account,
            data_class=data_class,
            verb=verb,
            basis=basis,
            matter_id=matter_id,
            client_id=client_id,
            starts=starts,
            until=until,
        )
        for data_class, verb in held.items()
    )
    return [one.pk for one in made]
