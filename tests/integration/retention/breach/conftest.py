"""A breach of Casey's or Avery's sign-in, and two clients' matters. FICTIONAL: nobody named here exists."""

import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest
from django.utils import timezone

from probono.accounts.handles import handle_of
from probono.accounts.models import Account
from probono.audit.actions import Action, Outcome
from probono.audit.services import Act, append
from probono.matters.models import Matter
from probono.retention.breach.models import Breach
from probono.retention.breach.services import breaches
from tests.integration.consent.contact.conftest import at, confirmed, sasha, taken, written
from tests.integration.retention.legal.conftest import other

__all__ = ["at", "confirmed", "other", "sasha", "taken", "written"]


def span(**more: Any) -> dict[str, Any]:
    """A breach that began an hour ago and goes on."""
    now = timezone.now()
    hour = dt.timedelta(hours=1)
    return {"kind": "sign_in", "noticed_at": now, "since": now - hour, "until": None} | more


@pytest.fixture
def looked() -> Callable[..., None]:
    """`looked(avery, matter)`: a row of the audit log that says so."""

    def look(who: Account, at: Matter, *, times: int = 1, outcome: Outcome = Outcome.DONE) -> None:
        for _ in range(times):
            append(Act(Action.READ, actor=who.pk, handle=handle_of(at.pk, at.pk), outcome=outcome))

    return look


@pytest.fixture
def opened(dana: Account) -> Callable[..., Breach]:
    """`opened(account=avery)`: a breach that Dana opened and listed."""

    def begin(**more: Any) -> Breach:
        made = breaches.begin(by=dana, **span(**more))
        breaches.list_matters(by=dana, breach=made)
        return Breach.objects.get(pk=made.pk)

    return begin
