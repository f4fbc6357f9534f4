"""The officers' pages of legal process, from the paper that is brought to the demand that is closed; nobody else's."""

import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from probono.accounts.handles import handle_of
from probono.accounts.models import Account
from probono.audit.models import Entry
from probono.matters.models import Matter
from probono.retention.legal.models import Demand, Production
from probono.retention.models import Hold, Keeping
from probono.ui.today import today
from probono.vault import keystore
from tests.integration.retention.legal.conftest import said

pytestmark = [pytest.mark.django_db, pytest.mark.sqlite]
LIST = "/legal-process/"
Browsers = Callable[[Account], Client]


def form(matter: Any, **more: Any) -> dict[str, str]:
    """The form of a demand on a matter."""
    return {"matter": str(matter.pk), **{name: str(value) for name, value in said(**more).items()}}


def test_from_the_paper_to_its_end(proved: Browsers, dana: Account, pat: Account, matter: Matter) -> None:
    first, second = proved(dana), proved(pat)
    answer = first.post(f"{LIST}take-in/", form(matter))
    page = answer.headers["Location"]
    text = first.get(page).content.decode()
    assert "Another officer has to agree to it" in text
    assert "Nothing is given on this alone" in text
    assert "34 U.S.C. § 12291(b)(2) (C2)" in text
    assert "No way to her is known to be safe now" in text
    assert "Agree to the hold" not in text
    assert "Agree to the hold" in second.get(page).content.decode()
    second.post(f"/closed-files/holds/{Hold.objects.get().pk}/agree/")
    assert "It stands" in second.get(page).content.decode()
    second.post(f"{page}told/", {"way": "room"})
    line = {"given_class": "D4", "form": "paper", "count": "7", "given_by": str(dana.pk), "decided": "on"}
    assert "Write down what was given" not in second.get(page).content.decode()
    second.post(f"{page}ask/", line)
    asked = {"line": str(Production.objects.get().pk)}
    assert "Agree that it is given" not in second.get(page).content.decode()
    assert "Agree that it is given" in first.get(page).content.decode()
    first.post(f"{page}agree/", asked)
    refused = second.post(f"{page}gave/", asked | {"given_on": "2020-01-01"})
    assert refused.status_code == 422
    assert 'value="2020-01-01"' in refused.content.decode()
    second.post(f"{page}gave/", asked | {"given_on": str(today())})
    assert (Production.objects.get().count, Production.objects.get().given_on) == (7, today())
    second.post(f"{page}close/", {"outcome": "answered"})

    row = Demand.objects.get()
    assert (row.outcome, row.told_way, row.hold.lifted_at is not None) == ("answered", "room", False)
    closed = first.get(page).content.decode()
    assert "It stands" in closed
    assert "Write down what was given" not in closed
    assert "Closed demands" in first.get(LIST).content.decode()


def test_the_list_says_what_is_due_and_who_is_not_told(proved: Browsers, pat: Account, matter: Matter) -> None:
    browser = proved(pat)
    assert "No demand is open" in browser.get(LIST).content.decode()
    browser.post(f"{LIST}take-in/", form(matter, due_on=today() - dt.timedelta(days=1)))
    text = browser.get(LIST).content.decode()

    assert "tag--stop" in text
    assert "she is not told yet" in text
    assert "Cedar Lantern 42" in text
    assert "Rex" not in text


def test_the_page_holds_the_giving_back_until_she_was_told_or_counsel_says_why_not(
    proved: Browsers, dana: Account, pat: Account, matter: Matter
) -> None:
    counsel, officer = proved(dana), proved(pat)
    page = counsel.post(f"{LIST}take-in/", form(matter, signed="yes")).headers["Location"]
    for browser, offered in ((counsel, True), (officer, False)):
        text = browser.get(page).content.decode()
        assert "Nothing is given before it is written down that she was told" in text
        assert "Write down what was given" not in text
        assert ("She could not be told" in text) == offered
    line = {"given_class": "D4", "form": "paper", "count": "7", "given_on": str(today()), "given_by": str(dana.pk)}
    refused = officer.post(f"{page}given/", line | {"decided": "on"})
    assert refused.status_code == 422
    assert "She was not told of this demand yet" in refused.content.decode()
    assert 'value="7"' in refused.content.decode()
    assert officer.post(f"{page}untold/", {"why": "Nobody has heard of her."}).status_code == 404

    counsel.post(f"{page}untold/", {"why": "Nobody has heard of her."})

    text = officer.get(page).content.decode()
    assert "Nobody has heard of her." in text
    assert "Write down what was given" in text
    assert officer.post(f"{page}given/", line | {"decided": "on"}).status_code == 302


