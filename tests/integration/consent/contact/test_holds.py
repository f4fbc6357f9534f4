"""S-23, S-24: the safety hold: anybody who reads contact data stops everything; two lift it; then everything is unknown again."""

from collections.abc import Callable
from typing import Any

import pytest
from django.core import mail
from django.db import IntegrityError, transaction
from django.utils import timezone

from probono.accounts.models import Account
from probono.consent.contact import selectors
from probono.consent.contact.known_ways import State, state_of
from probono.consent.contact.models import ContactRoute, SafetyHold, Token
from probono.consent.contact.policies import NotNowError, NotYoursError
from probono.consent.contact.services import holds, routes
from probono.consent.contact.services.tokens import mint, redeem
from probono.matters.models import Matter
from probono.matters.services.opening import open_matter
from probono.vault import shredders

pytestmark = [pytest.mark.django_db, pytest.mark.sqlite]
Ways = Callable[..., ContactRoute]


def _whose(matter: Matter) -> dict[str, Any]:
    return {"matter_id": matter.pk, "client_id": matter.client_id}


def test_it_burns_every_token_and_stops_everything(confirmed: Ways, matter: Matter, frankie: Account) -> None:
    token = mint(by=frankie, route=confirmed(), note="call")
    holds.hold(by=frankie, **_whose(matter))

    assert Token.objects.get().burnt_at
    with pytest.raises(NotNowError):
        redeem(token)
    with pytest.raises(NotNowError, match="safety hold"):
        mint(by=frankie, route=ContactRoute.objects.get(), note="call")


@pytest.mark.parametrize("who", ["avery", "blair", "dana", "frankie", "sasha"])
def test_whoever_reads_contact_data_places_it(who: str, matter: Matter, request: pytest.FixtureRequest) -> None:
    holds.hold(by=request.getfixturevalue(who), **_whose(matter))

    assert selectors.standing_hold(matter.client_id)


@pytest.mark.parametrize("who", ["casey", "elif_"])
def test_nobody_else_does(who: str, matter: Matter, request: pytest.FixtureRequest) -> None:
    with pytest.raises(NotYoursError):
        holds.hold(by=request.getfixturevalue(who), **_whose(matter))


def test_it_holds_in_every_matter_of_hers(confirmed: Ways, matter: Matter, frankie: Account) -> None:
    other = open_matter(by=None, client_id=matter.client_id, code_name="Cedar Lantern 43")
    token = mint(by=frankie, route=confirmed(), note="call")
    holds.hold(by=frankie, **_whose(matter))

    assert selectors.standing_hold(other.client_id)
    with pytest.raises(NotNowError):
        redeem(token)


def test_a_second_one_changes_nothing(matter: Matter, frankie: Account, dana: Account) -> None:
    first = holds.hold(by=frankie, **_whose(matter))

    assert holds.hold(by=dana, **_whose(matter)).pk == first.pk
    with pytest.raises(IntegrityError), transaction.atomic():
        SafetyHold.objects.create(placed_by=dana, placed_at=timezone.now(), **_whose(matter))


def test_officers_get_a_note_that_says_nothing(
    matter: Matter, frankie: Account, dana: Account, django_capture_on_commit_callbacks: Any
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        holds.hold(by=frankie, **_whose(matter))

    assert [(one.to, one.subject) for one in mail.outbox] == [([dana.email], "You have an update")]


@pytest.mark.parametrize("order", [("frankie", "dana"), ("dana", "frankie")])
def test_an_officer_and_the_advocate_lift_it(
    order: tuple[str, str], matter: Matter, frankie: Account, request: pytest.FixtureRequest
) -> None:
    holds.hold(by=frankie, **_whose(matter))
    first, second = (request.getfixturevalue(name) for name in order)

    assert holds.lift(by=first, **_whose(matter)) is False
    assert selectors.standing_hold(matter.client_id)
    assert holds.lift(by=second, **_whose(matter)) is True
    assert selectors.standing_hold(matter.client_id) is None


@pytest.mark.parametrize("who", ["dana", "frankie"])
def test_one_person_does_not(who: str, matter: Matter, frankie: Account, request: pytest.FixtureRequest) -> None:
    person = request.getfixturevalue(who)
    holds.hold(by=frankie, **_whose(matter))
    holds.lift(by=person, **_whose(matter))

    with pytest.raises(NotNowError, match="said yes already"):
        holds.lift(by=person, **_whose(matter))
    with pytest.raises(IntegrityError), transaction.atomic():
        SafetyHold.objects.update(lifted_at=timezone.now(), officer=person, advocate=person)


@pytest.mark.parametrize("who", ["avery", "blair", "sasha", "casey", "elif_"])
def test_others_do_not(who: str, matter: Matter, frankie: Account, request: pytest.FixtureRequest) -> None:
    holds.hold(by=frankie, **_whose(matter))

    with pytest.raises(NotYoursError):
        holds.lift(by=request.getfixturevalue(who), **_whose(matter))


def test_what_does_not_stand_is_not_lifted(matter: Matter, dana: Account) -> None:
    with pytest.raises(NotNowError, match="No safety hold stands"):
        holds.lift(by=dana, **_whose(matter))


def test_afterwards_every_way_is_unknown_until_she_was_asked_again(
    confirmed: Ways, matter: Matter, frankie: Account, dana: Account
) -> None:
    route = confirmed()
    holds.hold(by=frankie, **_whose(matter))
    for by in (frankie, dana):
        holds.lift(by=by, **_whose(matter))
    before = state_of(route, timezone.now())
    routes.confirm(by=frankie, route=route, talked="room")

    assert (before, state_of(route, timezone.now())) == (State.UNKNOWN, State.CONFIRMED)


def test_it_stands_on_when_the_matter_in_which_it_was_placed_is_destroyed(
    confirmed: Ways, matter: Matter, frankie: Account, dana: Account
) -> None:
    other = open_matter(by=dana, client_id=matter.client_id, code_name="Other Stone 12")
    route = confirmed()
    SafetyHold.objects.create(
        client_id=matter.client_id, matter_id=other.pk, placed_by=frankie, placed_at=timezone.now()
    )

    mine = next(one for one in shredders.registered() if one.app == "contact")
    for table in mine.tables:
        table.clear(matter_id=other.pk)
    mine.more(other.pk)

    assert selectors.standing_hold(matter.client_id) is not None
    assert state_of(route, timezone.now()) == State.UNKNOWN
    for table in mine.tables:
        table.clear(client_id=matter.client_id)
    assert not SafetyHold.objects.exists()
