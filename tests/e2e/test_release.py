"""A release from the paper to her stop: staff draw it up and record it, a lawyer sees her name, she stops it on her own
page, and the lawyer's next request no longer shows it.
"""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.conftest import WIDTHS, Watched, fits, is_accessible, matter_of, shoot, sign_in

pytestmark = [pytest.mark.e2e, pytest.mark.slow]
CLIENT = "Elena Sandoval Rey"
FIRM = "Harrowgate Stone LLP"


def _look(watched: Watched, name: str, width: int) -> None:
    shoot(watched.page, f"release-{name}", width)
    assert fits(watched.page), f"{name} scrolls sideways at {width}"
    assert is_accessible(watched.page) == [], f"{name} at {width}"


def _put_casey_on_the_team(page: Page, matter: str) -> None:
    page.goto(f"{matter}access/")
    page.get_by_label("Person").first.select_option(label=f"Casey Marchetti (Volunteer attorney, {FIRM})")
    page.get_by_role("button", name="Put on the team").click()


@pytest.mark.parametrize("width", WIDTHS)
def test_she_stops_it_and_the_other_browser_sees_her_no_more(browser: Callable[..., Watched], width: int) -> None:
    staff, lawyer, client = browser(width), browser(width), browser(width)
    page, theirs, hers = staff.page, lawyer.page, client.page
    sign_in(page, "Blair Okonkwo")
    page.goto("/account/confirm/")
    page.get_by_role("button", name="Confirm without a key").click()
    matter = matter_of(page, CLIENT)
    _put_casey_on_the_team(page, matter)
    expect(page.get_by_text("The client has not said yes to this person's organization.")).to_be_visible()
    sign_in(theirs, "Casey Marchetti")
    theirs.goto(matter)
    assert CLIENT not in (theirs.text_content("main") or "")

    page.goto(f"{matter}releases/")
    _look(staff, "list", width)
    page.get_by_role("link", name="New release").click()
    page.get_by_label("Recipient").select_option(label=FIRM)
    page.get_by_label("What it is for").select_option(index=1)
    page.get_by_text("the name, other names used").click()
    page.get_by_role("group", name="Is she under 18?").get_by_text("No", exact=True).click()
    _look(staff, "new", width)
    page.get_by_role("button", name="Make the paper").click()
    _look(staff, "waiting", width)
    address = page.url
    page.goto(f"{address}print/")
    _look(staff, "print", width)
    number = page.locator("strong", has_text="-").inner_text()
    page.goto(f"{address}sign/")
    page.get_by_label("Number on the signed paper").fill(number)
    _look(staff, "sign", width)
    page.get_by_text("On paper, before a colleague").click()
    page.get_by_text("She knew what it says").click()
    page.get_by_role("button", name="Record it").click()
    expect(page.get_by_text("The release holds from this moment.")).to_be_visible()
    _look(staff, "live", width)
    _put_casey_on_the_team(page, matter)
    expect(page.get_by_text("The person is on the team now.")).to_be_visible()
    theirs.reload()
    expect(theirs.get_by_text(CLIENT)).to_be_visible()

    page.goto(f"{matter}window/")
    page.get_by_role("button", name="Open a window").click()
    hers.goto("/words/")
    hers.get_by_label("Your four words").fill(page.locator(".handover--code").inner_text())
    hers.get_by_role("button", name="Go on").click()
    hers.get_by_role("link", name="What I said yes to, and who saw it").click()
    expect(hers.get_by_role("listitem").filter(has_text="Casey Marchetti").first).to_be_visible()
    _look(client, "hers", width)
    hers.locator("section", has_text=FIRM).get_by_role("link", name="Stop this").click()
    _look(client, "stop", width)
    expect(hers.get_by_text("I want their work to end too.")).to_be_visible()
    hers.get_by_role("button", name="Yes, stop it").click()
    expect(hers.get_by_role("heading", name="Over")).to_be_visible()
    hers.get_by_role("button", name="Close this page").click()
    hers.wait_for_url("**/blank/")

    theirs.reload()
    assert CLIENT not in (theirs.text_content("main") or "")
    page.goto(address)
    expect(page.get_by_role("heading", name="She stopped it. What now")).to_be_visible()
    _look(staff, "stopped", width)
    page.goto(matter)
    expect(page.get_by_role("heading", name="She stopped a release: who goes on?")).to_be_visible()
    page.goto("/releases/")
    _look(staff, "due", width)
    page.goto(f"{matter}releases/hers/?language=es")
    _look(staff, "hers-print", width)
    page.goto(f"{matter}access/")
    page.get_by_role("button", name="End Casey Marchetti's access").click()
    for each in (staff, lawyer, client):
        assert each.strangers == []
        assert [one for one in each.complaints if "404" not in one] == []  # a blank page has no icon