def test_a_sealed_file_can_be_named_too(proved: Browsers, dana: Account, asked_for: Keeping) -> None:
    browser = proved(dana)
    told = {"matter": str(asked_for.matter_id), **{name: str(value) for name, value in said().items()}}

    answer = browser.post(f"{LIST}take-in/", told | {"not_told": "on"})

    assert Hold.objects.get().matter_id == asked_for.matter_id
    assert "may not be told" in browser.get(answer.headers["Location"]).content.decode()


def test_a_paper_that_an_agency_s_officer_signed_is_said_to_compel_nothing(
    proved: Browsers, dana: Account, matter: Matter
) -> None:
    browser = proved(dana)
    refused = browser.post(f"{LIST}take-in/", form(matter, kind="officer", signed="yes"))
    assert refused.status_code == 422
    assert "An officer of the agency signs this kind of paper" in refused.content.decode()
    page = browser.post(f"{LIST}take-in/", form(matter, kind="officer", signed="unclear")).headers["Location"]

    text = browser.get(page).content.decode()
    assert "By itself it compels nothing here" in text
    assert "Warrants and Subpoenas (September 2020) (C1)" in text
    assert "answers/administrative/en/" in text
    assert browser.get(f"{page}answers/administrative/en/").status_code == 200
    subpoena = browser.post(f"{LIST}take-in/", form(matter, reference="26STCV00002")).headers["Location"]
    assert "answers/administrative" not in browser.get(subpoena).content.decode()
    assert browser.get(f"{subpoena}answers/administrative/en/").status_code == 404


def _lift(*browsers: Client) -> None:
    for browser in browsers:
        browser.post(f"/closed-files/holds/{Demand.objects.get().hold_id}/lift/", {"why": "The case ended."})


def test_for_a_client_who_may_not_be_told_no_notice_is_drafted(proved: Browsers, dana: Account, matter: Matter) -> None:
    browser = proved(dana)
    page = browser.post(f"{LIST}take-in/", form(matter) | {"not_told": "on"}).headers["Location"]

    assert "answers/notice" not in browser.get(page).content.decode()
    assert browser.get(f"{page}answers/notice/en/").status_code == 404
    assert browser.get(f"{page}answers/objection/en/").status_code == 200
    text = browser.get(LIST).content.decode()
    assert "she may not be told" in text
    assert "she is not told yet" not in text


def test_its_hold_that_ended_is_placed_again(proved: Browsers, dana: Account, pat: Account, matter: Matter) -> None:
    browser = proved(dana)
    page = browser.post(f"{LIST}take-in/", form(matter, due_on="")).headers["Location"]
    Hold.objects.update(made_at=timezone.now() - dt.timedelta(days=4))
    text = browser.get(page).content.decode()
    assert "It stands" in text
    assert "names no day" in text
    _lift(browser, proved(pat))
    assert "lifted while the demand is open" in browser.get(page).content.decode()

    browser.post(f"{page}hold/", {"review_on": str(today() + dt.timedelta(days=30))})
    assert Demand.objects.get().hold.holds(timezone.now())


def test_the_drafts_are_pages_to_print(proved: Browsers, dana: Account, matter: Matter) -> None:
    browser = proved(dana)
    page = browser.post(f"{LIST}take-in/", form(matter)).headers["Location"]

    objection = browser.get(f"{page}answers/objection/en/").content.decode()
    assert "Draft for counsel" in objection
    assert "[Not read, from memory: counsel looks it up before it is cited. Evid. Code, § 954" in objection
    assert "Never send it" in browser.get(f"{page}answers/notice/es/").content.decode()
    assert browser.get(f"{page}answers/objection/es/").status_code == 404


