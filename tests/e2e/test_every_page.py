"""Every page at desk and telephone width: no sideways scrolling, nothing axe-core objects to, no policy broken."""

from collections.abc import Callable

import pytest

from tests.e2e.conftest import WIDTHS, Watched, fits, is_accessible, matter_of, shoot, sign_in

pytestmark = [pytest.mark.e2e, pytest.mark.slow]

PUBLIC = {"home": "/", "sign-in": "/sign-in/", "not-found": "/no-such-page/"}
TABS = (
    "",
    "record/",
    "findings/",
    "facts/",
    "facts/petitioner/",
    "facts/counsel/",
    "facts/status/",
    "facts/periods/new/",
    "packet/",
)


def _check(watched: Watched, name: str, width: int) -> None:
    page = watched.page
    shoot(page, name, width)
    assert fits(page), f"{name} scrolls sideways at {width}"
    assert is_accessible(page) == [], f"{name} at {width}"


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize("name", PUBLIC)
def test_a_public_page_fits_and_is_accessible(
    browser: Callable[..., Watched], width: int, language: str, name: str
) -> None:
    watched = browser(width)
    watched.page.goto("/")
    if language == "es":
        watched.page.get_by_role("button", name="Español").click()

    watched.page.goto(PUBLIC[name])

    assert watched.page.locator("html").get_attribute("lang") == language
    _check(watched, f"{name}-{language}", width)
    assert [each for each in watched.complaints if "404" not in each] == []
    assert watched.strangers == []


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("who", ["Avery Lindqvist", "Elif Sorensen", "Frankie Delgado"])
def test_every_page_of_a_matter_fits_and_is_accessible(browser: Callable[..., Watched], width: int, who: str) -> None:
    watched = browser(width)
    sign_in(watched.page, who)
    _check(watched, f"{who.split()[0].lower()}-matters", width)
    matter = matter_of(watched.page, "Marisol Aranda Vega")
    links = watched.page.locator(".tabs a").evaluate_all("links => links.map(link => link.getAttribute('href'))")
    writes = who.startswith("Avery")

    if who.startswith("Elif"):
        links += [f"{matter}facts/immigration/", f"{matter}facts/release/"]

    for path in [f"{matter}{tab}" for tab in TABS] if writes else links:
        answer = watched.page.goto(path)
        assert answer is not None
        assert answer.status == 200
        part = path.removeprefix(matter).strip("/").replace("/", "-") or "overview"
        _check(watched, f"{who.split()[0].lower()}-{part}", width)

    assert watched.complaints == []
    assert watched.strangers == []


@pytest.mark.parametrize("width", WIDTHS)
def test_the_form_of_an_item_fits_and_is_accessible(browser: Callable[..., Watched], width: int) -> None:
    watched = browser(width)
    sign_in(watched.page, "Avery Lindqvist")
    matter = matter_of(watched.page, "Marisol Aranda Vega")
    watched.page.goto(f"{matter}facts/")
    watched.page.locator("table a").first.click()

    _check(watched, "avery-item", width)


@pytest.mark.parametrize("width", WIDTHS)
def test_a_line_of_a_picture_is_marked_when_its_row_is_chosen(browser: Callable[..., Watched], width: int) -> None:
    watched = browser(width)
    page = watched.page
    sign_in(page, "Avery Lindqvist")
    page.goto("/matters/")
    links = page.locator(".matter-row h2 a").evaluate_all("links => links.map(link => link.getAttribute('href'))")
    for link in links:
        page.goto(f"{link}record/")
        if page.locator("svg.sheet__picture").count():
            break

    page.locator(".count__charge a").first.click()

    assert page.locator("rect:target").count() == 1
    _check(watched, "picture", width)
    assert watched.complaints == []


def test_the_gallery_is_accessible(browser: Callable[..., Watched]) -> None:
    watched = browser()
    sign_in(watched.page, "Avery Lindqvist")

    watched.page.goto("/components/")

    _check(watched, "components", 1280)


def test_a_signed_out_browser_shows_nothing_on_going_back(browser: Callable[..., Watched]) -> None:
    watched = browser()
    page = watched.page
    sign_in(page, "Avery Lindqvist")
    matter_of(page, "Marisol Aranda Vega")

    page.get_by_role("button", name="Sign out").click()
    page.wait_for_url("**/")
    page.go_back()

    assert "Marisol" not in (page.text_content("body") or "")
