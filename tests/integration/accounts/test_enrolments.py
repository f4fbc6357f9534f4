"""Invitations: who makes them, how a link is used, and that every link that does not work answers alike."""

import datetime as dt
from collections.abc import Callable
from types import SimpleNamespace
from typing import Any

import pytest
from django.core import mail
from django.test import Client
from django.utils import timezone

from probono.accounts.models import Account, Approval, Enrolment, Organisation
from probono.accounts.roles import Role
from probono.accounts.selectors import live_memberships
from probono.accounts.signing_in import enrolments
from probono.accounts.signing_in.enrolments import NotAllowedError
from tests.integration.accounts.conftest import confirm, let_in, shown, sign_in

pytestmark = [pytest.mark.django_db, pytest.mark.sqlite]


def _asked(firm: Any, **more: str) -> dict[str, str]:
    told = {"name": "Jordan Vance", "email": "jordan@example.test", "role": "VA", "organisation": str(firm.pk)}
    return told | more


def test_the_manager_invites_and_the_person_comes_in(as_: Callable[[Any], Client], blair: Account, firm: Any) -> None:
    browser = as_(blair)
    confirm(browser)

    given = shown(browser.post("/people/invitations/invite/", _asked(firm)))
    came, _device = let_in(given)

    assert b"Jordan Vance" in came.get("/account/").content
    jordan = Account.objects.get(email="jordan@example.test")
    assert [(one.role, one.organisation) for one in live_memberships(jordan)] == [("VA", firm)]
    assert not jordan.has_usable_password()
    assert mail.outbox == []


def test_the_link_is_shown_only_once(as_: Callable[[Any], Client], blair: Account, firm: Any) -> None:
    browser = as_(blair)
    confirm(browser)
    given = shown(browser.post("/people/invitations/invite/", _asked(firm)))

    page = browser.get("/people/invitations/").content.decode()

    assert "Jordan Vance" in page
    assert given.path not in page
    row = Enrolment.objects.get()
    assert given.path.split("/")[3] not in str(vars(row))
    assert given.code.replace(" ", "") not in str(vars(row))


@pytest.mark.parametrize("who", ["avery", "frankie", "elif_", "casey"])
def test_nobody_else_invites(as_: Callable[[Any], Client], firm: Any, who: str, request: pytest.FixtureRequest) -> None:
    browser = as_(request.getfixturevalue(who))
    confirm(browser)

    assert browser.get("/people/invitations/").status_code == 404
    assert browser.post("/people/invitations/invite/", _asked(firm)).status_code == 404
    assert not Enrolment.objects.exists()


def test_a_stranger_is_sent_to_the_sign_in(stranger: Client, firm: Any) -> None:
    assert stranger.post("/people/invitations/invite/", _asked(firm))["Location"] == "/sign-in/"


def test_an_invitation_asks_for_a_fresh_proof(as_: Callable[[Any], Client], blair: Account, firm: Any) -> None:
    answer = as_(blair).post("/people/invitations/invite/", _asked(firm))

    assert answer["Location"] == "/account/confirm/"
    assert not Enrolment.objects.exists()


def test_opening_the_link_uses_nothing_up(invited: SimpleNamespace) -> None:
    for _each in range(3):
        assert Client(SERVER_NAME="localhost").get(invited.path).status_code == 200
    Client(SERVER_NAME="localhost").head(invited.path)

    assert Enrolment.objects.get().used_at is None
    let_in(invited)


def test_every_link_looks_alike_before_the_code(invited: SimpleNamespace, without_token: Callable[[Any], str]) -> None:
    real = Client(SERVER_NAME="localhost").get(invited.path)
    unreal = Client(SERVER_NAME="localhost").get("/enrol/link/nobodys-link/")

    assert without_token(real) == without_token(unreal)


def _old(row: Enrolment) -> None:
    Enrolment.objects.filter(pk=row.pk).update(expires_at=timezone.now() - dt.timedelta(seconds=1))


