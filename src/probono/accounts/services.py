"""Writes: organisations, accounts, memberships, grants and denies."""

import datetime as dt
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from probono.accounts.matrix import STANDING, TEAM
from probono.accounts.models import Account, Deny, Grant, Membership, Organisation
from probono.accounts.models.access import Basis
from probono.accounts.roles import Role


@transaction.atomic
def add_organisation(*, name: str, kind: str) -> Organisation:
    """The organisation of that name, made if it is new."""
    organisation, _ = Organisation.objects.get_or_create(name=name, defaults={"kind": kind})
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
def add_member(*, account: Account, organisation: Organisation, role: Role, starts: dt.date) -> Membership:
    """Gives an account a role in an organisation, with what that role sees by standing."""
    membership, made = Membership.objects.get_or_create(
        account=account, organisation=organisation, role=role, defaults={"starts": starts}
    )
    if made:
        _grant_all(account, STANDING.get(role, {}), basis=Basis.ROLE)
    return membership


@transaction.atomic
def engage(*, account: Account, role: Role, matter_id: UUID, client_id: UUID, until: dt.datetime | None = None) -> None:
    """Puts an account on a matter's team: the grants of its role there, and no others."""
    if Grant.objects.filter(account=account, matter_id=matter_id, basis=Basis.ENGAGEMENT, until=until).exists():
        return
    _grant_all(account, TEAM[role], basis=Basis.ENGAGEMENT, matter_id=matter_id, client_id=client_id, until=until)


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
) -> Grant:
    """One grant on one matter and its client."""
    return Grant.objects.create(
        account=account,
        data_class=data_class,
        verb=verb,
        basis=basis,
        matter_id=matter_id,
        client_id=client_id,
        starts=timezone.now(),
        until=until,
    )


@transaction.atomic
def deny(
    *, account: Account, data_class: str, basis: str, matter_id: UUID | None = None, client_id: UUID | None = None
) -> Deny:
    """One wall. It takes hold at once and wins over every grant."""
    return Deny.objects.create(
        account=account,
        data_class=data_class,
        basis=basis,
        matter_id=matter_id,
        client_id=client_id,
        starts=timezone.now(),
    )


@transaction.atomic
def end_grants(*, account: Account, matter_id: UUID) -> None:
    """Ends everything an account holds on a matter, from now on."""
    now = timezone.now()
    live = Grant.objects.filter(account=account, matter_id=matter_id).exclude(until__lte=now)
    live.filter(starts__lt=now).update(until=now)


def _grant_all(
    account: Account,
    allowed: dict,
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
        for data_class, verb in allowed.items()
    )
