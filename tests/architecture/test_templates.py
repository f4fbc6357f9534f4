"""What every template keeps to, so that the strict content security policy holds and no request leaves for another site."""

import re

import pytest

from tests.architecture.tree import texts

TEMPLATES = [(name, text) for name, text in texts(".html") if name.startswith("src/")]
INLINE_SCRIPT = re.compile(r"<script(?![^>]*\bsrc=)[^>]*>", re.IGNORECASE)
INLINE_STYLE = re.compile(r"<style\b|\sstyle\s*=", re.IGNORECASE)
HANDLER = re.compile(r"\son[a-z]+\s*=\s*[\"']", re.IGNORECASE)
OFF_SITE = re.compile(
    r"\b(?:src|srcset|action|poster|data|hx-get|hx-post)\s*=\s*[\"'](?:https?:)?//"
    r"|<link[^>]+href\s*=\s*[\"'](?:https?:)?//",
    re.IGNORECASE,
)


def test_there_are_templates() -> None:
    assert TEMPLATES


@pytest.mark.parametrize(
    ("name", "pattern"),
    [
        ("inline script", INLINE_SCRIPT),
        ("inline style", INLINE_STYLE),
        ("event attribute", HANDLER),
        ("address of another site", OFF_SITE),
    ],
)
def test_no_template_holds_one(name: str, pattern: re.Pattern[str]) -> None:
    found = [template for template, text in TEMPLATES if pattern.search(text)]

    assert found == [], name


@pytest.mark.parametrize(
    ("pattern", "markup"),
    [
        (INLINE_SCRIPT, "<script>go()</script>"),
        (INLINE_STYLE, '<p style="color: red">'),
        (HANDLER, '<button onclick="go()">'),
        (OFF_SITE, '<img src="https://example.test/a.png">'),
        (OFF_SITE, '<link rel="stylesheet" href="//example.test/a.css">'),
    ],
)
def test_the_guards_see_what_they_forbid(pattern: re.Pattern[str], markup: str) -> None:
    assert pattern.search(markup)


TITLE = re.compile(r"{% block title %}(.*?){% endblock %}")


def test_no_title_names_the_program() -> None:
    """A title stands in the tab, in the history and in a screenshot of somebody else's telephone."""
    titles = {name: TITLE.findall(text) for name, text in TEMPLATES}

    assert sum(map(len, titles.values())) > 20
    assert [name for name, found in titles.items() if any("program" in one for one in found)] == []
