"""Staff open a window while they speak with a client; she types four words and sees where things stand; then nothing stays."""

from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from tests.e2e.conftest import WIDTHS, Watched, fits, is_accessible, matter_of, shoot, sign_in

pytestmark = [pytest.mark.e2e, pytest.mark.slow]


def _look(watched: Watched, name: str, width: int) -> None:
    shoot(watched.page, f"window-{name}", width)
    assert fits(watched.page), f"{name} scrolls sideways at {width}"
    assert is_accessible(watched.page) == [], f"{name} at {width}"


@pytest.mark.parametrize("width", WIDTHS)
def test_a_client_looks_and_leaves_nothing_behind(browser: Callable[..., Watched], width: int) -> None:
    staff, client = browser(width), browser(width)
    page = staff.page
    sign_in(page, "Frankie Delgado")
    page.goto(f"{matter_of(page, 'Marisol Aranda Vega')}window/")
    page.get_by_role("button", name="Confirm without a key").click()
    _look(staff, "staff", width)
    page.get_by_role("button", name="Open a window").click()
    words = page.locator(".handover--code").inner_text()
    _look(staff, "words", width)
    page.get_by_role("button", name="Close it").wait_for()

    hers = client.page
    hers.goto("/words/")
    _look(client, "phrase", width)
    hers.get_by_label("Your four words").fill(words.upper())
    hers.get_by_role("button", name="Go on").click()
    expect(hers.get_by_role("heading", name="Where things stand")).to_be_visible()
    _look(client, "look", width)
    hers.get_by_role("button", name="Close this page").click()
    hers.wait_for_url("**/blank/")
    hers.go_back()

    assert "Where things stand" not in (hers.text_content("body") or "")
    assert not [one for one in client.page.context.cookies() if one["name"] == "session"]
    assert client.strangers == []
    page.get_by_role("button", name="Close it").click()
    expect(page.get_by_role("button", name="Open a window")).to_be_visible()
