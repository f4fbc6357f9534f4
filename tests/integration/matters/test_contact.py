"""The contact tab: the red lock, a way from paper to confirmed by two people, people to avoid, the hold, and what was sent."""

import html
from collections.abc import Callable
from types import SimpleNamespace
from typing import Any

import pytest
from django.core import mail
from django.test import Client, TestCase

from probono.accounts.models import Account
from probono.accounts.signing_in import windows
from probono.consent.contact.hours import Hours
from probono.consent.contact.models import ContactRoute, PersonToAvoid, SafetyHold
from probono.matters.models import Matter

pytestmark = [pytest.mark.django_db, pytest.mark.sqlite]
WAY = {
    "kind": "email", "value": "her@example.test", "days": [0, 1, 2, 3, 4, 5, 6], "start": "00:00", "end": "00:00",
    "language": "es", "caller_id": "hide", "code_word": "heron", "who_answers": "Ask for the library.", "may_send": "on",
    "heard": "in_person",
}  # fmt: skip


@pytest.fixture
def tab(urls: SimpleNamespace) -> str:
    return f"{urls.matter}contact/"


@pytest.fixture
def proved(as_: Callable[[Any], Client]) -> Callable[[Account], Client]:
    """A browser whose owner has just proved that it is she."""

    def browser(who: Account) -> Client:
        opened = as_(who)
        opened.post("/account/confirm/prove/", {"plainly": "yes"})
        return opened

    return browser


def _page(browser: Client, address: str) -> str:
    return html.unescape(browser.get(address).content.decode())


@pytest.fixture
def way(proved: Callable[[Account], Client], frankie: Account, blair: Account, tab: str) -> ContactRoute:
    """A way that Frankie wrote down, Blair looked at and Frankie confirmed."""
    browser = proved(frankie)
    assert browser.post(f"{tab}ways/new/", WAY).status_code == 302
    address = f"{tab}ways/{ContactRoute.objects.get().pk}/"
    proved(blair).post(f"{address}decide/", {"answer": "yes"})
    browser.post(f"{address}confirm/", {"talked": "called", "said_word": "yes", "days": 14})
    return ContactRoute.objects.get()


def test_without_a_confirmed_way_it_is_locked(as_: Callable[[Any], Client], frankie: Account, tab: str) -> None:
    page = _page(as_(frankie), tab)

    assert "Locked: no way is confirmed" in page
    assert "Nothing was sent to her." in page


def test_two_people_and_a_talk_unlock_it(
    as_: Callable[[Any], Client], frankie: Account, way: ContactRoute, tab: str
) -> None:
    page = _page(as_(frankie), tab)

    assert "Locked" not in page
    assert "Safe now." in page
    for line in ("Ask for the library.", "“heron”", "Do not say who we are", "Leave no message."):
        assert line in page


def test_writing_a_way_down_asks_for_a_fresh_proof(as_: Callable[[Any], Client], frankie: Account, tab: str) -> None:
    assert as_(frankie).post(f"{tab}ways/new/", WAY)["Location"] == "/account/confirm/"
    assert not ContactRoute.objects.exists()


def test_the_second_person_proves_herself_too(
    as_: Callable[[Any], Client], proved: Callable[[Account], Client], frankie: Account, blair: Account, tab: str
) -> None:
    proved(frankie).post(f"{tab}ways/new/", WAY)
    address = f"{tab}ways/{ContactRoute.objects.get().pk}/decide/"

    assert as_(blair).post(address, {"answer": "yes"})["Location"] == "/account/confirm/"
    assert "Somebody else has to look" in html.unescape(
        proved(frankie).post(address, {"answer": "yes"}, follow=True).content.decode()
    )
    assert ContactRoute.objects.get().approved_at is None


@pytest.mark.parametrize(
    ("wrong", "says"),
    [
        ({"end": "08:00", "start": "09:00"}, "later than the beginning"),
        ({"days": []}, "Tick the days"),
        ({"value": "her at example"}, "not an e-mail address"),
        ({"value": ""}, "Write the number"),
        ({"kind": "phone", "value": "call me maybe!!"}, "not a whole telephone number"),
        ({"kind": "text", "value": "555-01"}, "not a whole telephone number"),
    ],
)
def test_what_is_wrong_is_said_beside_its_field(
    proved: Callable[[Account], Client], frankie: Account, tab: str, wrong: dict[str, Any], says: str
) -> None:
    answer = proved(frankie).post(f"{tab}ways/new/", WAY | wrong)

    assert answer.status_code == 422
    assert says in answer.content.decode()


