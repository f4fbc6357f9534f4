"""A large file over a bad line: it goes on by itself, and after the page was closed it goes on once it is chosen again."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, Route, expect

from tests.e2e.conftest import ROOT, WIDTHS, Watched, fits, is_accessible, open_matter, shoot, sign_in

pytestmark = [pytest.mark.e2e, pytest.mark.slow]
MEBIBYTE = 1024 * 1024
SHEET = (ROOT / "demo" / "readme" / "sheet.txt").read_bytes()


@pytest.fixture
def large(tmp_path: Path) -> Path:
    """A sheet of a little more than three pieces."""
    path = tmp_path / "sheet.txt"
    path.write_bytes(SHEET + b"\n" + (b" " * 4095 + b"\n") * (3 * MEBIBYTE // 4096))
    return path


class _Line:
    """What goes over the line: where each piece began; it breaks before the pieces it is told to."""

    def __init__(self, page: Page) -> None:
        self.begins: list[int] = []
        self.breaks: Callable[[int], bool] = lambda number: False
        page.route("**/record/", self._go)

    def _go(self, route: Route) -> None:
        begins = route.request.headers.get("x-piece-begins")
        body = route.request.post_data_buffer
        if begins is None or not body:
            route.continue_()
            return
        if self.breaks(len(self.begins)):
            route.abort("connectionreset")
            return
        self.begins.append(int(begins))
        route.continue_()


def _choose(page: Page, file: Path) -> None:
    page.get_by_label("RAP sheet").set_input_files(file)
    page.get_by_role("button", name="Read the sheet").click()


def _complaints(watched: Watched) -> list[Any]:
    return [each for each in watched.complaints if "ERR_CONNECTION_RESET" not in each]


@pytest.mark.parametrize(
    ("width", "code_name"), list(zip(WIDTHS, ("Cedar Lantern 45", "Cedar Lantern 46"), strict=True))
)
def test_it_goes_on_where_it_stopped(browser: Callable[..., Watched], large: Path, width: int, code_name: str) -> None:
    watched = browser(width)
    page = watched.page
    sign_in(page, "Avery Lindqvist")
    address = f"{open_matter(page, code_name)}record/"
    page.goto(address)
    line = _Line(page)
    line.breaks = lambda number: number == 2

    _choose(page, large)
    status = page.get_by_role("status").filter(has_text="The connection was lost.")
    expect(status).to_contain_text("66 percent is there")
    shoot(page, "sending-lost", width)
    assert fits(page)
    assert is_accessible(page) == []
    assert line.begins == [0, MEBIBYTE]

    page.goto(address)  # the page was closed, and is opened again
    tries = iter([True])
    line.breaks = lambda number: next(tries, False)  # once more: now it goes on by itself
    _choose(page, large)
    expect(page.get_by_text("The sheet was read.")).to_be_visible()

    assert line.begins == [0, MEBIBYTE, 2 * MEBIBYTE, 3 * MEBIBYTE]
    assert _complaints(watched) == []
    assert watched.strangers == []
