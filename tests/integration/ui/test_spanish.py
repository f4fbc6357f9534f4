"""What a client or the public sees is there in Spanish."""

import re
from pathlib import Path

import pytest
from babel.messages.pofile import read_po
from django.test import Client
from django.utils import translation

from probono.accounts.roles import Role
from probono.matters.pages.window import STEPS
from probono.post.words import TITLES

SITE = Path(__file__).parents[3] / "src" / "probono"
CATALOG = SITE / "ui" / "locale" / "es" / "LC_MESSAGES" / "django.po"
PUBLIC = [
    *(path for path in sorted((SITE / "pages" / "templates" / "pages").glob("*.html")) if path.stem != "components"),
    *(
        path
        for path in sorted((SITE / "accounts" / "templates" / "accounts").glob("*.html"))
        if '"ui/staff.html"' not in path.read_text("utf-8")
    ),
    *(path for path in sorted((SITE / "ui" / "templates" / "ui").glob("*.html")) if path.stem != "staff"),
    *(SITE / "matters" / "templates" / "matters" / f"{name}.html" for name in ("neutral", "phrase", "look")),
    *(
        SITE / "consent" / "templates" / "consent" / f"{name}.html"
        for name in (
            "agreed",
            "agreed_frame",
            "agreed_paper",
            "agreed_stop",
            "hers",
            "hers_print",
            "print",
            "seen",
            "text",
        )
    ),
    *sorted((SITE / "ui" / "templates" / "cotton" / "ui").glob("*.html")),
]
TRANSLATE = re.compile(r"{% translate (\"[^\"]*\"|'[^']*')")
BLOCK = re.compile(r"{% blocktranslate[^%]*%}(.*?){% endblocktranslate %}", re.DOTALL)
HOLE = re.compile(r"{{ (\w+) }}")


def _sentences(path: Path) -> list[str]:
    text = path.read_text("utf-8")
    return [found[1:-1] for found in TRANSLATE.findall(text)] + [
        HOLE.sub(r"%(\1)s", found) for found in BLOCK.findall(text)
    ]


def _spanish() -> dict[str, str]:
    with CATALOG.open("rb") as file:
        return {str(message.id): str(message.string) for message in read_po(file) if message.id}


@pytest.mark.parametrize("path", PUBLIC, ids=lambda path: path.stem)
def test_every_sentence_of_a_public_page_has_its_spanish(path: Path) -> None:
    spanish = _spanish()

    assert [sentence for sentence in _sentences(path) if not spanish.get(sentence)] == []


def test_every_role_has_its_spanish() -> None:
    spanish = _spanish()

    with translation.override("en"):
        assert [str(role.label) for role in Role if not spanish.get(str(role.label))] == []


def test_every_step_a_client_reads_has_its_spanish() -> None:
    spanish = _spanish()

    with translation.override("en"):
        said = [str(words) for title, why, _states in STEPS for words in (title, why)]
    assert [words for words in said if not spanish.get(words)] == []


def test_every_note_a_client_reads_of_has_its_spanish() -> None:
    spanish = _spanish()

    with translation.override("en"):
        assert [str(title) for title in TITLES.values() if not spanish.get(str(title))] == []


def test_every_translation_has_the_holes_of_its_sentence() -> None:
    holes = re.compile(r"%\(\w+\)s")

    assert all(sorted(holes.findall(ours)) == sorted(holes.findall(theirs)) for ours, theirs in _spanish().items())


@pytest.mark.django_db
def test_a_reader_changes_the_language_and_stays_on_the_page(stranger: Client) -> None:
    answer = stranger.post("/language/", {"language": "es", "next": "/sign-in/"})

    assert answer["Location"] == "/sign-in/"
    page = stranger.get("/sign-in/").content.decode()
    assert '<html lang="es">' in page
    assert "Elija a una persona de la demostración" in page


@pytest.mark.django_db
@pytest.mark.parametrize("back", ["https://elsewhere.example/", "//elsewhere.example/", "javascript:alert(1)"])
def test_the_language_switch_leads_nowhere_else(stranger: Client, back: str) -> None:
    assert stranger.post("/language/", {"language": "es", "next": back})["Location"] == "/"


@pytest.mark.django_db
def test_a_language_that_is_not_spoken_here_changes_nothing(stranger: Client) -> None:
    stranger.post("/language/", {"language": "xx", "next": "/"})

    assert '<html lang="en">' in stranger.get("/").content.decode()


@pytest.mark.django_db
def test_the_public_page_is_in_spanish_for_a_browser_that_asks_for_it(stranger: Client) -> None:
    page = stranger.get("/", headers={"Accept-Language": "es-MX,es;q=0.9"}).content.decode()

    assert "Qué hacen las personas voluntarias" in page
    assert "De 6 a 12 meses" in page
