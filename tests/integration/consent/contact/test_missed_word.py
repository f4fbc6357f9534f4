"""S-24: her word was asked for and not said. It is kept without a word of it, and the way rests until a second person heard it."""

from collections.abc import Callable

import pytest
from django.core import mail
from django.test import TestCase
from django.utils import timezone

from probono.accounts import walls
from probono.accounts.models import Account
from probono.consent.contact.known_ways import State, has_word, state_of
from probono.consent.contact.models import ContactRoute
from probono.consent.contact.policies import NotNowError, NotYoursError
from probono.consent.contact.services import routes
from probono.consent.contact.services.tokens import mint
from probono.matters.models import Matter
from probono.post import services as post
from tests.integration.consent.contact.conftest import MAIL, PHONE

pytestmark = [pytest.mark.django_db, pytest.mark.sqlite]
Ways = Callable[..., ContactRoute]
WORD = MAIL | {"code_word": "heron", "for_lawyer": True}


def _fresh(route: ContactRoute) -> ContactRoute:
    return ContactRoute.objects.get(pk=route.pk)


def _state(route: ContactRoute) -> State:
    return state_of(_fresh(route), timezone.now())


def _confirm(by: Account, route: ContactRoute) -> None:
    routes.confirm(by=by, route=_fresh(route), talked="room", said_word=True)


def test_how_often_when_and_who_heard_it_is_kept(confirmed: Ways, frankie: Account, sasha: Account) -> None:
    route, before = confirmed(WORD), timezone.now()
    for by in (frankie, sasha):
        routes.missed(by=by, route=_fresh(route))
    kept = _fresh(route)

    assert (kept.words_missed, kept.missed_by) == (2, sasha)
    assert kept.missed_at is not None
    assert before <= kept.missed_at <= timezone.now()


def test_nobody_who_heard_it_missed_brings_the_way_back(
    confirmed: Ways, frankie: Account, sasha: Account, blair: Account
) -> None:
    route = confirmed(WORD)
    for by in (frankie, sasha):
        routes.missed(by=by, route=_fresh(route))

    for by in (frankie, sasha):
        with pytest.raises(NotNowError, match="Somebody else has to talk with her"):
            _confirm(by, route)
    _confirm(blair, route)
    assert _state(route) == State.CONFIRMED

    routes.missed(by=sasha, route=_fresh(route))
    _confirm(frankie, route)
    assert _state(route) == State.CONFIRMED


def test_the_way_is_not_used_and_what_was_let_out_is_worthless(
    confirmed: Ways, matter: Matter, frankie: Account
) -> None:
    route = confirmed(WORD)
    token = mint(by=frankie, route=route, note="call")
    routes.missed(by=frankie, route=route)

    with (
        pytest.raises(NotNowError, match="could not be sent any more"),
        TestCase.captureOnCommitCallbacks(execute=True),
    ):
        post.to_client(token)
    with pytest.raises(NotNowError, match="Her word was missed"):
        mint(by=frankie, route=_fresh(route), note="call")
    assert mail.outbox == []
    assert _state(route) == State.MISSED
    assert not has_word(matter.pk, matter.client_id, timezone.now())


def test_whoever_told_it_does_not_confirm_it_alone(confirmed: Ways, frankie: Account) -> None:
    route = confirmed(WORD)
    routes.missed(by=frankie, route=route)

    with pytest.raises(NotNowError, match="Somebody else has to talk with her"):
        _confirm(frankie, route)


@pytest.mark.parametrize("who", ["blair", "dana", "sasha"])
def test_a_second_person_who_heard_it_does(
    who: str, confirmed: Ways, frankie: Account, request: pytest.FixtureRequest
) -> None:
    person, route = request.getfixturevalue(who), confirmed(WORD)
    routes.missed(by=frankie, route=route)
    with pytest.raises(NotNowError, match="did not say her word"):
        routes.confirm(by=person, route=_fresh(route), talked="room")
    with walls.acting(person):  # behind the second wall too, though they write nothing else there
        _confirm(person, route)

    assert _state(route) == State.CONFIRMED
    assert _fresh(route).words_missed == 1


def test_afterwards_her_advocate_confirms_it_again_as_always(confirmed: Ways, frankie: Account, sasha: Account) -> None:
    route = confirmed(WORD)
    routes.missed(by=frankie, route=route)
    _confirm(sasha, route)
    _confirm(frankie, route)

    assert (_fresh(route).confirmed_by, _state(route)) == (frankie, State.CONFIRMED)


@pytest.mark.parametrize("who", ["avery", "casey", "elif_"])
def test_nobody_else_does(who: str, confirmed: Ways, frankie: Account, request: pytest.FixtureRequest) -> None:
    route = confirmed(WORD)
    routes.missed(by=frankie, route=route)

    with pytest.raises(NotYoursError):
        _confirm(request.getfixturevalue(who), route)


def test_an_advocate_confirms_where_somebody_else_heard_it(confirmed: Ways, frankie: Account, avery: Account) -> None:
    """Her lawyer called on a way that she gave for lawyers; he may tell it behind the second wall, and writes nothing else."""
    route = confirmed(WORD)
    with walls.acting(avery):
        routes.missed(by=avery, route=route)
    stopped = _state(route)
    _confirm(frankie, route)

    assert (stopped, _state(route)) == (State.MISSED, State.CONFIRMED)


@pytest.mark.parametrize("who", ["casey", "elif_"])
def test_a_stranger_tells_nothing(who: str, confirmed: Ways, request: pytest.FixtureRequest) -> None:
    with pytest.raises(NotYoursError):
        routes.missed(by=request.getfixturevalue(who), route=confirmed(WORD))


def test_no_change_is_taken_on_such_a_way(confirmed: Ways, written: Ways, frankie: Account) -> None:
    old = confirmed(WORD)
    routes.missed(by=frankie, route=old)

    with pytest.raises(NotNowError, match="Her word was missed"):
        written(PHONE, heard="confirmed", heard_on=_fresh(old), said_word=True)


def test_in_the_room_another_way_takes_its_place(
    confirmed: Ways, written: Ways, frankie: Account, sasha: Account
) -> None:
    old = confirmed(WORD)
    routes.missed(by=frankie, route=old)
    new = written(PHONE | {"code_word": "willow"}, replaces=_fresh(old))
    routes.decide(by=sasha, route=new, yes=True)
    _confirm(frankie, new)

    assert (_state(old), _state(new)) == (State.RETIRED, State.CONFIRMED)


def test_without_a_word_or_out_of_use_there_is_nothing_to_miss(
    confirmed: Ways, written: Ways, frankie: Account
) -> None:
    for route in (confirmed(), written(WORD)):
        with pytest.raises(NotNowError):
            routes.missed(by=frankie, route=route)
