"""Sealing a matter, opening a sealed one for two officers, and what may be done only while it is not sealed."""

import datetime as dt
from collections.abc import Iterable
from uuid import UUID

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from probono.accounts.models import Account, ClientWindow, Seal, SealOpening


@transaction.atomic
def seal(*, matter_id: UUID, client_id: UUID | None = None) -> None:
    """Takes a matter out of every list, search and page at the next request; the client too, when she is named."""
    Seal.objects.get_or_create(matter_id=matter_id, client_id=None)
    if client_id:
        Seal.objects.get_or_create(client_id=client_id, matter_id=None)
    ClientWindow.objects.filter(matter_id=matter_id).delete()


@transaction.atomic
def unseal_client(*, client_id: UUID) -> None:
    """The client herself is found again, because a new matter of hers was opened."""
    Seal.objects.filter(client_id=client_id).delete()


@transaction.atomic
def open_sealed(*, matter_id: UUID, client_id: UUID, accounts: Iterable[Account], minutes: int) -> dt.datetime:
    """Lifts the seal of a matter and its client for these accounts; gives the moment it comes down again."""
    until = timezone.now() + dt.timedelta(minutes=minutes)
    seals = [*Seal.objects.filter(matter_id=matter_id), *Seal.objects.filter(client_id=client_id)]
    SealOpening.objects.bulk_create(
        SealOpening(seal=one, account=account, until=until) for account in accounts for one in seals
    )
    return until


@transaction.atomic
def close_sealed(*, matter_id: UUID, client_id: UUID) -> None:
    """Ends every opening of a sealed matter and its client at once."""
    SealOpening.objects.filter(Q(seal__matter_id=matter_id) | Q(seal__client_id=client_id)).delete()


def is_sealed(matter_id: UUID) -> bool:
    """Whether a matter is sealed."""
    return Seal.objects.filter(matter_id=matter_id).exists()
