"""The standing characters of the site's tests, and one matter with everything in it. FICTIONAL: nobody named here exists."""

import importlib
import time
from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from probono.accounts.signing_in.step_up import PROVED_AT
from probono.matters.models import Matter
from tests.integration.conftest import (  # noqa: F401  (fixtures)
    _own_folders,
    as_,
    avery,
    blair,
    casey,
    dana,
    elif_,
    files_origin,
    firm,
    frankie,
    home,
    matter,
    other_firm,
    pat,
    stranger,
    urls,
    with_facts,
    with_sheet,
)
from tests.security.addresses import Addresses, word_with


@pytest.fixture
def whole(with_facts: Matter, avery: Any) -> Matter:  # noqa: F811
    """Marisol's matter with a built packet and an edited Word file."""
    packet = importlib.import_module("probono.matters.services.packet")
    build = packet.ask_for_packet(by=avery, matter=with_facts, filing=False)
    paper = build.papers.filter(word__isnull=False).order_by("position").first()
    packet.keep_word(
        by=avery, matter=with_facts, paper=paper, word=packet.take_word(word_with("edited"), "edited.docx")
    )
    return with_facts


@pytest.fixture
def addresses(whole: Matter, avery: Any, casey: Any) -> Addresses:  # noqa: F811
    """Every address of the site, with things that are there."""
    return Addresses(whole, member=avery, other=casey)


@pytest.fixture
def everybody(as_: Callable[[Any], Client], avery: Any, blair: Any, dana: Any, elif_: Any) -> dict[str, Client]:  # noqa: F811
    """Four people who between them may open every page, each in a browser that shows an error's page.

    Each proved a moment ago that it is she, so that dangerous acts are open to them too.
    """
    browsers = {one.name.split()[0]: as_(one) for one in (avery, blair, dana, elif_)}
    for browser in browsers.values():
        browser.raise_request_exception = False
        session = browser.session
        session[PROVED_AT] = time.time()
        session.save()
    return browsers
