"""A client's look at where things stand: who opens it, how it ends, and what it shows."""

import datetime as dt
import html
import re
from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from probono.accounts.models import Account, ClientWindow
from probono.accounts.signing_in import phrases, windows
from probono.audit.models import Entry
from probono.matters.models import Matter
from probono.matters.models.matter import MatterState
from probono.matters.pages.window import STEPS

pytestmark = [pytest.mark.django_db, pytest.mark.sqlite]


@pytest.fixture
def words(frankie: Account, matter: Matter) -> str:
    """The four words of a window that Frankie opened."""
    return windows.open_window(by=frankie, matter_id=matter.pk, language="en")[1]


def _enter(words: str, browser: Client | None = None) -> tuple[Any, Client]:
    browser = browser or Client(SERVER_NAME="localhost")
    return browser.post("/words/", {"phrase": words}), browser


def _sees(browser: Client) -> bool:
    return bool(browser.get("/look/").status_code == 200)


def _confirmed(as_: Callable[[Any], Client], who: Account) -> Client:
    browser = as_(who)
    browser.post("/account/confirm/prove/", {"plainly": "yes"})
    return browser


@pytest.mark.parametrize("who", ["frankie", "blair"])
def test_the_advocate_and_the_manager_open_it(
    as_: Callable[[Any], Client], matter: Matter, who: str, request: pytest.FixtureRequest
) -> None:
    browser = _confirmed(as_, request.getfixturevalue(who))
    page = html.unescape(browser.post(f"/matters/{matter.pk}/window/", {"language": "es"}).content.decode())
    said = re.search(r'handover--code" translate="no">([^<]+)<', page)

    assert said
    answer, client = _enter(said[1])
    assert answer["Location"] == "/look/"
    assert _sees(client)
    assert said[1] not in browser.get(f"/matters/{matter.pk}/window/").content.decode()


@pytest.mark.parametrize("who", ["avery", "elif_", "dana", "casey"])
def test_nobody_else_opens_it(
    as_: Callable[[Any], Client], matter: Matter, who: str, request: pytest.FixtureRequest
) -> None:
    browser = _confirmed(as_, request.getfixturevalue(who))

    assert browser.post(f"/matters/{matter.pk}/window/", {"language": "en"}).status_code == 404
    assert not ClientWindow.objects.exists()


def test_opening_asks_for_a_fresh_proof(as_: Callable[[Any], Client], matter: Matter, frankie: Account) -> None:
    assert as_(frankie).post(f"/matters/{matter.pk}/window/")["Location"] == "/account/confirm/"


def test_it_shows_the_steps_and_nobody_s_name(words: str) -> None:
    _answer, client = _enter(words)

    page = html.unescape(client.get("/look/").content.decode())

    assert "We are gathering your papers" in page
    for told in (
        "Marisol",
        "Aranda",
        "Cedar Lantern",
        "Open Door",
        "Ridgeline",
        "vacat",
        "Frankie",
        "arrest",
        "immigra",
    ):
        assert told.lower() not in page.lower().replace("evaluation copy", "")


def test_it_speaks_spanish(words: str) -> None:
    browser = Client(SERVER_NAME="localhost", headers={"accept-language": "es"})
    _answer, client = _enter(words, browser)

    assert "Estamos reuniendo sus documentos" in client.get("/look/").content.decode()


def test_spanish_words_open_a_spanish_page(frankie: Account, matter: Matter) -> None:
    words = windows.open_window(by=frankie, matter_id=matter.pk, language="es")[1]
    _answer, client = _enter(words, Client(SERVER_NAME="localhost", headers={"accept-language": "en"}))

    assert "Estamos reuniendo sus documentos" in client.get("/look/").content.decode()


def test_the_language_she_chose_herself_goes_before_that_of_the_words(frankie: Account, matter: Matter) -> None:
    words = windows.open_window(by=frankie, matter_id=matter.pk, language="es")[1]
    browser = Client(SERVER_NAME="localhost")
    browser.post("/language/", {"language": "en"})
    _answer, client = _enter(words, browser)

    assert "Estamos" not in client.get("/look/").content.decode()


@pytest.mark.parametrize(
    "now", [{"state": MatterState.CLOSED}, {"side_state": "withdrawn"}, {"side_state": "declined"}]
)
def test_what_has_ended_claims_no_step(words: str, matter: Matter, now: dict[str, str]) -> None:
    Matter.objects.filter(pk=matter.pk).update(**now)
    _answer, client = _enter(words)
    page = client.get("/look/").content.decode()

    assert "has ended" in page
    assert "The court" not in page


def test_what_rests_is_said_to_rest(words: str, matter: Matter) -> None:
    Matter.objects.filter(pk=matter.pk).update(side_state="paused")
    _answer, client = _enter(words)

    assert "Everything rests for now" in client.get("/look/").content.decode()


