"""The findings tab."""

from collections.abc import Callable
from types import SimpleNamespace
from typing import Any

import pytest
from django.test import Client

from probono.matters.models import ImmigrationScreening, Matter, ScreeningVersion

pytestmark = pytest.mark.django_db


def test_it_says_what_there_is_to_do_before_a_sheet(
    as_: Callable[[Any], Client], avery: Any, urls: SimpleNamespace
) -> None:
    assert "There are no findings yet." in as_(avery).get(urls.findings).content.decode()


def test_each_item_has_outcomes_in_words_reasons_and_citations(
    as_: Callable[[Any], Client], avery: Any, urls: SimpleNamespace, with_facts: Matter
) -> None:
    page = as_(avery).get(urls.findings).content.decode()

    assert "Vacatur for victims of human trafficking" in page
    assert "Can be asked for" in page
    assert "Pen. Code, § 236.14" in page
    assert "For the lawyer to decide" in page


def test_it_says_that_the_law_is_a_draft_and_what_may_be_relied_on(
    as_: Callable[[Any], Client], avery: Any, urls: SimpleNamespace, with_facts: Matter
) -> None:
    page = as_(avery).get(urls.findings).content.decode()

    assert "Draft law: not yet reviewed by counsel" in page
    assert "Do not rely on:" in page


def test_a_missing_fact_leads_to_its_form(
    as_: Callable[[Any], Client], avery: Any, urls: SimpleNamespace, with_sheet: Matter
) -> None:
    page = as_(avery).get(urls.findings).content.decode()

    assert "Missing facts" in page
    assert f'href="{urls.facts}periods/new/"' in page


def test_the_team_sees_no_immigration_flag(
    as_: Callable[[Any], Client], avery: Any, urls: SimpleNamespace, with_facts: Matter
) -> None:
    page = as_(avery).get(urls.findings).content.decode()

    assert "Immigration: what this item may trigger" not in page
    assert "For immigration:" not in page


def test_nothing_kept_for_the_team_tells_of_immigration(with_facts: Matter) -> None:
    kept = ScreeningVersion.objects.order_by("-number")[0].document
    whole = ImmigrationScreening.objects.order_by("-number")[0].document

    assert all("flags" not in item for item in kept["items"])
    assert all(
        not key.startswith("effect") for item in kept["items"] for finding in item["findings"] for key in finding
    )
    assert any(item["flags"] for item in whole["items"])


@pytest.mark.parametrize("who", ["dana", "elif_"])
def test_those_who_hold_the_immigration_file_see_the_flags(
    as_: Callable[[Any], Client], request: pytest.FixtureRequest, who: str, urls: SimpleNamespace, with_facts: Matter
) -> None:
    page = as_(request.getfixturevalue(who)).get(urls.findings).content.decode()

    assert "Immigration: what this item may trigger today" in page
    assert "For immigration:" in page


def test_screening_again_keeps_the_earlier_findings(
    as_: Callable[[Any], Client], avery: Any, urls: SimpleNamespace, with_facts: Matter
) -> None:
    before = ScreeningVersion.objects.count()

    answer = as_(avery).post(f"{urls.findings}again/", follow=True)

    assert "The findings are those of today." in answer.content.decode()
    assert ScreeningVersion.objects.count() == before + 1


def test_who_may_only_read_cannot_screen_again(
    as_: Callable[[Any], Client], dana: Any, urls: SimpleNamespace, with_facts: Matter
) -> None:
    browser = as_(dana)

    assert "Screen again" not in browser.get(urls.findings).content.decode()
    assert browser.post(f"{urls.findings}again/").status_code == 404
