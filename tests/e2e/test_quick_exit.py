"""Leaving a page quickly: by button, by key, and without script (S-06)."""

from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from tests.e2e.conftest import Watched, sign_in

pytestmark = [pytest.mark.e2e, pytest.mark.slow]


def _left(watched: Watched) -> None:
    page = watched.page
    page.wait_for_url("**/blank/")
    expect(page.locator("body")).to_have_text("This page is empty.")
    assert page.title() == "New page"


def test_the_button_leaves_and_the_page_is_not_in_the_history(browser: Callable[..., Watched]) -> None:
    watched = browser(360)
    watched.page.goto("/blank/")
    watched.page.goto("/")
    before = watched.page.evaluate("history.length")

    watched.page.get_by_role("button", name="Leave this page").click()

    _left(watched)
    assert watched.page.evaluate("history.length") == before
    watched.page.go_back()
    assert "/blank/" in watched.page.url


def test_shift_three_times_leaves_and_says_how_many_more(browser: Callable[..., Watched]) -> None:
    watched = browser(1280)
    watched.page.goto("/")
    told = watched.page.locator("[data-told]")

    watched.page.keyboard.press("Shift")
    expect(told).to_have_text("Press Shift two more times to leave.")
    watched.page.keyboard.press("Shift")
    expect(told).to_have_text("Press Shift once more to leave.")
    watched.page.keyboard.press("Shift")

    _left(watched)


def test_typing_capitals_does_not_leave(browser: Callable[..., Watched]) -> None:
    watched = browser(1280)
    watched.page.goto("/")
    for _ in range(4):
        watched.page.keyboard.press("Shift+A")

    assert not watched.page.url.endswith("/blank/")


def test_the_page_is_covered_at_once(browser: Callable[..., Watched]) -> None:
    """Before anything of the server's answer: the body is hidden in the same turn of the script."""
    watched = browser(1280)
    watched.page.goto("/")

    covered = watched.page.evaluate(
        """() => {
            const form = document.getElementById("quick-exit");
            form.dispatchEvent(new Event("submit", {cancelable: true}));
            return [document.body.hidden, document.title];
        }"""
    )

    assert covered == [True, "New page"]
    _left(watched)


@pytest.mark.parametrize("script", [True, False])
def test_the_session_is_over_on_the_server(browser: Callable[..., Watched], script: bool) -> None:
    watched = browser(1280, java_script_enabled=script)
    sign_in(watched.page, "Avery Lindqvist")
    watched.page.goto("/")

    watched.page.get_by_role("button", name="Leave this page").click()

    _left(watched)
    watched.page.goto("/matters/")
    assert watched.page.url.endswith("/sign-in/")
    assert watched.strangers == []
