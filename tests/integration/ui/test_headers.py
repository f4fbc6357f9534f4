"""Response headers, on every kind of answer."""

import re
from collections.abc import Callable
from types import SimpleNamespace
from typing import Any

import pytest
from django.test import Client

from probono.matters.models import Matter

pytestmark = pytest.mark.django_db

POLICY = {
    "default-src": "'none'",
    "script-src": "'self'",
    "style-src": "'self'",
    "img-src": "'self'",
    "font-src": "'self'",
    "connect-src": "'self'",
    "form-action": "'self'",
    "frame-ancestors": "'none'",
    "base-uri": "'none'",
}
OFF_SITE = re.compile(r"""(?:src|href|action|hx-get|hx-post)\s*=\s*["'](?:https?:)?//""")


def _policy(answer: Any) -> dict[str, str]:
    return dict(part.strip().split(" ", 1) for part in answer["Content-Security-Policy"].split(";"))


@pytest.mark.parametrize("path", ["/", "/sign-in/", "/no-such-page/", "/health/", "/matters/"])
def test_every_answer_has_the_strict_policy(stranger: Client, path: str) -> None:
    answer = stranger.get(path)

    assert _policy(answer) == POLICY
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["Referrer-Policy"] == "same-origin"
    assert answer["Cross-Origin-Opener-Policy"] == "same-origin"
    assert answer["Cross-Origin-Embedder-Policy"] == "require-corp"
    assert answer["Cross-Origin-Resource-Policy"] == "same-origin"
    assert "camera=()" in answer["Permissions-Policy"]
    assert answer["X-Robots-Tag"] == "noindex, nofollow"
    assert answer["X-Frame-Options"] == "DENY"
    assert answer["Cache-Control"] == "no-store"


@pytest.mark.parametrize("tab", ["matter", "record", "findings", "facts", "packet"])
def test_no_page_of_a_matter_names_another_site(
    as_: Callable[[Any], Client], avery: Any, urls: SimpleNamespace, with_facts: Matter, tab: str
) -> None:
    answer = as_(avery).get(getattr(urls, tab))

    assert answer.status_code == 200
    assert _policy(answer) == POLICY
    assert OFF_SITE.findall(answer.content.decode()) == []


@pytest.mark.parametrize("tab", ["matter", "record", "findings", "facts", "packet"])
def test_no_page_of_a_matter_has_inline_style_or_script(
    as_: Callable[[Any], Client], avery: Any, urls: SimpleNamespace, with_facts: Matter, tab: str
) -> None:
    page = as_(avery).get(getattr(urls, tab)).content.decode()

    assert not re.search(r"\sstyle\s*=|<style|\son\w+\s*=\s*[\"']", page)
    assert not re.search(r"<script(?![^>]*\bsrc=)", page)


def test_no_title_names_a_client(
    as_: Callable[[Any], Client], avery: Any, urls: SimpleNamespace, with_facts: Matter
) -> None:
    page = as_(avery).get(urls.matter).content.decode()

    title = re.search(r"<title>(.*?)</title>", page)
    assert title is not None
    assert "Marisol" not in title.group(1)


def test_the_site_s_own_style_sheet_is_served(stranger: Client) -> None:
    answer = stranger.get("/static/ui/site.css")

    assert answer.status_code == 200
    assert b".wrap" in b"".join(answer.streaming_content)  # type: ignore[arg-type]
    answer.close()
    assert answer["Content-Type"].startswith("text/css")


@pytest.mark.parametrize(("origin", "refused"), [("null", True), ("http://localhost:8000", False)])
def test_a_browser_that_hides_the_origin_could_send_no_form(origin: str, refused: bool) -> None:
    careful = Client(SERVER_NAME="localhost", SERVER_PORT="8000", enforce_csrf_checks=True)
    found = re.search(r'name="csrfmiddlewaretoken" value="(\w+)"', careful.get("/sign-in/").content.decode())
    assert found is not None

    answer = careful.post("/demo-sign-in/", {"csrfmiddlewaretoken": found[1]}, headers={"Origin": origin})

    assert (answer.status_code == 403) is refused
