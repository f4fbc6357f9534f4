"""Writes: organisations, accounts, memberships, grants and denies. Each change of access leaves its audit row."""

import datetime as dt
from collections.abc import Sequence
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
        ends = timezone.make_aware(dt.datetime.combine(until, dt.time())) if until else None
        _grant_all(account, allowed(role, Standing.STANDING), basis=Basis.ROLE, until=ends)
        _tell(Action.ACCOUNT, by, part=handle_of("program", account.pk))
    return membership


@transaction.atomic
def end_member(*, membership: Membership, on: dt.date, by: Account | None = None) -> None:
    """Ends a role. What it gave by standing ends at once; with the last role everything ends."""
    membership.until = max(on, membership.starts + dt.timedelta(days=1))
    membership.save(update_fields=["until"])
    account, now = membership.account, timezone.now()
    others = account.memberships.exclude(pk=membership.pk).filter(until__isnull=True)
    kept = {data_class for other in others for data_class in allowed(Role(other.role), Standing.STANDING)}
    live = Grant.objects.filter(account=account).exclude(until__lte=now)
    if others.exists():
        live = live.filter(basis=Basis.ROLE).exclude(data_class__in=kept)
    _end(live, now)
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
    if Grant.objects.filter(account=account, matter_id=matter_id, basis=Basis.ENGAGEMENT, until=until).exists():
        return
    held = allowed(role, Standing.TEAM)
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
    by: Account | None = None,
) -> None:
    """What the client's release opens to one account in its role. It ends by itself (90 days when no day is named)."""
    held = allowed(role, Standing.TEAM_AND_RELEASE) | allowed(role, Standing.RELEASE)
    ends = until or timezone.now() + dt.timedelta(days=RELEASE_DAYS)
    _grant_all(account, held, basis=Basis.RELEASE, matter_id=matter_id, client_id=client_id, until=ends)
    _tell(Action.GRANT, by, matter_id=matter_id, part=handle_of("program", account.pk))


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
    until: dt.datetime | None = None,
) -> None:
    starts = timezone.now()
    Grant.objects.bulk_create(
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
