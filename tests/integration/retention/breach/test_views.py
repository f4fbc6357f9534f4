"""The officers' pages of breach mode, and nobody else's."""

import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from probono.accounts.models import Account
from probono.audit.models import Entry
from probono.matters.models import Matter
from probono.retention.breach.duties import duties
from probono.retention.breach.models import Affected, Breach, DueDay
from probono.ui.today import today
from tests.integration.consent.contact.conftest import PHONE

pytestmark = [pytest.mark.django_db, pytest.mark.sqlite]
LIST = "/breaches/"
Browsers = Callable[[Account], Client]


def form(whom: Any = "everybody", **more: str) -> dict[str, str]:
    """A breach that began an hour ago and goes on, by the clock of the program."""
    now = timezone.localtime()
    told = {"noticed_at": now, "since": now - dt.timedelta(hours=1)}
    hours = {name: f"{at:%Y-%m-%dT%H:%M}" for name, at in told.items()}
    return {"kind": "sign_in", "whom": str(getattr(whom, "pk", whom)), **hours} | more


def test_from_the_first_hour_to_the_last_client(
    proved: Browsers, as_: Any, dana: Account, avery: Account, with_facts: Matter, confirmed: Any
) -> None:
    confirmed(PHONE)
    stolen = as_(avery)
    assert stolen.get(f"/matters/{with_facts.pk}/record/").status_code == 200
    browser = proved(dana)
    page = browser.post(f"{LIST}begin/", form(avery)).headers["Location"]
    text = browser.get(page).content.decode()
    assert "Cedar Lantern 42" in text
    assert "Telephone" in text
    assert "555-0187" not in text
    assert "Marisol" not in text
    assert "probono vault rotate" in text
    assert "from memory, to be looked up" in text

    browser.post(f"{page}freeze/", {"whom": str(avery.pk)})
    assert stolen.get("/matters/").status_code == 302
    browser.post(f"{page}due/", {"flag": "grants", "due_on": str(today()), "cite": "Award, condition 12"})
    assert "Award, condition 12" in browser.get(page).content.decode()
    past = {"flag": "state", "due_on": str(today() - dt.timedelta(days=1)), "cite": "Letter of the state"}
    browser.post(f"{page}due/", past | {"flag": list(duties())[-1]})
    assert "It is past already: speak with counsel now." in browser.get(page).content.decode()
    browser.post(f"{page}done/", {"flag": "grants"})
    row = Affected.objects.get()
    client = f"{LIST}clients/{row.pk}/"
    browser.post(f"{client}plan/", {"talker": str(dana.pk), "note": "Mornings only."})
    assert "Dana Wexler should talk with her" in browser.get(page).content.decode()
    browser.post(f"{page}close/")
    assert "Not every client" in browser.get(page).content.decode()
    browser.post(f"{client}told/", {"way": "phone"})
    browser.post(f"{page}list/")
    browser.post(f"{page}close/")
    assert "Write down first when it was over." in browser.get(page).content.decode()
    browser.post(f"{page}over/", {"until": f"{timezone.localtime():%Y-%m-%dT%H:%M}"})
    browser.post(f"{page}close/")

    row.refresh_from_db()
    assert (row.told_way, row.talker) == ("phone", dana)
    assert DueDay.objects.get(flag="grants").done_at is not None
    assert Breach.objects.get().closed_by == dana
    assert "Look at the audit log again" not in browser.get(page).content.decode()
    assert "Closed" in browser.get(LIST).content.decode()


def test_ending_everybody_s_sessions_ends_her_own(proved: Browsers, as_: Any, dana: Account, blair: Account) -> None:
    other, browser = as_(blair), proved(dana)

    answer = browser.post(f"{LIST}end-sessions/", {"whom": "everybody"})

    assert answer.headers["Location"] == "/sign-in/"
    assert browser.get("/matters/").status_code == 302
    assert other.get("/matters/").status_code == 302
    assert Entry.objects.filter(action="freeze", actor=dana.pk).count() == 1


def test_ending_one_person_s_sessions_says_how_many(proved: Browsers, as_: Any, pat: Account, blair: Account) -> None:
    as_(blair)
    browser = proved(pat)

    browser.post(f"{LIST}end-sessions/", {"whom": str(blair.pk)})

    assert "1 session is ended." in browser.get(LIST).content.decode()