def test_the_dry_run_is_a_page_of_numbers(proved: Browsers, pat: Account, with_facts: Matter) -> None:
    browser = proved(pat)
    answer = browser.post(f"{LIST}dry-run/", {"matter": str(with_facts.pk)})
    text = browser.get(answer.headers["Location"]).content.decode()

    assert "Criminal record" in text
    assert "ask the social work supervisor" in text
    assert not [word for word in ("Marisol", "Cedar", "sheet.txt") if word in text]


def test_dangerous_acts_ask_for_a_fresh_proof(as_: Any, proved: Browsers, dana: Account, matter: Matter) -> None:
    answer = as_(dana).post(f"{LIST}take-in/", form(matter))
    assert answer.headers["Location"] == "/account/confirm/"
    assert not Demand.objects.exists()
    page = proved(dana).post(f"{LIST}take-in/", form(matter)).headers["Location"]

    for name in ("told", "untold", "given", "ask", "agree", "gave", "close", "hold"):
        assert as_(dana).post(f"{page}{name}/").headers["Location"] == "/account/confirm/"


def test_nobody_else_finds_the_pages(
    proved: Browsers, dana: Account, matter: Matter, avery: Account, blair: Account, frankie: Account, elif_: Account,
    casey: Account,
) -> None:  # fmt: skip
    page = proved(dana).post(f"{LIST}take-in/", form(matter)).headers["Location"]

    for person in (avery, blair, frankie, elif_, casey):
        browser = proved(person)
        gets = (LIST, page, f"{page}answers/objection/en/", f"{LIST}dry-run/{matter.pk}/")
        posts = (
            f"{LIST}take-in/",
            f"{LIST}dry-run/",
            *(f"{page}{name}/" for name in ("told", "untold", "given", "ask", "agree", "gave", "close", "hold")),
        )
        assert {browser.get(one).status_code for one in gets} == {404}, person.name
        assert {browser.post(one).status_code for one in posts} == {404}, person.name


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("told", {"way": "phone"}),
        ("told", {}),
        ("untold", {"why": ""}),
        ("given", {"given_class": "D4", "form": "paper", "count": "0"}),
        ("given", {"given_class": "D99", "form": "paper", "count": "1"}),
        ("close", {"outcome": "won"}),
        ("hold", {"review_on": "someday"}),
    ],
)
def test_what_a_form_lacks_is_said_beside_it(
    proved: Browsers, dana: Account, pat: Account, matter: Matter, name: str, told: dict[str, str]
) -> None:
    browser = proved(dana)
    page = browser.post(f"{LIST}take-in/", form(matter)).headers["Location"]
    if name == "hold":
        _lift(browser, proved(pat))

    answer = browser.post(f"{page}{name}/", told)

    assert answer.status_code == 422
    assert "errors" in answer.content.decode()


@pytest.mark.parametrize(
    "more",
    [
        {"matter": ""},
        {"matter": "7b0b3f6e-0000-4000-8000-000000000000"},
        {"kind": "letter"},
        {"signed": ""},
        {"served_on": "yesterday"},
        {"due_on": "2020-01-01"},
        {"review_on": "2020-01-01"},
        {"asked_by": "  "},
    ],
)
def test_a_demand_that_cannot_be_is_given_back_with_what_was_typed(
    proved: Browsers, dana: Account, matter: Matter, more: dict[str, str]
) -> None:
    answer = proved(dana).post(f"{LIST}take-in/", form(matter) | more)

    assert answer.status_code == 422
    assert "26STCV00001" in answer.content.decode()
    assert not Demand.objects.exists()
    assert not Hold.objects.exists()


def test_another_officer_s_act_meanwhile_is_said_beside_what_was_typed(
    proved: Browsers, dana: Account, pat: Account, matter: Matter
) -> None:
    browser = proved(dana)
    page = browser.post(f"{LIST}take-in/", form(matter)).headers["Location"]
    proved(pat).post(f"{page}told/", {"way": "room"})
    proved(pat).post(f"{page}close/", {"outcome": "withdrawn"})

    for name, told, says in (
        ("told", {"way": "room"}, "She was told already"),
        ("close", {"outcome": "quashed"}, "This demand is closed"),
        ("hold", {"review_on": "2020-01-01"}, "This demand is closed"),
    ):
        answer = browser.post(f"{page}{name}/", told)
        assert answer.status_code == 422, name
        assert says in answer.content.decode(), name