def test_a_change_starts_from_what_is_there_and_needs_her_word(
    proved: Callable[[Account], Client], frankie: Account, way: ContactRoute, tab: str
) -> None:
    browser, address = proved(frankie), f"{tab}ways/{way.pk}/"

    assert 'value="her@example.test"' in _page(browser, address)
    refused = browser.post(address, WAY | {"heard": str(way.pk)})
    assert "did not say her word" in html.unescape(refused.content.decode())
    assert browser.post(address, WAY | {"heard": str(way.pk), "said_word": "yes"}).status_code == 302
    assert ContactRoute.objects.filter(replaces=way).count() == 1


def test_a_note_is_sent_listed_and_seen_by_her(
    as_: Callable[[Any], Client], frankie: Account, matter: Matter, way: ContactRoute, tab: str
) -> None:
    browser = as_(frankie)
    with TestCase.captureOnCommitCallbacks(execute=True):
        browser.post(f"{tab}ways/{way.pk}/send/", {"note": "call"})

    assert [(one.to, one.subject) for one in mail.outbox] == [(["her@example.test"], "Un breve aviso")]
    assert "A short note: please call when it suits you" in _page(browser, tab)
    page = _look(frankie, matter)
    assert "A short note: please call when it suits you" in page
    assert "This site sent nothing" not in page
    assert "her@example.test" not in page


def test_she_sees_that_nothing_was_sent(frankie: Account, matter: Matter, way: ContactRoute) -> None:
    assert "This site sent nothing to your phone or your e-mail about this." in _look(frankie, matter)
    assert "Este sitio no le mandó nada a su teléfono" in _look(frankie, matter, "es")


def _look(by: Account, matter: Matter, language: str = "en") -> str:
    words = windows.open_window(by=by, matter_id=matter.pk, language=language)[1]
    browser = Client(SERVER_NAME="localhost", headers={"accept-language": language})
    browser.post("/words/", {"phrase": words})
    return _page(browser, "/look/")


def test_a_hold_is_told_on_every_page_of_the_matter_and_two_lift_it(
    as_: Callable[[Any], Client], proved: Callable[[Account], Client], avery: Account, frankie: Account, dana: Account,
    way: ContactRoute, urls: SimpleNamespace, tab: str,
) -> None:  # fmt: skip
    as_(avery).post(f"{tab}hold/")

    assert "Do not call, write to or visit the client." in _page(as_(avery), urls.record)
    assert "Safe now." not in _page(as_(frankie), tab)
    assert "Lift the safety hold" in _page(as_(dana), f"{urls.matter}access/")
    assert as_(dana).post(f"{tab}hold/lift/")["Location"] == "/account/confirm/"
    told = [proved(who).post(f"{tab}hold/lift/", follow=True).content.decode() for who in (dana, frankie)]
    assert "Your yes is kept" in told[0]
    assert "The hold is lifted. Every way is unknown again" in told[1]
    assert SafetyHold.objects.get().lifted_at
    assert "Locked" in _page(as_(frankie), tab)


def test_people_to_avoid_are_shown_on_this_tab_alone(
    as_: Callable[[Any], Client], frankie: Account, blair: Account, avery: Account, urls: SimpleNamespace, tab: str
) -> None:
    as_(frankie).post(f"{tab}avoid/", {"name": "Rex Holloway", "about": "A grey van"})

    assert "Rex Holloway" in _page(as_(blair), tab)
    assert "Rex Holloway" not in _page(as_(avery), tab)
    for part in ("", "record/", "facts/", "findings/", "packet/", "access/"):
        assert "Rex" not in as_(frankie).get(f"{urls.matter}{part}").content.decode()
    as_(frankie).post(f"{tab}avoid/{PersonToAvoid.objects.get().pk}/end/")
    assert "Rex Holloway" not in _page(as_(frankie), tab)


def test_the_same_person_to_avoid_is_written_down_once_and_what_was_typed_is_kept(
    as_: Callable[[Any], Client], frankie: Account, matter: Matter, tab: str
) -> None:
    browser = as_(frankie)
    browser.post(f"{tab}avoid/", {"name": "Rex Holloway", "about": "A grey van"})
    answer = browser.post(f"{tab}avoid/", {"name": "rex  holloway", "about": "A grey van"})

    assert answer.status_code == 422
    text = answer.content.decode()
    assert "This person is on the list already" in text
    assert 'value="rex  holloway"' in text
    assert PersonToAvoid.objects.count() == 1
    browser.post(f"{tab}avoid/", {"name": "Rex Holloway", "about": "The cousin"})
    assert PersonToAvoid.objects.count() == 2
    browser.post(f"{tab}avoid/{PersonToAvoid.objects.order_by('made_at')[0].pk}/end/")
    browser.post(f"{tab}avoid/", {"name": "Rex Holloway", "about": "A grey van"})
    assert PersonToAvoid.objects.filter(ended_at=None).count() == 2


