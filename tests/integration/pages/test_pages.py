"""Public pages, health, components and error pages."""

import re
from collections.abc import Callable
from typing import Any

import pytest
from django.conf import settings as django_settings
from django.db import DatabaseError
from django.test import Client, RequestFactory

from probono.pages import errors

pytestmark = [pytest.mark.django_db, pytest.mark.sqlite]


def test_the_public_page_names_the_program_as_configured(stranger: Client) -> None:
    page, program = stranger.get("/").content.decode(), django_settings.PROGRAM

    assert program.contact.email in page
    assert "6 to 12 months" in page
    assert "2 to 3 attorneys" in page
    assert program.mission.en in page


def test_another_program_shows_its_own_names(stranger: Client, settings: Any) -> None:
    import dataclasses

    settings.PROGRAM = dataclasses.replace(settings.PROGRAM, name="Second Chance Desk", months_max=9)

    page = stranger.get("/").content.decode()

    assert "Second Chance Desk" in page
    assert "6 to 9 months" in page


def test_the_public_page_has_one_small_script_and_no_web_font(stranger: Client) -> None:
    page = stranger.get("/").content.decode()

    assert re.findall(r"<script[^>]*>", page) == ['<script src="/static/ui/quick-exit.js" defer>']
    assert 'class="public"' in page


def test_health_tells_ok_and_nothing_more(stranger: Client) -> None:
    answer = stranger.get("/health/")

    assert (answer.status_code, answer.content) == (200, b"ok")


def test_health_tells_when_the_database_is_gone(stranger: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    def gone() -> Any:
        raise DatabaseError("password=secret")

    monkeypatch.setattr("probono.pages.views.connection.cursor", gone)

    answer = stranger.get("/health/")

    assert (answer.status_code, answer.content) == (503, b"not ready")


def test_the_gallery_shows_the_components(as_: Callable[[Any], Client], avery: Any) -> None:
    page = as_(avery).get("/components/").content.decode()

    assert "usa-alert--error" in page
    assert "usa-error-message" in page


def test_the_address_of_a_form_opened_as_a_page_is_told_in_words(stranger: Client) -> None:
    answer = stranger.get("/leave/")

    assert (answer.status_code, answer["Allow"]) == (405, "POST")
    assert "There is no page to open here" in answer.content.decode()
    assert stranger.post("/health/").content == b""


def test_a_broken_page_shows_a_number_and_nothing_of_the_error() -> None:
    answer = errors.server_error(RequestFactory().get("/matters/secret/"))

    assert answer.status_code == 500
    assert b"secret" not in answer.content
    assert b"Something went wrong on our side" in answer.content


def test_the_number_a_reader_is_shown_stands_in_the_log(caplog: pytest.LogCaptureFixture) -> None:
    page = errors.server_error(RequestFactory().get("/")).content.decode()

    number = caplog.records[-1].getMessage().split()[-1].rstrip(".")
    assert len(number) == 8
    assert number in page


def test_a_bad_request_has_a_plain_page(stranger: Client) -> None:
    assert Client(SERVER_NAME="elsewhere.example").get("/").status_code == 400


def test_no_page_shows_the_package_s_government_banner(stranger: Client) -> None:
    from django.template.loader import render_to_string

    assert "official website" not in stranger.get("/").content.decode().lower()
    assert render_to_string("cotton/banner.html").strip() == ""


@pytest.mark.parametrize("path", ["/", "/sign-in/"])
def test_every_public_page_has_the_quick_exit(stranger: Client, path: str) -> None:
    assert 'id="quick-exit"' in stranger.get(path).content.decode()


def test_leaving_ends_the_session_on_the_server(as_: Callable[[Any], Client], avery: Any) -> None:
    browser = as_(avery)

    answer = browser.post("/leave/")

    assert (answer.status_code, answer.headers["Location"]) == (302, "/blank/")
    assert answer.headers["Clear-Site-Data"] == '"cache", "cookies", "storage"'
    assert browser.get("/matters/").status_code == 302


def test_the_plain_page_says_nothing_of_where_she_was(stranger: Client) -> None:
    page = stranger.get("/blank/").content.decode()

    program = django_settings.PROGRAM
    assert not any(word in page for word in (program.name, program.organization, "href", "icon", "script"))
