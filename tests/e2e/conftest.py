"""A real server with its worker on SQLite in a folder of its own, and Chromium before it. FICTIONAL people only."""

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

ROOT = Path(__file__).parents[2]
AXE = ROOT / "src" / "probono" / "ui" / "static" / "vendor" / "axe-core" / "axe.min.js"
SHOTS = ROOT / "var" / "screenshots"
WIDTHS = (1280, 360)
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
NEW_MATTER = """
from probono.accounts.models import Account
from probono.accounts.roles import Role
from probono.matters.services.opening import engage, open_matter
from probono.people.services import add_client
for code_name in ("Cedar Lantern 42", "Cedar Lantern 43", "Cedar Lantern 44", "Cedar Lantern 45", "Cedar Lantern 46"):
    client = add_client(by=None, name="Nadia Ferrante", code_name=code_name)
    matter = open_matter(by=None, client_id=client.pk, code_name=code_name)
    engage(by=None, matter=matter, account=Account.objects.get(name="Avery Lindqvist"), role=Role.VOLUNTEER_ATTORNEY)
"""
ARGUMENTS = [
    "--no-sandbox",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-domain-reliability",
    "--disable-sync",
    "--no-default-browser-check",
    "--no-first-run",
]


@dataclass
class Watched:
    """A page that keeps account: what broke the policy, what went wrong, what left for elsewhere."""

    page: Page
    origins: tuple[str, ...]
    complaints: list[str] = field(default_factory=list)
    strangers: list[str] = field(default_factory=list)

    def watch(self) -> None:
        self.page.on("console", lambda message: self._console(message.type, message.text))
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))
        self.page.on("request", lambda request: self._request(request.url))

    def _console(self, kind: str, text: str) -> None:
        if kind in ("error", "warning"):
            self.complaints.append(text)

    def _request(self, url: str) -> None:
        if not url.startswith((*self.origins, "data:", "about:")):
            self.strangers.append(url)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a served demo, with three more matters of Avery's that have no sheet yet."""
    folder, port = tmp_path_factory.mktemp("e2e"), _free_port()
    kept = {
        name: value for name, value in os.environ.items() if not name.startswith(("PROBONO_", "DATABASE_", "DJANGO_"))
    }
    environment = kept | {"PROBONO_VAR": str(folder), "PROBONO_PORT": str(port)}
    command = [sys.executable, "-m", "probono.config.command"]
    subprocess.run([*command, "setup-demo"], cwd=ROOT, env=environment, check=True, capture_output=True, timeout=120)
    shell = [*command, "manage", "shell", "-v", "0", "-c", NEW_MATTER]
    subprocess.run(shell, cwd=ROOT, env=environment, check=True, capture_output=True, timeout=60)
    server = subprocess.Popen([*command, "serve"], cwd=ROOT, env=environment, stdout=subprocess.DEVNULL)
    try:
        _wait(port)
        yield f"http://localhost:{port}"
    finally:
        server.terminate()
        server.wait(30)


def _wait(port: int) -> None:
    deadline = time.monotonic() + 40
    while True:
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{port}/static/ui/site.css", timeout=5):
                return
        except OSError:
            if time.monotonic() > deadline:
                raise
            time.sleep(0.2)


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    """One browser a file: Playwright's event loop must be gone before tests of other files ask the database."""
    path = os.environ.get("CHROMIUM") or shutil.which("chromium") or "/usr/bin/chromium"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=ARGUMENTS)
        yield browser
        browser.close()


@pytest.fixture
def browser(chromium: Browser, site: str) -> Iterator[Callable[..., Watched]]:
    """`browser(width=360, javaScriptEnabled=False)` opens a fresh window at the site."""
    opened: list[BrowserContext] = []

    def window(width: int = 1280, **options: Any) -> Watched:
        context = chromium.new_context(
            viewport={"width": width, "height": 900}, base_url=site, locale="en-US", **options
        )
        context.set_default_timeout(15_000)
        opened.append(context)
        watched = Watched(context.new_page(), (site, site.replace("localhost", "127.0.0.1")))
        watched.watch()
        return watched

    yield window
    for context in opened:
        context.close()


def sign_in(page: Page, name: str) -> None:
    """Signs in as one of the demo's people."""
    page.goto("/sign-in/")
    page.locator("button.person", has_text=name).click()
    page.wait_for_url("**/matters/")


def open_matter(page: Page, code_name: str) -> str:
    """Opens a matter from the list and gives its path."""
    page.goto("/matters/")
    page.get_by_role("link", name=code_name).click()
    return "/" + page.url.split("/", 3)[3]


def matter_of(page: Page, client: str) -> str:
    """The path of the matter whose client has this name, found by looking into each."""
    page.goto("/matters/")
    links = page.locator(".matter-row h2 a").evaluate_all("links => links.map(link => link.getAttribute('href'))")
    for link in links:
        page.goto(link)
        if client in (page.locator("main").text_content() or ""):
            return str(link)
    raise AssertionError(f"no matter of {client}")


def is_accessible(page: Page) -> list[str]:
    """What axe-core finds wrong, each with the element."""
    page.evaluate(AXE.read_text("utf-8"))
    found = page.evaluate("rules => axe.run(document, {runOnly: rules})", RULES)
    return [f"{one['id']}: {one['nodes'][0]['html'][:160]}" for one in found["violations"]]


def fits(page: Page) -> bool:
    """Whether the page needs no sideways scrolling."""
    return bool(page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))


def shoot(page: Page, name: str, width: int) -> None:
    """Keeps a picture of the page for people to look at."""
    SHOTS.mkdir(parents=True, exist_ok=True)
    page.screenshot(path=SHOTS / f"{name}-{width}.png", full_page=True)