def _used(row: Enrolment) -> None:
    Enrolment.objects.filter(pk=row.pk).update(used_at=timezone.now())


def _withdrawn(row: Enrolment) -> None:
    Enrolment.objects.filter(pk=row.pk).update(withdrawn_at=timezone.now())


def _guessed(row: Enrolment) -> None:
    Enrolment.objects.filter(pk=row.pk).update(wrong_codes=5)


@pytest.mark.parametrize("spoil", [_old, _used, _withdrawn, _guessed])
def test_a_link_that_does_not_work_answers_as_an_unknown_one(
    invited: SimpleNamespace, spoil: Callable[[Enrolment], None]
) -> None:
    unknown = Client(SERVER_NAME="localhost").post("/enrol/link/nobodys-link/", {"code": invited.code})
    wrong = Client(SERVER_NAME="localhost").post(invited.path, {"code": "0000 0000"})
    spoil(Enrolment.objects.get())
    spoilt = Client(SERVER_NAME="localhost").post(invited.path, {"code": invited.code})

    assert (unknown.status_code, unknown.content) == (spoilt.status_code, spoilt.content)
    assert (unknown.status_code, unknown.content) == (wrong.status_code, wrong.content)
    assert set(unknown.headers) == set(spoilt.headers) == set(wrong.headers)


def test_a_link_works_once(invited: SimpleNamespace) -> None:
    let_in(invited)

    answer = Client(SERVER_NAME="localhost").post(invited.path, {"code": invited.code})

    assert answer.status_code == 400


def test_five_wrong_codes_end_a_link(invited: SimpleNamespace) -> None:
    for _each in range(5):
        assert enrolments.consume(invited.token, "0000 0000") is None

    assert enrolments.consume(invited.token, invited.code) is None


def test_the_code_of_one_link_opens_no_other(invited: SimpleNamespace, blair: Account, firm: Any) -> None:
    _made, other = enrolments.invite(
        by=blair, email="kim@example.test", name="Kim Osei", role=Role.PARALEGAL, organisation=firm
    )

    assert other is not None
    assert enrolments.consume(invited.token, other.code) is None


def test_a_new_link_ends_the_earlier_one(invited: SimpleNamespace, blair: Account, firm: Any) -> None:
    enrolments.invite(
        by=blair, email="Jordan@example.test", name="Jordan Vance", role=Role.PARALEGAL, organisation=firm
    )

    assert enrolments.consume(invited.token, invited.code) is None


def test_nothing_of_enrolling_opens_without_a_used_link(stranger: Client, home: Any) -> None:
    assert stranger.get("/enrol/").status_code == 404
    assert stranger.post("/enrol/start/").status_code == 404
    assert stranger.post("/enrol/passkey/", {"credential": "{}"}).status_code == 404
    assert stranger.get("/enrol/app/").status_code == 404


def test_a_finished_enrolment_makes_no_second_key(invited: SimpleNamespace) -> None:
    browser, _device = let_in(invited)

    assert browser.post("/enrol/start/").status_code == 404


def test_a_person_who_has_keys_gets_a_role_and_no_link(jordan: SimpleNamespace, blair: Account, home: Any) -> None:
    made, given = enrolments.invite(
        by=blair, email="jordan@example.test", name="X", role=Role.TRAINING_ADMINISTRATOR, organisation=home
    )

    assert (made, given) == (None, None)
    assert live_memberships(jordan.account).filter(role="TR").exists()


def test_a_link_never_adds_a_key_beside_others(invited: SimpleNamespace, blair: Account, firm: Any) -> None:
    row = Enrolment.objects.get()
    let_in(invited)
    Enrolment.objects.filter(pk=row.pk).update(used_at=None, finished_at=None)

    assert enrolments.consume(invited.token, invited.code) is None


