"""Each page of a matter names itself first in its title, then the matter's made-up name, and never the client."""

import html
import re
from collections.abc import Callable
from types import SimpleNamespace
from typing import Any

import pytest
from django.test import Client

from probono.matters.models import ItemRow, Matter

pytestmark = [pytest.mark.django_db, pytest.mark.sqlite]


def _titles(browser: Client, base: str, paths: list[str]) -> dict[str, str]:
    found = {}
    for path in paths:
        answer = browser.get(f"{base}{path}")
        assert answer.status_code == 200, path
        title = re.search(r"<title>(.*?)</title>", html.unescape(answer.content.decode()), re.DOTALL)
        assert title is not None
        found[path] = title.group(1)
    return found


def _all_apart(found: dict[str, str], code_name: str) -> None:
    assert len(set(found.values())) == len(found), sorted(found.values())
    for title in found.values():
        assert title == " ".join(title.split())
        assert title.endswith(f" · {code_name}")
        assert "Marisol" not in title


def test_no_two_pages_of_an_attorney_are_called_alike(
    as_: Callable[[Any], Client], avery: Any, urls: SimpleNamespace, with_facts: Matter
) -> None:
    item = ItemRow.objects.filter(matter=with_facts).first()
    assert item is not None
    facts = ["", *(f"{name}/" for name in ("petitioner", "counsel", "status", "periods/new", "periods/1", "versions"))]
    paths = [
        "",
        "record/",
        "findings/",
        "packet/",
        *(f"facts/{each}" for each in facts),
        f"facts/items/{item.item_key}/",
    ]

    _all_apart(_titles(as_(avery), urls.matter, paths), with_facts.code_name)


def test_no_two_pages_of_the_house_are_called_alike(
    as_: Callable[[Any], Client], frankie: Any, blair: Any, urls: SimpleNamespace, with_facts: Matter
) -> None:
    browser, hers = as_(blair), as_(frankie)
    for each in (browser, hers):
        each.post("/account/confirm/prove/", {"plainly": "yes"})
    paths = ["", "access/", "opened/", "releases/", "releases/new/", "releases/listing/"]

    _all_apart(_titles(browser, urls.matter, paths), with_facts.code_name)
    _all_apart(_titles(hers, urls.matter, ["", "contact/", "contact/ways/new/", "window/"]), with_facts.code_name)
