"""The client's own page: what she said yes to, who saw it, and her stop."""

import html
from collections.abc import Callable
from typing import Any
from uuid import uuid4

import pytest
from django.test import Client
from django.utils import timezone

from probono.accounts.models import Account, ClientWindow
from probono.accounts.signing_in import windows
from probono.audit.models import Entry
from probono.consent.models import Release
from probono.matters.models import Matter
from probono.matters.services.opening import open_matter
from probono.people.services import add_client

pytestmark = [pytest.mark.django_db, pytest.mark.sqlite]
PAGE = "/look/yes/"


@pytest.fixture
def hers(frankie: Account, matter: Matter) -> Callable[..., Client]:
    """Her browser, with the words entered."""

    def browser(language: str = "en") -> Client:
        words = windows.open_window(by=frankie, matter_id=matter.pk, language=language)[1]
        found = Client(SERVER_NAME="localhost", headers={"accept-language": language})
        assert found.post("/words/", {"phrase": words}).status_code == 302
        return found

    return browser


def _text(answer: Any) -> str:
    return html.unescape(answer.content.decode())


def test_it_says_what_she_agreed_to_and_who_saw_it(
    as_: Callable[[Any], Client], hers: Callable[..., Client], avery: Account, matter: Matter
) -> None:
    as_(avery).get(f"/matters/{matter.pk}/record/")
    as_(avery).get(f"/matters/{matter.pk}/record/")

    page = _text(hers().get(PAGE))

    for told in (
        "Bramblewood & Finch LLP", "So that they can work on the case as lawyers", "the name, other names used", "Avery Lindqvist",
        "2 times", "the criminal record", "Stop this",
    ):  # fmt: skip
        assert told in page, told
    assert "Marisol" not in page
    assert "Cedar Lantern" not in page


def test_it_speaks_spanish(
    as_: Callable[[Any], Client], hers: Callable[..., Client], avery: Account, matter: Matter
) -> None:
    as_(avery).get(f"/matters/{matter.pk}/record/")

    page = _text(hers("es").get(PAGE))

    for told in (
        "Lo que acepté",
        "los antecedentes penales",
        "Parar esto",
        "el nombre, otros nombres usados",
        "Para que puedan",
    ):
        assert told in page, told
    for english in ("What I said", "Stop this", "the criminal record", "Who outside", "Nobody"):
        assert english not in page, english


def test_the_look_leads_there_and_back(hers: Callable[..., Client]) -> None:
    browser = hers()

    assert PAGE in _text(browser.get("/look/"))
    assert "/look/" in _text(browser.get(PAGE))


def test_one_tap_asks_and_the_next_stops(
    as_: Callable[[Any], Client], hers: Callable[..., Client], avery: Account, matter: Matter
) -> None:
    browser, lawyer, paper = hers(), as_(avery), Release.objects.get()
    assert "Marisol" in lawyer.get(f"/matters/{matter.pk}/").content.decode()

    asked = browser.get(f"{PAGE}{paper.pk}/stop/")
    assert "A law firm keeps the names" in _text(asked)
    paper.refresh_from_db()
    assert paper.is_live
    for _tap in range(2):
        assert browser.post(f"{PAGE}{paper.pk}/stop/")["Location"] == f"{PAGE}?done=stop"
    assert "It is stopped." in _text(browser.get(f"{PAGE}?done=stop"))

    assert "Marisol" not in lawyer.get(f"/matters/{matter.pk}/").content.decode()
    paper.refresh_from_db()
    assert (paper.state, paper.stopped_how, paper.stopped_by) == ("stopped", "her_page", None)
    assert "Stop this" not in _text(browser.get(PAGE))


def test_her_stop_is_told_as_hers(
    as_: Callable[[Any], Client], hers: Callable[..., Client], dana: Account, matter: Matter
) -> None:
    hers().post(f"{PAGE}{Release.objects.get().pk}/stop/")

    assert Entry.objects.filter(route="agreed:stop", action="change").count() == 1
    page = _text(as_(dana).get(f"/matters/{matter.pk}/opened/"))
    assert "her stop of what she said yes to" in page
    assert "The client herself" in page


