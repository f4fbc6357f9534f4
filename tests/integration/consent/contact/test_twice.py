"""A form about how she is reached that is sent twice is one act; what truly happens a second time stays possible."""

import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest
from django.core import mail
from django.utils import timezone

from probono.accounts.models import Account
from probono.consent.contact.models import ContactRoute, Sent
from probono.consent.contact.policies import HANDING_OVER, NotNowError
from probono.consent.contact.services import routes
from probono.consent.contact.services.sending import send
from probono.ui.twice import SENT_TWICE
from tests.integration.consent.contact.conftest import MAIL, PHONE

pytestmark = [pytest.mark.django_db(transaction=True)]
Ways = Callable[..., ContactRoute]
SECOND = dt.timedelta(seconds=1)


def _hers() -> int:
    return len([one for one in mail.outbox if one.to == ["her@example.test"]])


def test_a_note_goes_to_her_once_though_it_is_sent_twice(confirmed: Ways, frankie: Account) -> None:
    route = confirmed()
    send(by=frankie, route=route, note="call")
    with pytest.raises(NotNowError, match="not sent a second time"):
        send(by=frankie, route=route, note="call")

    assert (_hers(), Sent.objects.count()) == (1, 1)


def test_another_note_goes_at_once_and_the_same_one_later(confirmed: Ways, frankie: Account, at: Any) -> None:
    route, now = confirmed(), timezone.now()
    send(by=frankie, route=route, note="call")
    send(by=frankie, route=route, note="news")
    at(now + SENT_TWICE + SECOND)
    send(by=frankie, route=route, note="call")

    assert _hers() == 3


def test_a_note_that_failed_may_be_tried_again_once_it_cannot_be_on_its_way_any_more(
    confirmed: Ways, frankie: Account, at: Any
) -> None:
    route, now = confirmed(), timezone.now()
    send(by=frankie, route=route, note="call")
    Sent.objects.update(failed=True)
    with pytest.raises(NotNowError, match="not sent a second time"):
        send(by=frankie, route=route, note="call")
    at(now + HANDING_OVER + SECOND)
    send(by=frankie, route=route, note="call")

    assert Sent.objects.count() == 2


def test_the_same_way_waits_for_a_second_person_once(written: Ways, sasha: Account) -> None:
    first = written()
    with pytest.raises(NotNowError, match="written down already"):
        written()
    written(PHONE)
    written(MAIL | {"language": "es"})
    routes.decide(by=sasha, route=first, yes=False)
    written()

    assert ContactRoute.objects.count() == 4