def test_a_role_is_given_only_where_it_belongs(blair: Account, firm: Any) -> None:
    with pytest.raises(NotAllowedError, match="not one this organization can hold"):
        enrolments.invite(by=blair, email="k@example.test", name="K", role=Role.IMMIGRATION_ATTORNEY, organisation=firm)


def test_a_client_is_never_invited(blair: Account, home: Any) -> None:
    with pytest.raises(NotAllowedError):
        enrolments.invite(by=blair, email="k@example.test", name="K", role=Role.CLIENT, organisation=home)


def test_a_role_that_lets_others_in_waits_for_a_second_person(
    as_: Callable[[Any], Client], blair: Account, dana: Account, home: Any
) -> None:
    first, second = as_(blair), as_(dana)
    confirm(first)
    confirm(second)
    told = _asked(home, role="PO", email="kim@example.test")
    one = first.post("/people/invitations/invite/", told)
    made = Enrolment.objects.get()
    with pytest.raises(NotAllowedError, match="second officer"):
        enrolments.approve(by=blair, enrolment=made)

    two = second.post(f"/people/enrolments/{made.pk}/approve/")

    assert "/enrol/link/" not in one.content.decode()
    assert "handover--code" not in two.content.decode()
    let_in(shown(one, two))
    assert Account.objects.get(email="kim@example.test").memberships.get().role == "PO"


def test_an_invitation_waits_a_day_for_its_approval(blair: Account, dana: Account, home: Any) -> None:
    made, _given = enrolments.invite(
        by=blair, email="kim@example.test", name="Kim", role=Role.LEGAL_DIRECTOR, organisation=home
    )
    assert made is not None
    _old(made)

    with pytest.raises(NotAllowedError):
        enrolments.approve(by=dana, enrolment=made)
    assert not Approval.objects.exists()


def test_it_can_be_taken_back(as_: Callable[[Any], Client], invited: SimpleNamespace, blair: Account) -> None:
    row = Enrolment.objects.get()

    as_(blair).post(f"/people/enrolments/{row.pk}/withdraw/")

    assert enrolments.consume(invited.token, invited.code) is None


def test_somebody_else_cannot_take_it_back(
    as_: Callable[[Any], Client], invited: SimpleNamespace, avery: Account
) -> None:
    row = Enrolment.objects.get()

    assert as_(avery).post(f"/people/enrolments/{row.pk}/withdraw/").status_code == 404
    assert enrolments.consume(invited.token, invited.code) is not None


def test_a_disabled_account_does_not_come_in_by_a_link(invited: SimpleNamespace, firm: Any) -> None:
    from probono.accounts import services

    account = services.add_account(email="jordan@example.test", name="Jordan")
    account.is_active = False
    account.save()

    assert enrolments.consume(invited.token, invited.code) is None


def test_the_invited_sign_in_later_with_the_same_key(jordan: SimpleNamespace) -> None:
    jordan.browser.post("/sign-out/")

    answer, _browser = sign_in(jordan.device)

    assert answer.status_code == 302


def test_the_manager_adds_an_organization(as_: Callable[[Any], Client], blair: Account) -> None:
    browser = as_(blair)
    confirm(browser)

    browser.post("/people/organizations/add/", {"new-name": "Corvid & Lane LLP", "new-kind": "firm"})
    twice = browser.post("/people/organizations/add/", {"new-name": "corvid & lane llp", "new-kind": "firm"})
    home = browser.post("/people/organizations/add/", {"new-name": "Second Home", "new-kind": "home"})

    assert "Corvid &amp; Lane LLP" in browser.get("/people/invitations/").content.decode()
    assert "of that name already" in twice.content.decode()
    assert Organisation.objects.filter(kind="home").count() == 1
    assert home.status_code == 200


def test_nobody_else_adds_an_organization(as_: Callable[[Any], Client], avery: Account) -> None:
    browser = as_(avery)
    confirm(browser)

    assert browser.post("/people/organizations/add/", {"new-name": "X", "new-kind": "firm"}).status_code == 404
