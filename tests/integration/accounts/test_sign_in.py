"""Signing in and out."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from probono.accounts.middleware import SIGNED_IN_AT

pytestmark = [pytest.mark.django_db, pytest.mark.sqlite]


def test_it_lists_the_people_of_the_demo(stranger: Client, avery: Any, blair: Any) -> None:
    page = stranger.get("/sign-in/").content.decode()

    assert "Avery Lindqvist" in page
    assert "Pro bono manager" in page


def test_it_signs_a_person_in_and_shows_the_matters(as_: Callable[[Any], Client], avery: Any) -> None:
    answer = as_(avery).get("/matters/")

    assert answer.status_code == 200
    assert b"Avery Lindqvist" in answer.content


def test_it_gives_a_new_session_at_sign_in(stranger: Client, avery: Any, blair: Any) -> None:
    stranger.post("/demo-sign-in/", {"person": str(avery.pk)})
    first = stranger.cookies["session"].value
    stranger.post("/demo-sign-in/", {"person": str(blair.pk)})

    assert stranger.cookies["session"].value != first


def test_the_session_cookie_is_strict(stranger: Client, avery: Any) -> None:
    stranger.post("/demo-sign-in/", {"person": str(avery.pk)})
    cookie = stranger.cookies["session"]

    assert cookie["httponly"]
    assert cookie["samesite"] == "Strict"


def test_it_refuses_somebody_who_is_not_in_the_list(stranger: Client, avery: Any) -> None:
    answer = stranger.post("/demo-sign-in/", {"person": "nobody"}, follow=True)

    assert "Choose one of the people" in answer.content.decode()
    assert stranger.get("/matters/").status_code == 302


def test_it_refuses_a_person_who_is_not_of_the_demo(stranger: Client, avery: Any) -> None:
    avery.is_demo = False
    avery.save()

    stranger.post("/demo-sign-in/", {"person": str(avery.pk)})

    assert stranger.get("/matters/").status_code == 302


def test_a_get_signs_nobody_in(stranger: Client, avery: Any) -> None:
    assert stranger.get("/demo-sign-in/", {"person": str(avery.pk)}).status_code == 405


def test_there_is_no_demo_sign_in_outside_evaluation(stranger: Client, avery: Any, settings: Any) -> None:
    settings.EVALUATION_MODE = False

    assert stranger.post("/demo-sign-in/", {"person": str(avery.pk)}).status_code == 404
    assert "Avery" not in stranger.get("/sign-in/").content.decode()


def test_it_signs_out_and_tells_the_browser_to_forget(as_: Callable[[Any], Client], avery: Any) -> None:
    browser = as_(avery)

    answer = browser.post("/sign-out/")

    assert answer["Clear-Site-Data"] == '"cache", "cookies", "storage"'
    assert browser.get("/matters/").status_code == 302


def test_a_stranger_is_sent_to_the_sign_in(stranger: Client) -> None:
    answer = stranger.get("/matters/")

    assert answer.status_code == 302
    assert answer["Location"] == "/sign-in/"


def test_a_session_ends_after_its_absolute_time(as_: Callable[[Any], Client], avery: Any) -> None:
    browser = as_(avery)
    session = browser.session
    session[SIGNED_IN_AT] = session[SIGNED_IN_AT] - 13 * 60 * 60
    session.save()

    assert browser.get("/matters/").status_code == 302


def test_a_disabled_account_is_out_at_once(as_: Callable[[Any], Client], avery: Any) -> None:
    browser = as_(avery)
    avery.is_active = False
    avery.save()

    assert browser.get("/matters/").status_code == 302


def test_a_form_without_its_token_is_refused_in_plain_words(avery: Any) -> None:
    careful = Client(SERVER_NAME="localhost", enforce_csrf_checks=True)

    answer = careful.post("/demo-sign-in/", {"person": str(avery.pk)})

    assert answer.status_code == 403
    assert "open too long" in answer.content.decode()
