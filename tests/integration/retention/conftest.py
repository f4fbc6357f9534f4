"""A closed file on its way: what the tests of retention share. FICTIONAL: nobody named here exists."""

import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from probono.accounts.models import Account
from probono.accounts.signing_in.sessions import PROVED_AT
from probono.matters.models import Matter
from probono.retention.models import Keeping
from probono.retention.services import keep
from probono.ui.today import today


def pass_days(days: int) -> None:
    """What was asked for was asked for that much earlier."""
    for row in Keeping.objects.exclude(requested_at=None):
        Keeping.objects.filter(pk=row.pk).update(requested_at=row.requested_at - dt.timedelta(days=days))  # type: ignore[operator]


def requested(by: Any, matter: Matter) -> Keeping:
    """Closed, sealed, the client's wish taken down, and the destruction asked for."""
    row = keep.close(by=by, matter_id=matter.pk)
    keep.seal(by=by, keeping=row)
    keep.instruct(by=by, keeping=row, wish="all", written_on=today(), way="room")
    keep.request(by=by, keeping=row, copies=True, asked=True)
    return Keeping.objects.get(pk=row.pk)


@pytest.fixture
def asked_for(dana: Any, with_facts: Matter) -> Keeping:
    return requested(dana, with_facts)


@pytest.fixture
def ripe(asked_for: Keeping, dana: Any, pat: Any) -> Keeping:
    """Both officers agreed, and the 14 days are over."""
    keep.approve(by=dana, keeping=asked_for, role="LD")
    keep.approve(by=pat, keeping=asked_for, role="PO")
    pass_days(15)
    return Keeping.objects.get(pk=asked_for.pk)


@pytest.fixture
def proved(as_: Callable[[Any], Client]) -> Callable[[Any], Client]:
    """A browser whose owner proved a moment ago that it is she."""

    def browser(account: Account) -> Client:
        found = as_(account)
        session = found.session
        session[PROVED_AT] = timezone.now().timestamp()
        session.save()
        return found

    return browser
