"""Ways to reach Marisol. FICTIONAL: 555 numbers and example addresses only."""

import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest
from django.utils import timezone

from probono.accounts.models import Account
from probono.accounts.roles import Role
from probono.accounts.services import add_account, add_member
from probono.consent.contact.hours import DAY, EVERY_DAY, Hours
from probono.consent.contact.models import ContactRoute
from probono.consent.contact.services import routes
from probono.matters.models import Matter
from tests.integration.conftest import BEGAN

ALWAYS = Hours(EVERY_DAY, 0, DAY).kept()
MAIL = {"kind": "email", "value": "her@example.test", "hours": ALWAYS, "may_send": True}
PHONE = {"kind": "phone", "value": "(213) 555-0187", "hours": ALWAYS}


@pytest.fixture
def sasha(home: Any) -> Account:
    """The advocate's supervisor: she reads contact data and writes none."""
    account = add_account(email="sasha@example.test", name="Sasha Brightwater", is_demo=True)
    add_member(account=account, organisation=home, role=Role.SOCIAL_WORK_SUPERVISOR, starts=BEGAN)
    return account


@pytest.fixture
def written(matter: Matter, frankie: Account) -> Callable[..., ContactRoute]:
    """`written(MAIL)`: a way that Frankie wrote down, in the room; it waits for a second person."""

    def write(way: dict[str, Any] = MAIL, **more: Any) -> ContactRoute:
        more = {"heard": "in_person"} | more
        return routes.propose(by=frankie, matter_id=matter.pk, client_id=matter.client_id, way=way, **more)

    return write


@pytest.fixture
def taken(written: Callable[..., ContactRoute], sasha: Account) -> Callable[..., ContactRoute]:
    """A way that a second person has looked at, still unknown."""

    def take(way: dict[str, Any] = MAIL, **more: Any) -> ContactRoute:
        route = written(way, **more)
        routes.decide(by=sasha, route=route, yes=True)
        return ContactRoute.objects.get(pk=route.pk)

    return take


@pytest.fixture
def confirmed(taken: Callable[..., ContactRoute], frankie: Account) -> Callable[..., ContactRoute]:
    """A way that Frankie has confirmed by talking with her."""

    def confirm(way: dict[str, Any] = MAIL, days: int = 14, **more: Any) -> ContactRoute:
        route = taken(way, **more)
        routes.confirm(by=frankie, route=route, talked="room", said_word=True, days=days)
        return ContactRoute.objects.get(pk=route.pk)

    return confirm


@pytest.fixture
def at(monkeypatch: pytest.MonkeyPatch) -> Callable[[dt.datetime], None]:
    """`at(moment)` sets the clock of the site."""

    def set_clock(moment: dt.datetime) -> None:
        monkeypatch.setattr(timezone, "now", lambda: moment)

    return set_clock
