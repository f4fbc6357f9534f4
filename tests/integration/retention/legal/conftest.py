"""A demand on Marisol's matter, and another client who has nothing to do with it. FICTIONAL: nobody named here exists."""

import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest

from probono.accounts.models import Account
from probono.matters.models import Matter
from probono.matters.services.opening import open_matter
from probono.people.services import add_client
from probono.retention.legal.models import Demand
from probono.retention.legal.services import demands
from probono.ui.today import today
from tests.integration.consent.contact.conftest import at, confirmed, sasha, taken, written

__all__ = ["at", "confirmed", "sasha", "taken", "written"]


def said(**more: Any) -> dict[str, Any]:
    """What a subpoena says."""
    return {
        "asked_by": "Rex Harlan's lawyer", "reference": "Superior Court, 26STCV00001", "kind": "subpoena",
        "signed": "no", "wants": "All records of the named person.", "served_on": today() - dt.timedelta(days=2),
        "due_on": today() + dt.timedelta(days=12), "review_on": today() + dt.timedelta(days=90),
    } | more  # fmt: skip


@pytest.fixture
def other(matter: Matter) -> Matter:
    """Another client's matter."""
    rosa = add_client(by=None, name="Rosa Fictional", code_name="Teal Harbor 11")
    return open_matter(by=None, client_id=rosa.pk, code_name=rosa.code_name)


@pytest.fixture
def told_of(taken_in: Callable[..., Demand], dana: Account) -> Callable[..., Demand]:
    """The same, and the client was told of it in the room."""

    def tell(on: Any = None, **more: Any) -> Demand:
        row = taken_in(on, **more)
        demands.told(by=dana, demand=row, way="room")
        return Demand.objects.get(pk=row.pk)

    return tell


@pytest.fixture
def taken_in(dana: Account, matter: Matter) -> Callable[..., Demand]:
    """`taken_in(kind="warrant")`: a demand that Dana took in."""

    def take(on: Any = None, **more: Any) -> Demand:
        on = on or matter
        return demands.take_in(by=dana, matter_id=on.pk, client_id=on.client_id, **said(**more))

    return take
