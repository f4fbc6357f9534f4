"""The page a quick exit ends on."""

from collections.abc import Callable
from typing import Any

import pytest
from django.conf import settings as site
from django.contrib.sessions.models import Session
from django.test import Client

pytestmark = [pytest.mark.django_db, pytest.mark.sqlite]


def test_it_says_nothing_of_where_she_was(stranger: Client) -> None:
    answer = stranger.get("/blank/")
    page = answer.content.decode()

    assert answer.status_code == 200
    assert "This page is empty." in page
    assert "<title>New page</title>" in page
    for word in ("href", "src=", "style", site.PROGRAM.name, "vacat"):
        assert word not in page


def test_it_speaks_the_readers_language(stranger: Client) -> None:
    stranger.cookies[site.LANGUAGE_COOKIE_NAME] = "es"
    page = stranger.get("/blank/").content.decode()

    assert '<html lang="es">' in page
    assert "This page is empty." not in page


def test_it_asks_no_session_and_no_database(
    as_: Callable[[Any], Client], avery: Any, django_assert_num_queries: Any
) -> None:
    browser = as_(avery)
    with django_assert_num_queries(0):
        answer = browser.get("/blank/")

    assert answer.status_code == 200
    assert not answer.cookies


def test_it_answers_while_the_session_is_being_ended(as_: Callable[[Any], Client], avery: Any) -> None:
    browser = as_(avery)
    Session.objects.all().delete()

    assert b"This page is empty." in browser.get("/blank/").content


def test_nothing_is_kept_of_it_and_nothing_is_sent_to_it(stranger: Client) -> None:
    assert stranger.get("/blank/")["Cache-Control"] == "no-store"
    assert stranger.post("/blank/").status_code == 405


def test_the_files_origin_has_no_such_page(client: Client) -> None:
    assert client.get("/blank/", headers={"host": f"{site.FILES_HOST}:8000"}).status_code == 404
