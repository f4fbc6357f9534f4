"""A volunteer is invited, makes a passkey in Chromium, signs out, and signs in with it; every page of it is looked at."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.conftest import WIDTHS, Watched, fits, is_accessible, shoot, sign_in

pytestmark = [pytest.mark.e2e, pytest.mark.slow]
DEVICE = {
    "protocol": "ctap2",
    "transport": "internal",
    "hasResidentKey": True,
    "hasUserVerification": True,
    "isUserVerified": True,
    "automaticPresenceSimulation": True,
}


@pytest.fixture
def with_device(browser: Callable[..., Watched]) -> Callable[..., Watched]:
    """A window whose browser has an authenticator of its own."""

    def window(width: int = 1280) -> Watched:
        watched = browser(width)
        session = watched.page.context.new_cdp_session(watched.page)
        session.send("WebAuthn.enable")
        session.send("WebAuthn.addVirtualAuthenticator", {"options": DEVICE})
        return watched

    return window


def _look(watched: Watched, name: str, width: int) -> None:
    shoot(watched.page, f"way-in-{name}", width)
    assert fits(watched.page), f"{name} scrolls sideways at {width}"
    assert is_accessible(watched.page) == [], f"{name} at {width}"


def _invite(watched: Watched, email: str, width: int) -> tuple[str, str]:
    """Blair invites somebody; gives the link and the code."""
    page = watched.page
    sign_in(page, "Blair Okonkwo")
    page.goto("/account/confirm/?next=/people/invitations/")
    _look(watched, "confirm", width)
    page.get_by_role("button", name="Confirm without a key").click()
    page.get_by_label("Name", exact=True).fill("Jordan Vance")
    page.get_by_label("E-mail address").fill(email)
    page.get_by_label("Role").select_option("VA")
    page.get_by_label("Organization", exact=True).select_option(label="Bramblewood & Finch LLP")
    _look(watched, "invite", width)
    page.get_by_role("button", name="Make the invitation").click()
    expect(page.get_by_role("heading", name="Hand this over to Jordan Vance")).to_be_visible()
    _look(watched, "handover", width)
    link = page.locator(".handover").first.inner_text().strip()
    return link, page.locator(".handover--code").inner_text().strip()


def _come_in(watched: Watched, link: str, code: str, width: int) -> None:
    page = watched.page
    page.goto(link)
    _look(watched, "link", width)
    page.get_by_label("The code you were told").fill(code)
    page.get_by_role("button", name="Use this link").click()
    page.get_by_label("A name for it").fill("Laptop at the office")
    _look(watched, "enrol", width)
    page.get_by_role("button", name="Make a passkey").click()
    page.wait_for_url("**/account/")
    expect(page.get_by_text("Laptop at the office").first).to_be_visible()


@pytest.mark.parametrize("width", WIDTHS)
def test_an_invited_volunteer_signs_in_with_her_passkey(
    browser: Callable[..., Watched], with_device: Callable[..., Watched], width: int
) -> None:
    link, code = _invite(browser(width), f"jordan{width}@bramblewood.example", width)
    watched = with_device(width)
    page = watched.page
    _come_in(watched, link, code, width)
    _look(watched, "account", width)

    page.get_by_role("button", name="Sign out").click()
    page.goto("/sign-in/")
    page.get_by_role("button", name="Sign in with a passkey").click()
    page.wait_for_url("**/matters/")
    expect(page.get_by_text("Jordan Vance").first).to_be_visible()

    page.goto("/account/app/")
    _look(watched, "app", width)
    page.goto("/account/passkeys/add/")
    _look(watched, "add-passkey", width)
    assert watched.complaints == []
    assert watched.strangers == []


def test_a_device_without_the_passkey_is_told_so(with_device: Callable[..., Watched]) -> None:
    watched = with_device()
    watched.page.goto("/sign-in/")
    watched.page.get_by_role("button", name="Sign in with a passkey").click()

    expect(watched.page.get_by_role("alert")).to_contain_text("The passkey was not used")


def test_without_script_the_page_says_that_passkeys_need_it(browser: Callable[..., Watched]) -> None:
    page = browser(java_script_enabled=False).page
    page.goto("/sign-in/")

    expect(page.get_by_text("Passkeys need JavaScript")).to_be_visible()
    expect(page.get_by_role("button", name="Sign in with a passkey")).to_have_count(0)
    page.get_by_role("link", name="Use an authenticator app").click()
    expect(page.get_by_role("heading", name="Sign in with an authenticator app")).to_be_visible()


@pytest.mark.parametrize("width", WIDTHS)
def test_the_pages_for_officers_fit_and_are_accessible(browser: Callable[..., Watched], width: int) -> None:
    watched = browser(width)
    sign_in(watched.page, "Dana Wexler")
    for name, path in {"recoveries": "/people/recoveries/", "code": "/sign-in/code/", "own": "/account/"}.items():
        watched.page.goto(path)
        _look(watched, name, width)


def test_typed_text_survives_the_end_of_a_session(browser: Callable[..., Watched]) -> None:
    page: Page = browser().page
    sign_in(page, "Blair Okonkwo")
    page.goto("/people/invitations/")
    page.get_by_label("Name", exact=True).fill("Kim Osei")
    page.get_by_label("E-mail address").fill("kim@bramblewood.example")
    page.get_by_label("Role").select_option("PL")
    page.get_by_label("Organization", exact=True).select_option(label="Bramblewood & Finch LLP")
    page.get_by_role("button", name="Make the invitation").click()  # no fresh proof: the form waits

    page.get_by_role("button", name="Confirm without a key").click()
    page.get_by_role("button", name="Show it").click()
    expect(page.locator(".facts")).to_contain_text("Bramblewood & Finch LLP")
    page.get_by_role("button", name="Make the invitation").click()

    expect(page.get_by_role("heading", name=re.compile("Hand this over to Kim Osei"))).to_be_visible()
