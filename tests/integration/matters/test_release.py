"""The immigration attorney's release of words."""

from collections.abc import Callable
from types import SimpleNamespace
from typing import Any

import pytest
from django.test import Client

from probono.matters.models import FactSheet, Matter

pytestmark = pytest.mark.django_db

HELD = "He said he would call immigration and have me deported."
PERIOD = {
    "based_on": "0",
    "kind": "trafficking",
    "start": "2012-01-01",
    "account": HELD,
    "source": "Client",
    "approved": "yes",
}


@pytest.fixture
def told(as_: Callable[[Any], Client], avery: Any, urls: SimpleNamespace) -> Client:
    """Avery's browser after she wrote down words that speak of immigration."""
    browser = as_(avery)
    browser.post(f"{urls.facts}periods/new/", PERIOD)
    return browser


def _released() -> Any:
    return FactSheet.objects.order_by("-number")[0].document["victimizations"][0].get("released")


def _release(browser: Client, urls: SimpleNamespace, **changes: str) -> str:
    data = {"place": "period:1", "based_on": "1"} | changes
    return browser.post(f"{urls.facts}release/", data, follow=True).content.decode()


def test_words_that_speak_of_immigration_wait(told: Client, urls: SimpleNamespace) -> None:
    page = told.get(urls.facts).content.decode()

    assert "One passage waits for the immigration attorney" in page
    assert f"{urls.facts}release/" not in page


def test_the_immigration_attorney_releases_them(
    as_: Callable[[Any], Client], elif_: Any, urls: SimpleNamespace, told: Client
) -> None:
    browser = as_(elif_)
    assert HELD in browser.get(f"{urls.facts}release/").content.decode()

    page = _release(browser, urls)

    assert "These words may now stand in public papers." in page
    assert _released() == "Elif Sorensen"
    assert FactSheet.objects.count() == 2


def test_nobody_else_can(urls: SimpleNamespace, told: Client, as_: Callable[[Any], Client], dana: Any) -> None:
    for browser in (told, as_(dana)):
        assert browser.get(f"{urls.facts}release/").status_code == 404
        assert browser.post(f"{urls.facts}release/", {"place": "period:1", "based_on": "1"}).status_code == 404
    assert _released() is None


def test_a_release_is_gone_once_the_words_change(
    as_: Callable[[Any], Client], elif_: Any, urls: SimpleNamespace, told: Client
) -> None:
    _release(as_(elif_), urls)

    told.post(f"{urls.facts}periods/1/", PERIOD | {"based_on": "2", "account": f"{HELD} And my sister."})

    assert _released() is None


def test_a_release_stays_when_nothing_changes(
    as_: Callable[[Any], Client], elif_: Any, urls: SimpleNamespace, told: Client
) -> None:
    _release(as_(elif_), urls)

    told.post(f"{urls.facts}periods/1/", PERIOD | {"based_on": "2"})

    assert _released() == "Elif Sorensen"


@pytest.mark.parametrize(
    "changes", [{"based_on": "0"}, {"based_on": ""}, {"place": "period:9"}, {"place": "item:none"}, {"place": ""}]
)
def test_words_she_did_not_read_are_not_released(
    as_: Callable[[Any], Client], elif_: Any, urls: SimpleNamespace, told: Client, changes: dict[str, str]
) -> None:
    assert "nothing was released" in _release(as_(elif_), urls, **changes)
    assert _released() is None


def test_there_may_be_nothing_to_release(
    as_: Callable[[Any], Client], elif_: Any, urls: SimpleNamespace, matter: Matter
) -> None:
    assert "No words wait for you." in as_(elif_).get(f"{urls.facts}release/").content.decode()
