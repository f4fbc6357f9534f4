"""A note to her and a safety hold in the same instant, on two connections of PostgreSQL: one comes after the other, and once
the hold is written nothing leaves that was let out before it.
"""

import threading
from collections.abc import Callable
from typing import Any

import pytest
from django.core import mail

from probono.accounts.models import Account
from probono.consent.contact.models import ContactRoute, SafetyHold, Sent
from probono.consent.contact.policies import NotNowError
from probono.consent.contact.services import holds, routes
from probono.consent.contact.services.sending import send
from probono.matters.models import Matter
from probono.post import services as post
from tests.integration.connections import SECONDS, beside, wait_until_one_waits

__all__ = ["beside"]
pytestmark = [pytest.mark.django_db(transaction=True)]
BACKEND = "django.core.mail.backends.locmem.EmailBackend.send_messages"
Ways = Callable[..., ContactRoute]


def _hold(matter: Matter, by: Account) -> None:
    holds.hold(by=by, matter_id=matter.pk, client_id=matter.client_id)


def _hers() -> list[Any]:
    return [one for one in mail.outbox if one.to == ["her@example.test"]]


def _pause_before_handing_over(monkeypatch: pytest.MonkeyPatch, meanwhile: Callable[[], object]) -> None:
    """Between the commit of a sending and the handing over, something happens."""
    real = post._hand_over

    def hand_over(address: str, *rest: Any) -> None:
        if address == "her@example.test":
            meanwhile()
        real(address, *rest)

    monkeypatch.setattr(post, "_hand_over", hand_over)


def test_a_hold_waits_for_the_note_that_is_being_handed_over(
    beside: Any, confirmed: Ways, matter: Matter, frankie: Account, monkeypatch: pytest.MonkeyPatch
) -> None:
    route, handing, go = confirmed(), threading.Event(), threading.Event()
    stood: list[bool] = []

    def slow(*args: Any) -> None:
        handing.set()
        assert go.wait(SECONDS)
        stood.append(SafetyHold.objects.exists())

    monkeypatch.setattr(BACKEND, slow)
    sending = beside(lambda: send(by=frankie, route=route, note="call"))
    assert handing.wait(SECONDS)
    monkeypatch.setattr(BACKEND, lambda *args: None)
    holding = beside(lambda: _hold(matter, frankie))
    wait_until_one_waits()
    go.set()
    sending.result(SECONDS)
    holding.result(SECONDS)

    assert stood == [False]
    assert SafetyHold.objects.count() == 1
    assert not Sent.objects.get().failed


def test_a_hold_written_between_the_sending_and_the_handing_over_stops_it(
    beside: Any, confirmed: Ways, matter: Matter, frankie: Account, monkeypatch: pytest.MonkeyPatch
) -> None:
    route = confirmed()
    _pause_before_handing_over(monkeypatch, lambda: beside(lambda: _hold(matter, frankie)).result(SECONDS))
    send(by=frankie, route=route, note="call")

    assert _hers() == []
    assert Sent.objects.get().failed


def test_so_does_one_that_is_not_written_yet_when_the_handing_over_begins(
    beside: Any, confirmed: Ways, matter: Matter, frankie: Account, monkeypatch: pytest.MonkeyPatch
) -> None:
    route, held, go = confirmed(), threading.Event(), threading.Event()
    sent = threading.Event()

    def slow_hold() -> None:
        _hold(matter, frankie)
        held.set()
        assert go.wait(SECONDS)

    holding: list[Any] = []

    def meanwhile() -> None:
        sent.set()
        holding.append(beside(slow_hold))
        assert held.wait(SECONDS)

    _pause_before_handing_over(monkeypatch, meanwhile)
    sending = beside(lambda: send(by=frankie, route=route, note="call"))
    assert sent.wait(SECONDS)
    assert held.wait(SECONDS)
    wait_until_one_waits()
    go.set()
    sending.result(SECONDS)
    holding[0].result(SECONDS)

    assert _hers() == []
    assert Sent.objects.get().failed


def test_no_token_is_minted_while_a_hold_is_being_written(
    beside: Any, confirmed: Ways, matter: Matter, frankie: Account
) -> None:
    route, held, go = confirmed(), threading.Event(), threading.Event()

    def slow_hold() -> None:
        _hold(matter, frankie)
        held.set()
        assert go.wait(SECONDS)

    holding = beside(slow_hold)
    assert held.wait(SECONDS)
    sending = beside(lambda: send(by=frankie, route=route, note="call"))
    wait_until_one_waits()
    go.set()
    holding.result(SECONDS)

    with pytest.raises(NotNowError, match="safety hold stands"):
        sending.result(SECONDS)
    assert _hers() == []


def test_a_hold_lifted_at_once_and_a_new_yes_let_no_older_note_out(
    confirmed: Ways, matter: Matter, frankie: Account, dana: Account, monkeypatch: pytest.MonkeyPatch
) -> None:
    route = confirmed()

    def meanwhile() -> None:
        _hold(matter, frankie)
        for by in (frankie, dana):
            holds.lift(by=by, matter_id=matter.pk, client_id=matter.client_id)
        routes.confirm(by=frankie, route=route, talked="room")

    _pause_before_handing_over(monkeypatch, meanwhile)
    send(by=frankie, route=route, note="call")

    assert _hers() == []
    assert Sent.objects.get().failed


def test_a_way_retired_in_the_same_moment_is_not_gone(
    confirmed: Ways, frankie: Account, monkeypatch: pytest.MonkeyPatch
) -> None:
    route = confirmed()
    _pause_before_handing_over(monkeypatch, lambda: routes.retire(by=frankie, route=route))
    send(by=frankie, route=route, note="call")

    assert _hers() == []


def test_two_holds_in_the_same_instant_are_one(beside: Any, matter: Matter, frankie: Account, sasha: Account) -> None:
    for each in [beside(lambda by=by: _hold(matter, by)) for by in (frankie, sasha)]:
        each.result(SECONDS)

    assert SafetyHold.objects.count() == 1