def test_her_lawyer_sees_only_what_was_given_for_her(
    as_: Callable[[Any], Client], avery: Account, way: ContactRoute, tab: str
) -> None:
    assert "her@example.test" not in _page(as_(avery), tab)
    assert as_(avery).post(f"{tab}ways/{way.pk}/send/", {"note": "call"}).status_code == 404
    ContactRoute.objects.update(for_lawyer=True)
    assert "her@example.test" in _page(as_(avery), tab)


@pytest.mark.parametrize("who", ["casey", "elif_"])
def test_whoever_may_not_reads_no_such_page(
    as_: Callable[[Any], Client], who: str, tab: str, request: pytest.FixtureRequest
) -> None:
    assert as_(request.getfixturevalue(who)).get(tab).status_code == 404


def test_a_way_is_retired_at_once(as_: Callable[[Any], Client], frankie: Account, way: ContactRoute, tab: str) -> None:
    as_(frankie).post(f"{tab}ways/{way.pk}/retire/")

    page = _page(as_(frankie), tab)
    assert "her@example.test" not in page
    assert "One earlier way is not used any more." in page


def test_a_way_that_is_not_confirmed_says_why(
    as_: Callable[[Any], Client], frankie: Account, way: ContactRoute, tab: str
) -> None:
    way.hours = Hours().kept()
    way.save(update_fields=["hours"])
    told = {"talked": "called", "said_word": "yes", "days": 14}

    for change, says in (
        ({}, "not an hour she gave"),
        ({"talked": ""}, "Say how you did"),
        ({"said_word": ""}, "Answer whether she said her word"),
        ({"days": 91}, "from 1 to 90"),
    ):
        answer = as_(frankie).post(f"{tab}ways/{way.pk}/confirm/", told | change, follow=True)
        assert says in answer.content.decode()
    assert ContactRoute.objects.get().words_missed == 0


def test_a_refused_confirmation_stands_open_with_what_was_chosen(
    as_: Callable[[Any], Client], frankie: Account, way: ContactRoute, tab: str
) -> None:
    sent = {"talked": "called", "said_word": "yes", "days": "91"}

    answer = as_(frankie).post(f"{tab}ways/{way.pk}/confirm/", sent)

    page = html.unescape(answer.content.decode())
    assert answer.status_code == 422
    assert page.count('<details class="way__act" open>') == 1
    assert page.count('id="errors" tabindex="-1" autofocus') == 1
    assert f'<a href="#confirm_{way.pk}_days">' in page
    assert 'value="91"' in page


def test_the_script_says_how_to_end_without_her_word(
    as_: Callable[[Any], Client], frankie: Account, way: ContactRoute, tab: str
) -> None:
    page = _page(as_(frankie), tab)

    assert "“Sorry, my mistake. Goodbye.” Name nobody and nothing, and do not ask twice." in page
    assert "She did not say her word" in page


@pytest.mark.parametrize("act", ["missed", "confirm"])
def test_a_missed_word_stops_the_way_until_somebody_else_heard_it(
    act: str, as_: Callable[[Any], Client], frankie: Account, blair: Account, way: ContactRoute, tab: str
) -> None:
    address = f"{tab}ways/{way.pk}/"
    told = {"talked": "called", "said_word": "no", "days": 14}
    answer = as_(frankie).post(f"{address}{act}/", told, follow=True).content.decode()

    assert "It is written down. From now on this way is not used" in answer
    assert "her word was missed: do not use" in answer
    assert "Locked" in answer
    assert "I talked with her: confirm this way" not in answer
    assert "Then ask for her word" not in answer
    assert ContactRoute.objects.get().words_missed == 1
    assert "You are somebody else" in _page(as_(blair), tab)
    as_(blair).post(f"{address}confirm/", told | {"said_word": "yes"})
    page = _page(as_(frankie), tab)
    assert "Safe now." in page
    assert "Her word was missed once on this way." in page


def test_a_change_told_without_her_word_stops_the_way_too(
    proved: Callable[[Account], Client], frankie: Account, way: ContactRoute, tab: str
) -> None:
    proved(frankie).post(f"{tab}ways/{way.pk}/", WAY | {"heard": str(way.pk), "said_word": "no"})

    assert ContactRoute.objects.get().words_missed == 1


def test_who_may_not_confirm_learns_nothing_of_the_form(
    as_: Callable[[Any], Client], blair: Account, way: ContactRoute, tab: str
) -> None:
    assert as_(blair).post(f"{tab}ways/{way.pk}/confirm/", {}).status_code == 404
