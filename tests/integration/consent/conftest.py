"""Papers for the tests of releases. FICTIONAL: nobody named here exists."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from probono.accounts.models import Account
from probono.consent.models import Release
from probono.consent.policies import latest_day
from probono.consent.services import releases
from probono.matters.models import Matter
from probono.ui.today import today


@pytest.fixture
def drawn(matter: Matter, blair: Account, other_firm: Any) -> Callable[..., Release]:
    """A paper on Marisol's matter that waits for her signature; without more, for the other firm and who she is."""

    def draw(**told: Any) -> Release:
        plain = {
            "by": blair,
            "matter_id": matter.pk,
            "client_id": matter.client_id,
            "organisation": other_firm,
            "purpose": "represent",
            "classes": ["D2"],
            "language": "en",
            "last_day": latest_day(today()),
        }
        return releases.draw_up(**(plain | told))

    return draw


@pytest.fixture
def signed(drawn: Callable[..., Release], blair: Account) -> Callable[..., Release]:
    """The same, signed before Blair."""

    def sign(**told: Any) -> Release:
        paper = drawn(**told)
        by_guardian = bool(told.get("is_minor"))
        releases.sign(by=blair, release=paper, how="in_person", signed_on=today(), by_guardian=by_guardian)
        return paper

    return sign


@pytest.fixture
def proved(as_: Callable[[Any], Client]) -> Callable[[Any], Client]:
    """A browser whose person has just proved that it is she."""

    def browser(account: Any) -> Client:
        found = as_(account)
        found.post("/account/confirm/prove/", {"plainly": "yes"})
        return found

    return browser
