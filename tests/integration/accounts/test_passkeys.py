"""Signing in with a passkey: what is taken, and everything that is not."""

import json
from types import SimpleNamespace
from typing import Any

import pytest
from allauth.mfa.models import Authenticator
from django.test import Client
from django.urls import NoReverseMatch, get_resolver, reverse

from probono.accounts.models import Account
from tests.integration.accounts.conftest import let_in, sign_in
from tests.integration.accounts.device import Device

pytestmark = [pytest.mark.django_db, pytest.mark.sqlite]


def _is_in(browser: Client) -> bool:
    return bool(browser.get("/matters/").status_code == 200)


def test_a_passkey_made_through_a_link_signs_in(jordan: SimpleNamespace) -> None:
    answer, browser = sign_in(jordan.device)

    assert answer["Location"] == "/matters/"
    assert _is_in(browser)


def test_it_asks_for_a_discoverable_passkey_with_user_verification(invited: SimpleNamespace) -> None:
    browser = Client(SERVER_NAME="localhost")
    browser.post(invited.path, {"code": invited.code})

    asked = browser.post("/enrol/start/").json()["publicKey"]
    proof = browser.post("/sign-in/start/").json()["publicKey"]

    assert asked["authenticatorSelection"]["residentKey"] == "required"
    assert asked["authenticatorSelection"]["userVerification"] == "required"
    assert asked["rp"]["id"] == "localhost"
    assert proof["userVerification"] == "required"
    assert not proof.get("allowCredentials")


def test_a_device_that_does_not_verify_its_user_is_not_taken(invited: SimpleNamespace) -> None:
    browser, device = Client(SERVER_NAME="localhost"), Device(verifies=False)
    browser.post(invited.path, {"code": invited.code})

    browser.post("/enrol/passkey/", {"credential": device.make(browser.post("/enrol/start/").json())})

    assert not Authenticator.objects.exists()


def test_a_proof_without_user_verification_is_refused(jordan: SimpleNamespace) -> None:
    jordan.device.flags = 0x01

    answer, browser = sign_in(jordan.device)

    assert answer.status_code == 400
    assert not _is_in(browser)


def test_a_proof_for_another_site_is_refused(jordan: SimpleNamespace) -> None:
    jordan.device.origin = "http://127.0.0.1:8000"

    answer, browser = sign_in(jordan.device)

    assert answer.status_code == 400
    assert not _is_in(browser)


def test_a_proof_is_for_one_challenge(jordan: SimpleNamespace) -> None:
    browser = Client(SERVER_NAME="localhost")
    asked = browser.post("/sign-in/start/").json()
    proof = jordan.device.prove(asked)
    browser.post("/sign-in/passkey/", {"credential": proof})
    browser.post("/sign-out/")

    other = Client(SERVER_NAME="localhost")
    other.post("/sign-in/start/")
    again = [
        browser.post("/sign-in/passkey/", {"credential": proof}),
        other.post("/sign-in/passkey/", {"credential": proof}),
    ]

    assert [answer.status_code for answer in again] == [400, 400]


def test_a_key_that_the_site_does_not_know_is_refused(jordan: SimpleNamespace) -> None:
    stranger = Device()
    stranger.handle = jordan.device.handle

    answer, browser = sign_in(stranger)

    assert answer.status_code == 400
    assert not _is_in(browser)


@pytest.mark.parametrize("sent", ["", "{}", "[]", "null", '{"response": {}}', "[" * 9000, "x" * 30_000])
def test_nonsense_is_refused_in_the_same_words(sent: str, home: Any) -> None:
    browser = Client(SERVER_NAME="localhost")
    browser.post("/sign-in/start/")

    answer = browser.post("/sign-in/passkey/", {"credential": sent})

    assert answer.status_code == 400
    assert "That did not work" in answer.content.decode()


def test_a_disabled_person_is_refused(jordan: SimpleNamespace) -> None:
    Account.objects.filter(pk=jordan.account.pk).update(is_active=False)

    answer, browser = sign_in(jordan.device)

    assert answer.status_code == 400
    assert not _is_in(browser)


def test_each_sign_in_has_a_new_session(jordan: SimpleNamespace) -> None:
    _answer, browser = sign_in(jordan.device)
    first = browser.cookies["session"].value

    sign_in(jordan.device, browser)

    assert browser.cookies["session"].value != first


def test_the_challenge_is_the_same_shape_for_everybody(home: Any, jordan: SimpleNamespace) -> None:
    asked = [json.loads(Client(SERVER_NAME="localhost").post("/sign-in/start/").content) for _each in range(2)]
    for each in asked:
        each["publicKey"].pop("challenge")

    assert asked[0] == asked[1]


def test_the_page_says_that_a_passkey_needs_script(stranger: Client) -> None:
    page = stranger.get("/sign-in/").content.decode()

    assert "Passkeys need JavaScript" in page
    assert "Use an authenticator app" in page


def test_a_second_person_signs_in_as_herself(jordan: SimpleNamespace, firm: Any, blair: Any) -> None:
    from probono.accounts.roles import Role
    from probono.accounts.signing_in import enrolments

    _made, given = enrolments.invite(
        by=blair, email="kim@example.test", name="Kim Osei", role=Role.PARALEGAL, organisation=firm
    )
    assert given is not None
    _browser, kims = let_in(SimpleNamespace(path=f"/enrol/link/{given.token}/", code=given.code))

    _answer, browser = sign_in(kims)

    assert b"Kim Osei" in browser.get("/account/").content


@pytest.mark.parametrize(
    "name",
    [
        "account_login",
        "account_signup",
        "account_reset_password",
        "account_confirm_email",
        "mfa_authenticate",
        "account_email",
    ],
)
def test_no_page_of_the_package_has_an_address(name: str) -> None:
    with pytest.raises(NoReverseMatch):
        reverse(name)


def test_no_address_speaks_of_passwords() -> None:
    found = [str(name) for name in get_resolver().reverse_dict if "password" in str(name) or "signup" in str(name)]

    assert found == []
