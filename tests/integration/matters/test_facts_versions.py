"""Earlier versions of the facts: who sees what of them, and bringing one back."""

from collections.abc import Callable
from types import SimpleNamespace
from typing import Any

import pytest
from django.test import Client

from probono.accounts import services as accounts
from probono.matters.models import FactSheet, Matter, MatterState
from probono.matters.services.facts_history import taken_out, without_old_yeses
from tests.integration.matters.test_facts import PERIOD

pytestmark = pytest.mark.django_db


@pytest.fixture
def with_two(as_: Callable[[Any], Client], avery: Any, urls: SimpleNamespace) -> Client:
    """Avery's browser, after she has written a period down and then changed her account of it."""
    browser = as_(avery)
    browser.post(f"{urls.facts}periods/new/", PERIOD)
    browser.post(f"{urls.facts}periods/1/", PERIOD | {"based_on": "1", "account": "Changed.", "end": "2014-06-30"})
    return browser


def _back(browser: Client, urls: SimpleNamespace, number: int, based_on: int) -> str:
    answer = browser.post(f"{urls.facts}versions/{number}/back/", {"based_on": str(based_on)}, follow=True)
    return answer.content.decode()


def _documents() -> list[dict[str, Any]]:
    return [sheet.document for sheet in FactSheet.objects.order_by("number")]


def test_the_list_says_who_saved_and_what_changed(with_two: Client, urls: SimpleNamespace) -> None:
    page = with_two.get(f"{urls.facts}versions/").content.decode()

    assert page.count("Avery Lindqvist</span>") == 2
    assert page.count("Period 1") == 2
    assert f"{urls.facts}versions/" in with_two.get(urls.facts).content.decode()


def test_a_version_shows_what_differs_by_plain_names(with_two: Client, urls: SimpleNamespace) -> None:
    page = with_two.get(f"{urls.facts}versions/2/").content.decode()

    assert "What differs from version 1" in page
    assert "Period 1: What happened, in her own words" in page
    assert "I was told to." in page
    assert "Jun 30, 2015" in page
    assert "Jun 30, 2014" in page
    assert "taken out" in page  # her approval
    assert "Bring this version back" not in page


def test_a_version_that_is_not_there_is_no_page(with_two: Client, urls: SimpleNamespace) -> None:
    assert with_two.get(f"{urls.facts}versions/3/").status_code == 404


def test_a_version_comes_back_as_a_new_one_without_its_old_approval(with_two: Client, urls: SimpleNamespace) -> None:
    assert "Bring this version back" in with_two.get(f"{urls.facts}versions/1/").content.decode()

    page = _back(with_two, urls, 1, 2)

    first, _second, third = _documents()
    assert "What version 1 says is back" in page
    assert third == without_old_yeses(first, _second)
    assert third["victimizations"][0]["account"] == "I was told to."
    assert "approved" not in third["victimizations"][0]


def test_nothing_comes_back_over_what_was_saved_meanwhile(with_two: Client, urls: SimpleNamespace) -> None:
    with_two.post(f"{urls.facts}periods/1/", PERIOD | {"based_on": "2", "account": "Newest."})

    page = _back(with_two, urls, 1, 2)

    assert "Somebody saved these facts meanwhile" in page
    assert len(_documents()) == 3


@pytest.mark.parametrize("number", [2, 9])
def test_the_newest_version_needs_no_bringing_back(with_two: Client, urls: SimpleNamespace, number: int) -> None:
    assert "nothing to bring back" in _back(with_two, urls, number, 2)
    assert len(_documents()) == 2


def test_a_closed_matter_brings_nothing_back(with_two: Client, urls: SimpleNamespace, matter: Matter) -> None:
    Matter.objects.filter(pk=matter.pk).update(state=MatterState.CLOSED)

    assert "This matter is closed" in _back(with_two, urls, 1, 2)
    assert "Bring this version back" not in with_two.get(f"{urls.facts}versions/1/").content.decode()
    assert len(_documents()) == 2


def test_a_period_that_was_taken_out_is_put_back_with_her_approval(with_two: Client, urls: SimpleNamespace) -> None:
    with_two.post(f"{urls.facts}periods/1/", PERIOD | {"based_on": "2"})

    page = with_two.post(f"{urls.facts}periods/1/remove/", {"based_on": "3"}, follow=True).content.decode()
    assert "Human trafficking, Jan 1, 2012 – Jun 30, 2015 (Avery Lindqvist)" in page
    assert "Put it back" in page

    page = _back(with_two, urls, 3, 4)
    assert "Put it back" not in page
    assert _documents()[4] == _documents()[2]


def test_putting_back_is_offered_only_while_nothing_was_saved_since(with_two: Client, urls: SimpleNamespace) -> None:
    with_two.post(f"{urls.facts}periods/1/remove/", {"based_on": "2"})
    with_two.post(f"{urls.facts}counsel/", {"based_on": "3", "name": "Avery Lindqvist"})

    assert "Put it back" not in with_two.get(urls.facts).content.decode()


def test_whoever_may_not_change_the_facts_sees_of_a_version_what_the_page_shows(
    with_two: Client, as_: Callable[[Any], Client], frankie: Any, urls: SimpleNamespace
) -> None:
    browser = as_(frankie)
    page = browser.get(f"{urls.facts}versions/1/").content.decode()

    assert "Jun 30, 2015" in page
    assert "I was told to." not in page
    assert "Letter of the shelter" not in page
    assert "Bring this version back" not in page
    assert browser.post(f"{urls.facts}versions/1/back/", {"based_on": "2"}).status_code == 404


def test_whoever_may_not_see_the_record_sees_no_item_and_brings_nothing_back(
    as_: Callable[[Any], Client], avery: Any, urls: SimpleNamespace, with_facts: Matter
) -> None:
    browser = as_(avery)
    sheet = FactSheet.objects.get()
    browser.post(f"{urls.facts}counsel/", {"based_on": str(sheet.number), "name": "Avery Lindqvist"})
    assert "653.22" in browser.get(f"{urls.facts}versions/1/").content.decode()

    accounts.deny(account=avery, data_class="D4", basis="wall", matter_id=with_facts.pk)

    page = browser.get(f"{urls.facts}versions/1/").content.decode()
    assert "653.22" not in page
    assert "An item" not in page
    assert "Bring this version back" not in page
    assert browser.post(f"{urls.facts}versions/1/back/", {"based_on": "2"}).status_code == 404


def test_only_a_taking_out_is_one() -> None:
    one, two = {"kind": "trafficking"}, {"kind": "sexual_violence"}
    before = {"victimizations": [one, two], "counsel": {}}

    assert taken_out(before, {"victimizations": [two], "counsel": {}}) == one
    assert taken_out(before, {"victimizations": [two], "counsel": {"name": "A"}}) is None
    assert taken_out(before, {"victimizations": [], "counsel": {}}) is None
    assert taken_out(before, {"victimizations": [{"kind": "other"}], "counsel": {}}) is None
