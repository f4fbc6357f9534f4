"""Nothing typed is lost when a session ends by rest or time, and nobody else gets to see it."""

import datetime as dt
import html
import re
from collections.abc import Callable
from types import SimpleNamespace
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from probono.accounts.models import Account, HeldForm, OpenSession
from tests.integration.accounts.conftest import sign_in

pytestmark = [pytest.mark.django_db, pytest.mark.sqlite]
TYPED = "He kept my identification. «Ñandú» <b>"


def _rest(browser: Client) -> None:
    key = browser.cookies["session"].value
    OpenSession.objects.filter(session_key=key).update(last_seen_at=timezone.now() - dt.timedelta(minutes=16))


def _typed(browser: Client) -> Any:
    return browser.post("/account/idle/", {"long_idle": "yes", "note": TYPED})


def _again(browser: Client) -> dict[str, str]:
    page = browser.post("/account/kept/").content.decode()
    found = re.findall(r'name="(\w+)" aria-hidden="true"[^>]*>([^<]*)<', page)
    return {name: html.unescape(value) for name, value in found}


def test_what_was_typed_comes_back_after_signing_in_again(jordan: SimpleNamespace) -> None:
    _rest(jordan.browser)

    told = _typed(jordan.browser)
    answer, browser = sign_in(jordan.device, jordan.browser)

    assert told.status_code == 200
    assert "kept for 15 minutes" in told.content.decode()
    assert answer["Location"] == "/account/kept/"
    assert _again(browser) == {"long_idle": "yes", "note": TYPED}


def test_it_is_sent_to_where_it_was_meant(jordan: SimpleNamespace) -> None:
    _rest(jordan.browser)
    _typed(jordan.browser)
    _answer, browser = sign_in(jordan.device, jordan.browser)

    page = browser.post("/account/kept/").content.decode()

    assert 'action="/account/idle/"' in page


def test_it_is_shown_once(jordan: SimpleNamespace) -> None:
    _rest(jordan.browser)
    _typed(jordan.browser)
    _answer, browser = sign_in(jordan.device, jordan.browser)
    _again(browser)

    assert browser.post("/account/kept/").status_code == 404
    assert not HeldForm.objects.exists()


def test_another_person_in_the_same_browser_does_not_get_it(jordan: SimpleNamespace, avery: Account) -> None:
    _rest(jordan.browser)
    _typed(jordan.browser)

    answer = jordan.browser.post("/demo-sign-in/", {"person": str(avery.pk)})

    assert answer["Location"] == "/matters/"
    assert jordan.browser.post("/account/kept/").status_code == 404
    assert HeldForm.objects.exists()


def test_the_same_person_in_another_browser_does_not_get_it(jordan: SimpleNamespace) -> None:
    _rest(jordan.browser)
    _typed(jordan.browser)

    answer, other = sign_in(jordan.device)

    assert answer["Location"] == "/matters/"
    assert other.post("/account/kept/").status_code == 404


def test_after_a_quarter_of_an_hour_it_is_gone(jordan: SimpleNamespace) -> None:
    _rest(jordan.browser)
    _typed(jordan.browser)
    HeldForm.objects.update(until=timezone.now() - dt.timedelta(seconds=1))

    answer, _browser = sign_in(jordan.device, jordan.browser)

    assert answer["Location"] == "/matters/"


def test_it_lies_sealed(jordan: SimpleNamespace) -> None:
    _rest(jordan.browser)
    _typed(jordan.browser)

    assert TYPED.encode() not in bytes(HeldForm.objects.get().sealed)
    assert b"identification" not in bytes(HeldForm.objects.get().sealed)
    assert jordan.browser.cookies["held"]["httponly"]
    assert jordan.browser.cookies["held"]["samesite"] == "Strict"


def test_the_database_and_the_vault_do_not_open_it_without_the_browser(jordan: SimpleNamespace) -> None:
    _rest(jordan.browser)
    _typed(jordan.browser)
    pk = jordan.browser.cookies["held"].value.split(".")[0]
    _answer, browser = sign_in(jordan.device, jordan.browser)
    browser.cookies["held"] = f"{pk}.{'A' * 43}="

    assert browser.post("/account/kept/").status_code == 404


def test_a_session_ended_by_its_owner_keeps_nothing(jordan: SimpleNamespace) -> None:
    _answer, other = sign_in(jordan.device)
    other.post("/account/sessions/end-others/")

    assert _typed(jordan.browser)["Location"] == "/sign-in/"
    assert not HeldForm.objects.exists()


def test_a_stranger_s_form_is_not_kept(stranger: Client, home: Any) -> None:
    assert _typed(stranger)["Location"] == "/sign-in/"
    stranger.cookies["session"] = "x" * 32
    assert _typed(stranger)["Location"] == "/sign-in/"
    assert not HeldForm.objects.exists()


def test_a_disabled_person_s_form_is_not_kept(jordan: SimpleNamespace) -> None:
    _rest(jordan.browser)
    Account.objects.filter(pk=jordan.account.pk).update(is_active=False)

    assert _typed(jordan.browser)["Location"] == "/sign-in/"


def test_a_forged_form_is_not_kept(jordan: SimpleNamespace) -> None:
    careful = Client(SERVER_NAME="localhost", enforce_csrf_checks=True)
    careful.cookies["session"] = jordan.browser.cookies["session"].value
    _rest(jordan.browser)

    assert careful.post("/account/idle/", {"note": TYPED}).status_code == 403
    assert not HeldForm.objects.exists()


def test_reading_a_page_after_the_session_ended_leads_to_the_sign_in(jordan: SimpleNamespace) -> None:
    _rest(jordan.browser)

    assert jordan.browser.get("/account/")["Location"] == "/sign-in/"


def test_nobody_has_a_page_of_kept_forms_without_one(as_: Callable[[Any], Client], avery: Account) -> None:
    assert as_(avery).get("/account/kept/").status_code == 404


def test_an_unknown_form_is_shown_in_words_and_without_ids(jordan: SimpleNamespace) -> None:
    _rest(jordan.browser)
    some = "7b0b3f6e-0000-4000-8000-000000000000"
    jordan.browser.post("/account/idle/", {"long_idle": "yes", "who_it_is": some})
    _answer, browser = sign_in(jordan.device, jordan.browser)

    page = browser.post("/account/kept/").content.decode()

    assert "<dt>Long idle</dt>" in page
    assert f">{some}</dd>" not in page
    assert "Who it is" not in page
