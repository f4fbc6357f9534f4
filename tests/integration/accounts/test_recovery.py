"""A lost way in is made anew by two officers, never by one, never by the person, and never by e-mail."""

import datetime as dt
from collections.abc import Callable
from types import SimpleNamespace
from typing import Any

import pytest
from allauth.mfa.models import Authenticator
from django.core import mail
from django.test import Client
from django.utils import timezone

from probono.accounts.models import Account, Approval, Enrolment, Membership
from probono.accounts.signing_in import enrolments
from probono.accounts.signing_in.enrolments import NotAllowedError
from tests.integration.accounts.conftest import confirm, let_in, shown, sign_in

pytestmark = [pytest.mark.django_db, pytest.mark.sqlite]


@pytest.fixture
def asked(jordan: SimpleNamespace, dana: Account) -> Enrolment:
    """Dana, the legal director, has begun Jordan's recovery."""
    return enrolments.ask_recovery(by=dana, account=jordan.account)[0]


def test_two_officers_give_a_new_way_in(
    as_: Callable[[Any], Client], jordan: SimpleNamespace, dana: Account, gil: Account
) -> None:
    first, second = as_(dana), as_(gil)
    confirm(first)
    confirm(second)
    one = first.post("/people/recoveries/recover/", {"person": str(jordan.account.pk)})
    row = Enrolment.objects.get(kind="recovery")

    two = second.post(f"/people/enrolments/{row.pk}/approve/")
    browser, device = let_in(shown(one, two))

    assert b"Jordan Vance" in browser.get("/account/").content
    assert sign_in(device)[0].status_code == 302
    assert jordan.account.memberships.count() == 1
    assert mail.outbox == []


def test_neither_officer_can_come_in_in_her_place(asked: Enrolment, gil: Account) -> None:
    given = enrolments.approve(by=gil, enrolment=asked)

    assert given is not None
    assert given.code == ""
    assert enrolments.ask_recovery(by=gil, account=asked.account or gil)[1].token == ""


def test_every_earlier_key_and_session_ends(asked: Enrolment, jordan: SimpleNamespace, gil: Account) -> None:
    enrolments.approve(by=gil, enrolment=asked)

    assert jordan.browser.get("/account/").status_code == 302
    assert sign_in(jordan.device)[0].status_code == 400
    assert not Authenticator.objects.filter(user=jordan.account).exists()


def test_one_approval_changes_nothing(asked: Enrolment, jordan: SimpleNamespace) -> None:
    assert not asked.has_link
    assert sign_in(jordan.device)[0].status_code == 302


def test_one_officer_does_not_count_twice(asked: Enrolment, dana: Account) -> None:
    with pytest.raises(NotAllowedError, match="second officer"):
        enrolments.approve(by=dana, enrolment=asked)


@pytest.mark.parametrize("who", ["avery", "frankie", "elif_", "casey", "harper"])
def test_only_officers_approve(asked: Enrolment, who: str, request: pytest.FixtureRequest) -> None:
    account = request.getfixturevalue(who)

    with pytest.raises(NotAllowedError):
        enrolments.approve(by=account, enrolment=asked)
    with pytest.raises(NotAllowedError):
        enrolments.ask_recovery(by=account, account=asked.account or account)


@pytest.mark.parametrize("who", ["avery", "frankie", "harper"])
def test_nobody_else_sees_the_page(as_: Callable[[Any], Client], who: str, request: pytest.FixtureRequest) -> None:
    assert as_(request.getfixturevalue(who)).get("/people/recoveries/").status_code == 404


def test_nobody_approves_her_own(dana: Account, gil: Account) -> None:
    row, _given = enrolments.ask_recovery(by=dana, account=gil)

    with pytest.raises(NotAllowedError, match="for herself"):
        enrolments.approve(by=gil, enrolment=row)
    with pytest.raises(NotAllowedError, match="for herself"):
        enrolments.ask_recovery(by=dana, account=dana)


def test_the_second_approval_comes_within_a_day(asked: Enrolment, gil: Account) -> None:
    Enrolment.objects.filter(pk=asked.pk).update(expires_at=timezone.now() - dt.timedelta(seconds=1))

    with pytest.raises(NotAllowedError, match="a day has passed"):
        enrolments.approve(by=gil, enrolment=asked)


def test_an_approval_counts_only_while_its_officer_is_one(asked: Enrolment, dana: Account, gil: Account) -> None:
    Membership.objects.filter(account=dana).update(until=dt.date(2026, 2, 1))

    assert enrolments.approve(by=gil, enrolment=asked) is None
    assert Approval.objects.filter(enrolment=asked).count() == 2
    assert not Enrolment.objects.get(pk=asked.pk).has_link


def test_the_person_is_told_and_stops_it(asked: Enrolment, jordan: SimpleNamespace, gil: Account) -> None:
    page = jordan.browser.get("/account/").content.decode()
    jordan.browser.post(f"/people/enrolments/{asked.pk}/withdraw/")

    assert "Somebody asked for a new way in" in page
    with pytest.raises(NotAllowedError):
        enrolments.approve(by=gil, enrolment=asked)


def test_a_settled_recovery_is_not_approved_again(asked: Enrolment, gil: Account, blair: Account) -> None:
    enrolments.approve(by=gil, enrolment=asked)

    with pytest.raises(NotAllowedError, match="settled already"):
        enrolments.approve(by=blair, enrolment=asked)


def test_an_approval_asks_for_a_fresh_proof(as_: Callable[[Any], Client], asked: Enrolment, gil: Account) -> None:
    answer = as_(gil).post(f"/people/enrolments/{asked.pk}/approve/")

    assert answer["Location"] == "/account/confirm/"
    assert Approval.objects.count() == 1