@pytest.mark.parametrize("state", [state for state in MatterState.values if state != "closed"])
def test_every_state_is_one_step(state: str) -> None:
    assert sum(state in states for _title, _why, states in STEPS) == 1


def test_the_words_work_once_and_in_one_browser(words: str) -> None:
    _answer, first = _enter(words)

    answer, second = _enter(words)

    assert answer.status_code == 400
    assert not _sees(second)
    assert _sees(first)


def test_a_copied_cookie_of_another_session_opens_nothing(words: str) -> None:
    _answer, first = _enter(words)
    other = Client(SERVER_NAME="localhost")
    session = other.session
    session[windows.SESSION] = str(ClientWindow.objects.get().pk)
    session.save()

    assert not _sees(other)
    assert _sees(first) is False  # a second device that tries closes the window for both


def test_it_ends_after_half_an_hour(words: str) -> None:
    _answer, client = _enter(words)
    ClientWindow.objects.update(until=timezone.now() - dt.timedelta(seconds=1))

    answer = client.get("/look/")

    assert answer["Location"] == "/words/"
    assert dt.timedelta(minutes=30) == windows.LASTS


def test_it_ends_after_ten_minutes_of_rest(words: str) -> None:
    _answer, client = _enter(words)
    ClientWindow.objects.update(seen_at=timezone.now() - dt.timedelta(minutes=10, seconds=1))

    assert client.get("/look/")["Location"] == "/words/"


def test_the_page_takes_itself_away_and_is_never_kept(words: str) -> None:
    _answer, client = _enter(words)
    answer = client.get("/look/")

    assert answer["Refresh"] == "601; url=/look/"
    assert answer["Cache-Control"] == "no-store"
    assert not client.cookies["session"]["max-age"]
    assert not client.cookies["session"]["expires"]


def test_closing_ends_it_and_the_browser_forgets(words: str) -> None:
    _answer, client = _enter(words)
    answer = client.post("/look/close/")

    assert answer["Location"] == "/blank/"
    assert '"cookies"' in answer["Clear-Site-Data"]
    assert not _sees(client)


def test_the_quick_exit_ends_it(words: str) -> None:
    _answer, client = _enter(words)
    client.post("/leave/")

    assert not _sees(client)


def test_staff_close_it(words: str, as_: Callable[[Any], Client], frankie: Account, matter: Matter) -> None:
    _answer, client = _enter(words)
    as_(frankie).post(f"/matters/{matter.pk}/window/close/")

    assert not _sees(client)


def test_a_new_window_closes_the_earlier_one(words: str, frankie: Account, matter: Matter) -> None:
    windows.open_window(by=frankie, matter_id=matter.pk, language="en")

    assert _enter(words)[0].status_code == 400


def test_it_opens_nothing_else(words: str, matter: Matter) -> None:
    _answer, client = _enter(words)

    assert client.get(f"/matters/{matter.pk}/").status_code == 302
    assert client.get("/account/").status_code == 302


def test_entering_ends_whoever_was_signed_in(words: str, as_: Callable[[Any], Client], avery: Account) -> None:
    browser = as_(avery)
    _enter(words, browser)

    assert browser.get("/matters/").status_code == 302


def test_wrong_old_and_used_words_answer_alike(words: str) -> None:
    _enter(words)

    def page(said: str) -> str:
        answer = _enter(said)[0].content.decode().replace(said, "")
        return re.sub(r'name="csrfmiddlewaretoken" value="\w+"', "", answer)

    assert page(words) == page("some other four words")


def test_guessing_slows_down(matter: Matter) -> None:
    answers = [_enter("no such four words")[0] for _each in range(6)]

    assert [answer.status_code for answer in answers] == [400] * 5 + [429]


def test_each_look_is_told_in_the_audit_log(words: str) -> None:
    _answer, client = _enter(words)
    client.get("/look/")

    assert Entry.objects.filter(route="client:look", action="read").exclude(handle="").count() == 1


def test_the_words_are_not_kept(words: str) -> None:
    assert words.split()[0] not in str(list(ClientWindow.objects.values()))


@pytest.mark.parametrize(("said", "meant"), [("Árbol, RANA-sol  niño", "arbol rana sol nino"), ("", ""), ("4 5", "")])
def test_words_are_compared_as_they_are_heard(said: str, meant: str) -> None:
    assert phrases.plain(said) == meant


def test_there_are_enough_words_and_none_sounds_alike_without_its_accents() -> None:
    for language, words_ in phrases._words().items():
        assert phrases.language_of(phrases.new_phrase(language)) == language
        assert len({phrases.plain(word) for word in words_}) == len(words_) >= 100
