"""Two officers place a hold, or take the same demand in, in the same instant, on two connections of PostgreSQL: one is first, and
the other is told that the matter is held for that already.
"""

import datetime as dt
import threading
from typing import Any

import pytest

from probono.accounts.models import Account
from probono.accounts.walls import acting
from probono.matters.models import Matter
from probono.matters.policies import NotNowError
from probono.retention.legal.models import Demand
from probono.retention.legal.services import demands
from probono.retention.models import Hold
from probono.retention.services import hold
from probono.ui.today import today
from tests.integration.connections import SECONDS, beside, wait_until_one_waits
from tests.integration.retention.legal.conftest import said

__all__ = ["beside"]
pytestmark = [pytest.mark.django_db(transaction=True)]


def _place(by: Account, matter: Matter, reference: str = "26STCV00001") -> None:
    review = today() + dt.timedelta(days=90)
    with acting(by):
        hold.place(by=by, matter_id=matter.pk, client_id=matter.client_id, reference=reference, review_on=review)


def test_of_two_holds_for_the_same_the_second_waits_and_is_refused(
    beside: Any, matter: Matter, dana: Account, pat: Account
) -> None:
    placed, go = threading.Event(), threading.Event()

    def slow() -> None:
        _place(dana, matter)
        placed.set()
        assert go.wait(SECONDS)

    first = beside(slow)
    assert placed.wait(SECONDS)
    second = beside(lambda: _place(pat, matter, "26 STCV 00001"))
    wait_until_one_waits()
    go.set()

    first.result(SECONDS)
    with pytest.raises(NotNowError, match="already held for that"):
        second.result(SECONDS)
    assert Hold.objects.get().placed_by == dana


def test_a_hold_for_something_else_comes_after_it(beside: Any, matter: Matter, dana: Account, pat: Account) -> None:
    for each in [beside(lambda by=by: _place(by, matter, by.name)) for by in (dana, pat)]:
        each.result(SECONDS)

    assert Hold.objects.count() == 2


def test_a_demand_taken_in_by_both_is_one(beside: Any, matter: Matter, dana: Account, pat: Account) -> None:
    told = {"matter_id": matter.pk, "client_id": matter.client_id, **said()}
    both = [beside(lambda by=by: demands.take_in(by=by, **told)) for by in (dana, pat)]
    errors = [each.exception(SECONDS) for each in both]

    assert [type(one) for one in errors if one] == [NotNowError]
    assert (Demand.objects.count(), Hold.objects.count()) == (1, 1)
