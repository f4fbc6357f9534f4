"""The proof before a dangerous act: at most five minutes old; five failures end the session."""

import html
import re
import time
from collections.abc import Callable
from types import SimpleNamespace
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from probono.accounts.models import Account, Enrolment, OpenSession
from probono.accounts.signing_in import step_up
from probono.accounts.signing_in.sessions import PROVED_AT
from tests.integration.accounts.conftest import confirm
from tests.integration.accounts.device import Device

pytestmark = [pytest.mark.django_db, pytest.mark.sqlite]


def _proved(browser: Client, ago: float) -> None:
    session = browser.session
    session[PROVED_AT] = time.time() - ago
    session.save()


def _prove(browser: Client, device: Device) -> Any:
    asked = browser.post("/account/confirm/start/").json()
    return browser.post("/account/confirm/prove/", {"credential": device.prove(asked), "next": "/account/app/"})


def test_a_proof_of_five_minutes_is_fresh_and_an_older_one_is_not(jordan: SimpleNamespace) -> None:
    _proved(jordan.browser, 4 * 60 + 55)
    assert jordan.browser.get("/account/app/").status_code == 200

    _proved(jordan.browser, 5 * 60 + 1)
    assert jordan.browser.get("/account/app/")["Location"] == "/account/confirm/?next=%2Faccount%2Fapp%2F"


def test_where_a_page_was_reached_from_survives_the_proof(jordan: SimpleNamespace) -> None:
    _proved(jordan.browser, 999)

    asked = jordan.browser.get("/account/app/?from=packet")

    assert asked["Location"] == "/account/confirm/?next=%2Faccount%2Fapp%2F%3Ffrom%3Dpacket"


def test_a_passkey_proves_and_the_session_gets_a_new_id(jordan: SimpleNamespace) -> None:
    _proved(jordan.browser, 999)
    before = jordan.browser.cookies["session"].value

    answer = _prove(jordan.browser, jordan.device)

    assert answer["Location"] == "/account/app/"
    assert jordan.browser.cookies["session"].value != before
    assert jordan.browser.get("/account/app/").status_code == 200


def test_anothers_passkey_proves_nothing(jordan: SimpleNamespace) -> None:
    _proved(jordan.browser, 999)

    assert _prove(jordan.browser, Device()).status_code == 400
    assert jordan.browser.get("/account/app/").status_code == 302


def test_five_failures_end_the_session(jordan: SimpleNamespace) -> None:
    answers = [jordan.browser.post("/account/confirm/prove/", {"credential": "{}"}) for _each in range(5)]

    assert [answer.status_code for answer in answers] == [400] * 4 + [302]
    assert answers[-1]["Location"] == "/sign-in/"
    assert jordan.browser.get("/account/").status_code == 302
    assert not OpenSession.objects.filter(ended_at=None).exists()


def test_a_person_of_the_demo_without_a_key_confirms_with_a_button_that_says_so(
    as_: Callable[[Any], Client], blair: Account
) -> None:
    browser = as_(blair)

    page = browser.get("/account/confirm/").content.decode()
    confirm(browser)

    assert "evaluation only" in page
    assert browser.get("/account/app/").status_code == 200


def test_the_plain_button_is_not_there_in_production(
    as_: Callable[[Any], Client], blair: Account, settings: Any
) -> None:
    browser = as_(blair)
    settings.VAULT_KEY = settings.VAULT_KEY_FILE.read_text()
    settings.EVALUATION_MODE = False

    assert "evaluation only" not in browser.get("/account/confirm/").content.decode()
    assert browser.post("/account/confirm/prove/", {"plainly": "yes"}).status_code == 400


def test_the_plain_button_does_not_stand_for_a_key(jordan: SimpleNamespace) -> None:
    assert jordan.browser.post("/account/confirm/prove/", {"plainly": "yes"}).status_code == 400
    Account.objects.update(is_demo=True)
    assert jordan.browser.post("/account/confirm/prove/", {"plainly": "yes"}).status_code == 400


@pytest.mark.parametrize("away", ["https://example.test/", "//example.test/", "javascript:alert(1)"])
def test_it_leads_to_no_other_site(as_: Callable[[Any], Client], blair: Account, away: str) -> None:
    answer = as_(blair).post("/account/confirm/prove/", {"plainly": "yes", "next": away})

    assert answer["Location"] == "/account/"


def test_what_was_sent_waits_for_the_proof(as_: Callable[[Any], Client], blair: Account, firm: Any) -> None:
    browser = as_(blair)
    told = {"name": "Jordan Vance", "email": "jordan@example.test", "role": "VA", "organisation": str(firm.pk)}
    browser.post("/people/invitations/invite/", told)

    assert browser.post("/account/confirm/prove/", {"plainly": "yes"})["Location"] == "/account/kept/"
    page = html.unescape(browser.post("/account/kept/").content.decode())
    fields = dict(re.findall(r'name="(\w+)" aria-hidden="true"[^>]*>([^<]*)<', page))
    browser.post("/people/invitations/invite/", fields)

    assert fields == told
    assert Enrolment.objects.get().email == "jordan@example.test"


def test_a_file_that_was_sent_is_asked_for_again(as_: Callable[[Any], Client], blair: Account) -> None:
    browser = as_(blair)
    browser.post(
        "/people/invitations/invite/", {"name": "Jordan", "file": SimpleUploadedFile("signed.pdf", b"%PDF-secret")}
    )
    browser.post("/account/confirm/prove/", {"plainly": "yes"})

    page = browser.post("/account/kept/").content.decode()

    assert 'enctype="multipart/form-data"' in page
    assert "Choose the file again" in page
    assert re.search(r'<input[^>]* type="file"[^>]* name="file"[^>]* required>', page)
    assert "secret" not in page


def test_a_function_guards_any_view() -> None:
    assert step_up.FRESH_SECONDS == 300
    assert step_up.FAILURES_ALLOWED == 5