def test_dangerous_acts_ask_for_a_fresh_proof(as_: Any, proved: Browsers, dana: Account, blair: Account) -> None:
    browser = as_(dana)
    assert browser.post(f"{LIST}begin/", form()).headers["Location"] == "/account/confirm/"
    assert browser.post(f"{LIST}end-sessions/", {"whom": "everybody"}).headers["Location"] == "/account/confirm/"

    assert not Breach.objects.exists()
    assert browser.get(LIST).status_code == 200


def test_nobody_else_finds_the_pages(
    proved: Browsers, dana: Account, matter: Matter, avery: Account, blair: Account, frankie: Account, elif_: Account,
    as_: Any,
) -> None:  # fmt: skip
    as_(avery).get(f"/matters/{matter.pk}/")
    page = proved(dana).post(f"{LIST}begin/", form(avery)).headers["Location"]
    client = f"{LIST}clients/{Affected.objects.get().pk}/"

    for person in (avery, blair, frankie, elif_):
        browser = proved(person)
        assert {browser.get(one).status_code for one in (LIST, page)} == {404}, person.name
        acts = [f"{page}{name}/" for name in ("list", "over", "freeze", "due", "done", "close")]
        posts = (f"{LIST}begin/", f"{LIST}end-sessions/", *acts, f"{client}plan/", f"{client}told/")
        assert {browser.post(one).status_code for one in posts} == {404}, person.name


@pytest.mark.parametrize(
    "more",
    [
        {"kind": "weather"},
        {"whom": ""},
        {"whom": "7b0b3f6e-0000-4000-8000-000000000000"},
        {"since": "yesterday"},
        {"noticed_at": "2090-01-01T10:00"},
        {"until": "2020-01-01T10:00"},
        {"until": "2090-01-01T10:00"},
    ],
)
def test_what_cannot_be_is_given_back(proved: Browsers, dana: Account, more: dict[str, str]) -> None:
    answer = proved(dana).post(f"{LIST}begin/", form() | more)

    assert answer.status_code == 422
    assert "errors" in answer.content.decode()
    assert not Breach.objects.exists()


def test_what_a_form_lacks_is_said_and_what_is_no_act_is_no_page(
    proved: Browsers, as_: Any, dana: Account, avery: Account, matter: Matter
) -> None:
    as_(avery).get(f"/matters/{matter.pk}/")
    browser = proved(dana)
    page = browser.post(f"{LIST}begin/", form(avery)).headers["Location"]
    client = f"{LIST}clients/{Affected.objects.get().pk}/"

    for path, told in (
        (f"{LIST}end-sessions/", {"whom": "somebody"}),
        (f"{page}freeze/", {}),
        (f"{page}due/", {"flag": "grants", "due_on": str(today())}),
        (f"{page}over/", {}),
        (f"{page}done/", {}),
        (f"{client}plan/", {"talker": str(avery.pk)}),
        (f"{client}told/", {"way": "email"}),
    ):
        assert browser.post(path, told).status_code == 422, path
    for path in (f"{page}burn/", f"{client}burn/", f"{LIST}7b0b3f6e-0000-4000-8000-000000000000/close/"):
        assert browser.post(path).status_code == 404, path


def test_what_cannot_be_now_is_said_beside_what_was_typed(
    proved: Browsers, as_: Any, dana: Account, pat: Account, avery: Account, matter: Matter
) -> None:
    as_(avery).get(f"/matters/{matter.pk}/")
    browser = proved(dana)
    page = browser.post(f"{LIST}begin/", form(avery, until="")).headers["Location"]
    client = f"{LIST}clients/{Affected.objects.get().pk}/"

    answer = browser.post(f"{page}over/", {"until": "2020-01-01T10:00"})
    assert answer.status_code == 422
    assert 'value="2020-01-01T10:00"' in answer.content.decode()
    proved(pat).post(f"{client}told/", {"way": "room"})
    answer = browser.post(f"{client}told/", {"way": "room"})
    assert answer.status_code == 422
    assert "She was told already" in answer.content.decode()
