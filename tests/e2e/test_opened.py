"""Who opened this file: on the screen for the legal director, and on paper for the client in both languages."""

from collections.abc import Callable

import pytest

from tests.e2e.conftest import WIDTHS, Watched, fits, is_accessible, matter_of, shoot, sign_in

pytestmark = [pytest.mark.e2e, pytest.mark.slow]


@pytest.mark.parametrize("width", WIDTHS)
def test_the_list_and_the_paper_fit_and_are_accessible(browser: Callable[..., Watched], width: int) -> None:
    reader = browser(width).page
    sign_in(reader, "Avery Lindqvist")
    path = matter_of(reader, "Marisol Aranda Vega")
    for part in ("record/", "findings/", "facts/", "packet/", "record/"):
        reader.goto(f"{path}{part}")
    stranger = browser(width).page
    sign_in(stranger, "Casey Marchetti")
    stranger.goto(f"{path}facts/")

    watched = browser(width)
    page = watched.page
    sign_in(page, "Dana Wexler")
    page.goto(path)
    page.get_by_role("link", name="Who opened it").click()

    assert page.get_by_text("Casey Marchetti").first.is_visible()
    assert fits(page)
    assert is_accessible(page) == []
    shoot(page, "dana-opened", width)

    page.get_by_role("link", name="Print it for the client").click()
    for language in ("en", "es"):
        if language == "es":
            page.get_by_role("link", name="Español").click()
        assert page.locator("html").get_attribute("lang") == language
        assert fits(page)
        assert is_accessible(page) == []
        shoot(page, f"dana-opened-print-{language}", width)
    assert watched.complaints == []
    assert watched.strangers == []