def test_what_cannot_be_now_is_said_in_a_sentence(proved: Browsers, dana: Account, matter: Matter) -> None:
    browser = proved(dana)
    page = browser.post(f"{LIST}take-in/", form(matter, signed="yes")).headers["Location"]
    browser.post(f"{page}told/", {"way": "room"})
    line = {"given_class": "D4", "form": "paper", "count": "7", "given_on": "2020-01-01", "given_by": str(dana.pk)}
    answer = browser.post(f"{page}given/", line | {"decided": "on"})

    assert answer.status_code == 422
    assert "lies between the day of the demand and today" in answer.content.decode()
    assert 'value="2020-01-01"' in answer.content.decode()
    assert 'value="7"' in answer.content.decode()
    assert browser.post(f"{page}burn/").status_code == 404
    for name in ("agree", "gave"):
        line = {"line": "7b0b3f6e-0000-4000-8000-000000000000", "given_on": str(today())}
        assert browser.post(f"{page}{name}/", line).status_code == 404
        assert browser.post(f"{page}{name}/", {"line": "x"}).status_code == 422
    assert browser.post(f"{LIST}dry-run/", {"matter": "no"}).status_code == 422
    assert browser.get(f"{LIST}dry-run/7b0b3f6e-0000-4000-8000-000000000000/").status_code == 404


def test_a_file_whose_destruction_stopped_half_way_is_named_by_nobody(
    proved: Browsers, dana: Account, ripe: Keeping
) -> None:
    browser = proved(dana)
    told = {"matter": str(ripe.matter_id), **{name: str(value) for name, value in said().items()}}
    page = browser.post(f"{LIST}take-in/", told).headers["Location"]
    Keeping.objects.update(state="shredding")
    keystore.shred(str(ripe.matter_id))

    assert browser.get(LIST).status_code == 200
    for one in (page, f"{page}answers/objection/en/", f"{LIST}dry-run/{ripe.matter_id}/"):
        assert browser.get(one).status_code == 404


def test_what_she_may_not_be_told_of_stands_in_the_officers_list_and_in_no_other(
    as_: Any, proved: Browsers, dana: Account, pat: Account, blair: Account, matter: Matter
) -> None:
    browser = proved(dana)
    page = browser.post(f"{LIST}take-in/", form(matter) | {"not_told": "on"}).headers["Location"]
    browser.get(page)
    _lift(browser, proved(pat))
    opened, words = f"/matters/{matter.pk}/opened/", ("demand from outside", "legal hold", "may not be told")

    for officer in (dana, pat):
        text = as_(officer).get(opened).content.decode()
        assert [word for word in words if word in text] == list(words), officer.name
    for address in (opened, f"{opened}?page=2", f"{opened}print/", f"/matters/{matter.pk}/", "/matters/"):
        text = as_(blair).get(address).content.decode()
        assert not [word for word in words if word in text], address

    proved(dana).post(f"/closed-files/holds/{Hold.objects.get().pk}/may-tell/")
    text = as_(blair).get(opened).content.decode()
    assert [word for word in words if word in text] == list(words[:2])


def test_looking_at_a_demand_is_told_of_its_matter_unless_she_may_not_be_told(
    proved: Any, dana: Account, taken_in: Any, matter: Matter
) -> None:
    browser, row = proved(dana), taken_in(may_tell=False)
    printed = f"/matters/{matter.pk}/opened/print/"
    browser.get(f"/legal-process/{row.pk}/")

    entry = Entry.objects.filter(route="legal:demand").latest("seq")
    assert (entry.action, entry.handle) == ("produce", handle_of(matter.pk, matter.pk))
    assert "demand" not in browser.get(printed).content.decode()
    Hold.objects.update(told="to_tell")
    assert "demand" in browser.get(printed).content.decode()
