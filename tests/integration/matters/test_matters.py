"""The list of matters and the first page of one."""

from collections.abc import Callable
from types import SimpleNamespace
from typing import Any
from uuid import uuid4

import pytest
from django.test import Client

from probono.matters.models import Matter, MatterState

pytestmark = [pytest.mark.django_db, pytest.mark.sqlite]


def test_the_team_finds_its_matter_with_its_next_step(as_: Callable[[Any], Client], avery: Any, matter: Matter) -> None:
    page = as_(avery).get("/matters/").content.decode()

    assert "Cedar Lantern 42" in page
    assert "Upload the RAP sheet" in page


def test_a_long_list_has_pages(as_: Callable[[Any], Client], blair: Any, matter: Matter) -> None:
    Matter.objects.bulk_create(
        Matter(client_id=matter.client_id, code_name=f"Teal Harbor {number:03}") for number in range(40)
    )
    browser = as_(blair)

    first, second = (browser.get("/matters/", {"page": page}).content.decode() for page in ("1", "2"))

    assert "41 matters are open to you." in first
    assert first.count("matter-row__step") == 30
    assert second.count("matter-row__step") == 11
    assert "Page 2 of 2" in browser.get("/matters/", {"page": "99"}).content.decode()
    assert "Page 1 of 2" in browser.get("/matters/", {"page": "nonsense"}).content.decode()


def test_an_outsider_finds_none(as_: Callable[[Any], Client], casey: Any, matter: Matter) -> None:
    page = as_(casey).get("/matters/").content.decode()

    assert "No matter is open to you." in page
    assert "Cedar Lantern" not in page


def test_the_team_sees_the_client_and_all_tabs(as_: Callable[[Any], Client], avery: Any, urls: SimpleNamespace) -> None:
    page = as_(avery).get(urls.matter).content.decode()

    assert "Marisol Aranda Vega" in page
    assert all(f"{tab}/" in page for tab in (urls.record, urls.findings, urls.facts, urls.packet) for tab in [tab[:-1]])


def test_the_manager_sees_no_tab_of_the_legal_file(
    as_: Callable[[Any], Client], blair: Any, urls: SimpleNamespace
) -> None:
    page = as_(blair).get(urls.matter).content.decode()

    assert urls.record in page
    assert urls.findings not in page
    assert urls.facts not in page
    assert urls.packet not in page


@pytest.mark.parametrize(
    "part", ["", "record/", "findings/", "facts/", "packet/", "record/pages/1/", "facts/petitioner/"]
)
def test_a_refusal_is_byte_for_byte_the_page_that_is_not_there(
    as_: Callable[[Any], Client], casey: Any, urls: SimpleNamespace, part: str
) -> None:
    browser = as_(casey)

    refused, missing = browser.get(f"{urls.matter}{part}"), browser.get(f"/matters/{uuid4()}/{part}")

    assert (refused.status_code, missing.status_code) == (404, 404)
    assert refused.content == missing.content
    assert dict(refused.headers) == dict(missing.headers)
    assert refused.content == browser.get("/no-such-page/").content


def test_the_manager_is_refused_the_findings_like_a_page_that_is_not_there(
    as_: Callable[[Any], Client], blair: Any, urls: SimpleNamespace
) -> None:
    browser = as_(blair)

    assert browser.get(urls.findings).content == browser.get("/no-such-page/").content


def test_a_closed_matter_says_so(
    as_: Callable[[Any], Client], avery: Any, matter: Matter, urls: SimpleNamespace
) -> None:
    Matter.objects.update(state=MatterState.CLOSED)

    page = as_(avery).get(urls.matter).content.decode()

    assert "nothing can change" in page


def test_a_page_of_a_matter_is_never_kept_by_a_browser(
    as_: Callable[[Any], Client], avery: Any, urls: SimpleNamespace
) -> None:
    assert as_(avery).get(urls.matter)["Cache-Control"] == "no-store"
