"""One's own keys: adding, naming and removing them. One always stays; every change ends the other sessions."""

import time
from collections.abc import Callable
from types import SimpleNamespace
from typing import Any

import pytest
from allauth.mfa.models import Authenticator
from django.test import Client

from probono.accounts.models import Account
from probono.accounts.signing_in.sessions import PROVED_AT
from tests.integration.accounts.conftest import sign_in
from tests.integration.accounts.device import Device

pytestmark = [pytest.mark.django_db, pytest.mark.sqlite]


def _add(browser: Client, name: str = "Phone") -> Device:
    device = Device()
    made = device.make(browser.post("/account/passkeys/start/").json())
    browser.post("/account/passkeys/add/", {"credential": made, "name": name})
    return device


def _grow_old(browser: Client) -> None:
    session = browser.session
    session[PROVED_AT] = time.time() - 301
    session.save()


def test_a_second_passkey_is_added_and_signs_in(jordan: SimpleNamespace) -> None:
    device = _add(jordan.browser)

    answer, _browser = sign_in(device)

    assert answer.status_code == 302
    assert "Phone" in jordan.browser.get("/account/").content.decode()


def test_adding_a_key_ends_the_other_sessions_and_renews_this_one(jordan: SimpleNamespace) -> None:
    _answer, other = sign_in(jordan.device)
    before = jordan.browser.cookies["session"].value

    _add(jordan.browser)

    assert other.get("/account/").status_code == 302
    assert jordan.browser.get("/account/").status_code == 200
    assert jordan.browser.cookies["session"].value != before


def test_adding_a_key_asks_for_a_fresh_proof(jordan: SimpleNamespace) -> None:
    _grow_old(jordan.browser)

    assert "/account/confirm/" in jordan.browser.get("/account/passkeys/add/")["Location"]
    assert jordan.browser.post("/account/passkeys/start/").status_code == 403
    assert jordan.browser.get("/account/app/").status_code == 302


def test_the_last_key_stays(jordan: SimpleNamespace) -> None:
    only = Authenticator.objects.get()

    jordan.browser.post(f"/account/keys/{only.pk}/remove/")

    assert Authenticator.objects.filter(pk=only.pk).exists()
    assert "your only way in" in jordan.browser.get("/account/").content.decode()


def test_a_removed_key_signs_nobody_in(jordan: SimpleNamespace) -> None:
    first = Authenticator.objects.get()
    _add(jordan.browser)

    jordan.browser.post(f"/account/keys/{first.pk}/remove/")

    assert sign_in(jordan.device)[0].status_code == 400


def test_removing_asks_for_a_fresh_proof(jordan: SimpleNamespace) -> None:
    first = Authenticator.objects.get()
    _add(jordan.browser)
    _grow_old(jordan.browser)

    answer = jordan.browser.post(f"/account/keys/{first.pk}/remove/")

    assert answer["Location"].startswith("/account/confirm/")
    assert Authenticator.objects.filter(pk=first.pk).exists()


def test_a_key_is_renamed(jordan: SimpleNamespace) -> None:
    key = Authenticator.objects.get()

    jordan.browser.post(f"/account/passkeys/{key.pk}/name/", {"name": "Desk at work"})

    assert "Desk at work" in jordan.browser.get("/account/").content.decode()


@pytest.mark.parametrize("act", ["keys/{}/remove/", "passkeys/{}/name/"])
def test_nobody_touches_anothers_key(
    jordan: SimpleNamespace, as_: Callable[[Any], Client], avery: Account, act: str
) -> None:
    from tests.integration.accounts.conftest import confirm

    browser = as_(avery)
    confirm(browser)
    key = Authenticator.objects.get()

    answer = browser.post(f"/account/{act.format(key.pk)}", {"name": "Mine"})

    assert answer.status_code == 404
    assert Authenticator.objects.get().data["name"] == "Laptop"


def test_a_person_of_the_demo_adds_a_passkey(as_: Callable[[Any], Client], avery: Account) -> None:
    browser = as_(avery)

    device = _add(browser)

    assert sign_in(device)[0].status_code == 302
