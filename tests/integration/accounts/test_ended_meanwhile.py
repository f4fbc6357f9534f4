"""A session ended by one request while another is being answered."""

from types import SimpleNamespace
from typing import Any

import pytest
from django.contrib.sessions.models import Session
from django.http import HttpRequest, HttpResponse
from django.test import Client

from probono.pages import views

pytestmark = [pytest.mark.django_db, pytest.mark.sqlite]


@pytest.fixture
def ended_by_another(monkeypatch: pytest.MonkeyPatch) -> None:
    """The page's own work goes well; the session is gone when it is done."""
    real = views.render

    def render(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        page = real(request, *args, **kwargs)
        Session.objects.all().delete()
        return page

    monkeypatch.setattr("probono.accounts.signing_in.views.account.render", render)


@pytest.mark.usefixtures("ended_by_another")
def test_nothing_of_the_page_is_shown_and_the_sign_in_page_follows(jordan: SimpleNamespace) -> None:
    answer = jordan.browser.get("/account/")

    assert (answer.status_code, answer["Location"], answer.content) == (302, "/sign-in/", b"")
    assert "Cookie" in answer["Vary"]
    assert jordan.browser.get("/account/")["Location"] == "/sign-in/"


@pytest.mark.usefixtures("ended_by_another")
def test_the_cookie_of_a_sign_in_made_meanwhile_is_left_alone(jordan: SimpleNamespace) -> None:
    assert "session" not in jordan.browser.get("/account/").cookies


def test_a_session_that_goes_on_is_kept_as_before(jordan: SimpleNamespace) -> None:
    answer = jordan.browser.get("/account/")

    assert answer.status_code == 200
    assert answer.cookies["session"]["samesite"] == "Strict"


def test_a_stranger_gets_no_session(stranger: Client) -> None:
    assert "session" not in stranger.get("/").cookies