def test_she_reads_the_exact_text(hers: Callable[..., Client]) -> None:
    page = _text(hers().get(f"{PAGE}{Release.objects.get().pk}/"))

    assert "My yes to share" in page
    assert "I do not have to sign" in page


def test_a_paper_that_waits_is_told_as_opening_nothing_and_can_be_declined(
    hers: Callable[..., Client], drawn: Any
) -> None:
    paper, browser = drawn(), hers()
    assert "You were asked about these" in _text(browser.get(PAGE))

    asked = _text(browser.get(f"{PAGE}{paper.pk}/stop/"))
    assert "You have not signed this" in asked
    assert "Stop this?" not in asked
    done = browser.post(f"{PAGE}{paper.pk}/stop/")["Location"]

    assert "You said no." in _text(browser.get(done))
    paper.refresh_from_db()
    assert paper.state == "stopped"


def test_she_says_no_in_spanish(hers: Callable[..., Client], drawn: Any) -> None:
    browser, paper = hers("es"), drawn()
    asked = _text(browser.get(f"{PAGE}{paper.pk}/stop/"))
    done = _text(browser.get(browser.post(f"{PAGE}{paper.pk}/stop/")["Location"]))

    assert "¿Decir que no a esto?" in asked
    assert "Dejarlo como está" in asked
    assert "Usted dijo que no." in done


def test_what_an_address_claims_was_done_is_one_of_two_sentences(hers: Callable[..., Client]) -> None:
    assert "x-planted" not in _text(hers().get(f"{PAGE}?done=x-planted"))


def test_another_client_s_is_as_none(hers: Callable[..., Client], drawn: Any) -> None:
    rosa = add_client(by=None, name="Rosa Fictional", code_name="Teal Harbor 11")
    other = open_matter(by=None, client_id=rosa.pk, code_name=rosa.code_name)
    paper = drawn(by=None, matter_id=other.pk, client_id=rosa.pk)
    browser = hers()

    for pk in (paper.pk, uuid4()):
        assert browser.get(f"{PAGE}{pk}/")["Location"] == PAGE
        assert browser.get(f"{PAGE}{pk}/stop/")["Location"] == PAGE
        assert browser.post(f"{PAGE}{pk}/stop/")["Location"] == PAGE
    paper.refresh_from_db()
    assert paper.stopped_at is None


def test_without_a_window_there_is_nothing(hers: Callable[..., Client], stranger: Client) -> None:
    browser, paper = hers(), Release.objects.get()
    ClientWindow.objects.update(until=timezone.now())

    for who in (stranger, browser):
        for page in (PAGE, f"{PAGE}{paper.pk}/", f"{PAGE}{paper.pk}/stop/"):
            assert who.get(page)["Location"] == "/words/"
        assert who.post(f"{PAGE}{paper.pk}/stop/").status_code == 302
    paper.refresh_from_db()
    assert paper.is_live


def test_each_page_takes_itself_away(hers: Callable[..., Client]) -> None:
    browser, paper = hers(), Release.objects.get()

    for page in (PAGE, f"{PAGE}{paper.pk}/", f"{PAGE}{paper.pk}/stop/"):
        assert browser.get(page)["Refresh"].startswith("601; url=")


@pytest.mark.parametrize(("language", "told"), [("en", "What I said yes to"), ("es", "Lo que acepté")])
def test_staff_print_it_for_her(
    as_: Callable[[Any], Client], frankie: Account, matter: Matter, language: str, told: str
) -> None:
    page = _text(as_(frankie).get(f"/matters/{matter.pk}/releases/hers/?language={language}"))

    assert told in page
    assert f'<html lang="{language}"' in page
    assert "Bramblewood" in page
    assert "Marisol" not in page
