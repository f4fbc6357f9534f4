"""A role ends, or somebody is kept out: from the next request on, by the right people, and never by herself."""

from collections.abc import Callable
from types import SimpleNamespace
from typing import Any

import pytest
from django.test import Client

from probono.accounts.models import Account, Membership
from probono.accounts.roles import Role
from probono.accounts.selectors import roles_of
from probono.accounts.signing_in import leaving
from probono.accounts.signing_in.enrolments import NotAllowedError
from probono.matters.models import Matter
from tests.integration.accounts.conftest import confirm

pytestmark = [pytest.mark.django_db, pytest.mark.sqlite]


@pytest.fixture
def proved(as_: Callable[[Any], Client]) -> Callable[[Account], Client]:
    """A browser of somebody who has just shown again that it is she."""

    def browser(account: Account) -> Client:
        opened = as_(account)
        confirm(opened)
        return opened

    return browser


def _role(account: Account) -> Membership:
    return account.memberships.get()


def test_a_role_that_ends_takes_everything_with_it_from_the_next_request(
    proved: Any, as_: Callable[[Any], Client], blair: Account, avery: Account, matter: Matter
) -> None:
    hers = as_(avery)
    assert hers.get(f"/matters/{matter.pk}/").status_code == 200

    answer = proved(blair).post(f"/people/roles/{_role(avery).pk}/end/", follow=True)

    assert "The role has ended." in answer.content.decode()
    assert hers.get(f"/matters/{matter.pk}/").status_code == 302
    assert roles_of(avery) == set()
    assert as_(avery).get(f"/matters/{matter.pk}/").status_code == 404


def test_somebody_is_kept_out_and_let_back_in(
    proved: Any, as_: Callable[[Any], Client], dana: Account, avery: Account, matter: Matter
) -> None:
    hers, officer = as_(avery), proved(dana)
    page = officer.post(f"/people/{avery.pk}/out/", follow=True).content.decode()
    assert "every session of hers is over" in page
    assert "kept out" in page
    assert hers.get(f"/matters/{matter.pk}/").status_code == 302

    officer.post(f"/people/{avery.pk}/back/")
    avery.refresh_from_db()
    assert as_(avery).get(f"/matters/{matter.pk}/").status_code == 200


def test_ending_asks_for_a_fresh_proof(as_: Callable[[Any], Client], dana: Account, avery: Account) -> None:
    answer = as_(dana).post(f"/people/{avery.pk}/out/")

    assert answer.status_code == 302
    assert answer["Location"].startswith("/account/confirm/")
    avery.refresh_from_db()
    assert avery.is_active


def test_an_inviter_ends_no_officer_s_role_and_keeps_nobody_out(
    proved: Any, harper: Account, dana: Account, avery: Account
) -> None:
    browser = proved(harper)
    page = browser.post(f"/people/roles/{_role(dana).pk}/end/", follow=True).content.decode()

    assert "Only an officer may do this." in page
    assert roles_of(dana) == {Role.LEGAL_DIRECTOR}
    assert browser.post(f"/people/{avery.pk}/out/").status_code == 404


def test_nobody_does_it_to_herself(proved: Any, dana: Account) -> None:
    browser = proved(dana)
    assert "Nobody does this to herself" in browser.post(f"/people/{dana.pk}/out/", follow=True).content.decode()
    assert (
        "Nobody does this to herself"
        in browser.post(f"/people/roles/{_role(dana).pk}/end/", follow=True).content.decode()
    )
    assert roles_of(dana) == {Role.LEGAL_DIRECTOR}


def test_a_role_ends_once(blair: Account, avery: Account) -> None:
    leaving.end_role(by=blair, membership=_role(avery))
    with pytest.raises(NotAllowedError, match="has ended already"):
        leaving.end_role(by=blair, membership=_role(avery))


@pytest.mark.parametrize("who", ["avery", "frankie"])
def test_the_page_is_not_there_for_others(
    as_: Callable[[Any], Client], who: str, request: pytest.FixtureRequest, dana: Account
) -> None:
    browser = as_(request.getfixturevalue(who))
    assert browser.get("/people/").status_code == 404
    assert browser.post(f"/people/{dana.pk}/out/").status_code in (302, 404)
    dana.refresh_from_db()
    assert dana.is_active


def test_the_page_shows_everybody_with_what_may_be_ended(
    as_: Callable[[Any], Client], blair: Account, dana: Account, avery: Account, firm: SimpleNamespace
) -> None:
    page = as_(blair).get("/people/").content.decode()

    assert f"/people/roles/{_role(avery).pk}/end/" in page
    assert f"/people/roles/{_role(blair).pk}/end/" not in page
    assert f"/people/{dana.pk}/out/" in page
