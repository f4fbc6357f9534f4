"""Every address and every job names what it opens; one that does not fails the check."""

from typing import Any

import pytest
from django.http import HttpRequest, HttpResponse
from django.test import RequestFactory
from django.urls import path

from probono.accounts import registry
from probono.accounts.entry import JOBS
from probono.config import urls


def test_every_address_and_job_is_registered() -> None:
    assert registry.every_address_is_registered() == []


def test_the_addresses_of_a_matter_name_a_class() -> None:
    found = registry.registered()

    assert found["matters:facts"].data_class == "D6"
    assert found["matters:facts-immigration"].data_class == "D7"
    nameless = [name for name, route in found.items() if name.startswith("matters:") and not route.data_class]
    assert nameless == ["matters:emergency"]  # it opens nothing before the code name and the reason are given
    assert JOBS["build_packet"].data_class == "D5"


def _open(request: HttpRequest) -> HttpResponse:
    return HttpResponse("everything")


def test_an_address_that_names_nothing_fails_the_check(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(registry, "views", lambda urlconf: [("planted", "planted/", _open)])

    found = registry.every_address_is_registered()

    assert {one.id for one in found} == {"accounts.E001"}
    assert "planted/" in found[0].msg


def test_a_job_that_names_nothing_fails_the_check(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delitem(JOBS, "build_packet")

    assert [one.id for one in registry.every_address_is_registered()] == ["accounts.E002"]


@pytest.mark.django_db
def test_a_view_that_names_nothing_answers_nobody(avery: Any, monkeypatch: pytest.MonkeyPatch, as_: Any) -> None:
    from django.urls import clear_url_caches

    browser = as_(avery)
    monkeypatch.setattr(urls, "urlpatterns", [*urls.urlpatterns, path("planted/", _open, name="planted")])
    clear_url_caches()
    try:
        assert browser.get("/planted/").status_code == 404
    finally:
        monkeypatch.undo()
        clear_url_caches()


def test_the_planted_view_would_answer() -> None:
    assert _open(RequestFactory().get("/")).content == b"everything"
