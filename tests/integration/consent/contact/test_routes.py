"""S-24: a way changes only with a second person, as she told it where it is safe; the old way is never told."""

import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest
from django.core import mail
from django.db import IntegrityError, transaction
from django.utils import timezone

from probono.accounts import services as accounts
from probono.accounts import walls
from probono.accounts.models import Account
from probono.accounts.roles import Role
from probono.consent.contact import selectors
from probono.consent.contact.hours import EVERY_DAY, Hours
from probono.consent.contact.known_ways import State, state_of
from probono.consent.contact.models import ContactRoute, PersonToAvoid
from probono.consent.contact.policies import NotNowError, NotYoursError
from probono.consent.contact.services import holds, routes
from probono.matters.models import Matter
from tests.integration.consent.contact.conftest import MAIL, PHONE
from tests.integration.consent.contact.test_hours import LA

pytestmark = [pytest.mark.django_db, pytest.mark.sqlite]
Ways = Callable[..., ContactRoute]


def _state(route: ContactRoute) -> State:
    return state_of(ContactRoute.objects.get(pk=route.pk), timezone.now())


def test_a_way_waits_then_is_unknown_then_confirmed(
    written: Ways, sasha: Account, frankie: Account, django_capture_on_commit_callbacks: Any
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        route = written()
        seen = [_state(route)]
        routes.decide(by=sasha, route=route, yes=True)
        seen.append(_state(route))
        routes.confirm(by=frankie, route=ContactRoute.objects.get(pk=route.pk), talked="room")
        seen.append(_state(route))

    assert seen == [State.WAITING, State.UNKNOWN, State.CONFIRMED]
    assert mail.outbox == []


def test_what_nobody_said_is_no() -> None:
    way = ContactRoute()

    assert not any((way.may_name_us, way.may_leave_message, way.may_send, way.for_lawyer, way.safe_hours.days))
    assert way.caller_id == "hide"


def test_whoever_wrote_it_down_is_not_the_second_person(written: Ways, frankie: Account) -> None:
    route = written()

    with pytest.raises(NotNowError, match="Somebody else"):
        routes.decide(by=frankie, route=route, yes=True)
    with pytest.raises(IntegrityError), transaction.atomic():
        ContactRoute.objects.filter(pk=route.pk).update(approved_by=frankie, approved_at=timezone.now())
    assert _state(route) == State.WAITING


@pytest.mark.parametrize("who", ["blair", "dana", "sasha"])
def test_staff_who_read_contact_data_are(who: str, written: Ways, request: pytest.FixtureRequest) -> None:
    person, route = request.getfixturevalue(who), written()
    with walls.acting(person):  # behind the second wall too, though they write nothing else there
        routes.decide(by=person, route=route, yes=True)

    assert _state(route) == State.UNKNOWN


@pytest.mark.parametrize("who", ["avery", "casey", "elif_"])
def test_nobody_else_is(who: str, written: Ways, request: pytest.FixtureRequest) -> None:
    route = written(MAIL | {"for_lawyer": True})

    with pytest.raises(NotYoursError):
        routes.decide(by=request.getfixturevalue(who), route=route, yes=True)


@pytest.mark.parametrize("who", ["avery", "blair", "casey", "dana", "elif_", "sasha"])
def test_only_her_advocate_writes(
    who: str, confirmed: Ways, matter: Matter, frankie: Account, request: pytest.FixtureRequest
) -> None:
    person, route = request.getfixturevalue(who), confirmed()
    whose = {"matter_id": matter.pk, "client_id": matter.client_id}
    avoided = routes.avoid(by=frankie, name="Rex", **whose)
    for act in (
        lambda: routes.propose(by=person, way=PHONE, heard="in_person", **whose),
        lambda: routes.confirm(by=person, route=route, talked="room"),
        lambda: routes.retire(by=person, route=route),
        lambda: routes.avoid(by=person, name="x", **whose),
        lambda: routes.end_avoid(by=person, person=avoided),
    ):
        with pytest.raises(NotYoursError):
            act()


def test_a_change_leaves_the_old_way_until_a_second_person_looked(
    confirmed: Ways, written: Ways, sasha: Account, django_capture_on_commit_callbacks: Any
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        old = confirmed()
        new = written(PHONE, replaces=old)
        before = (_state(old), _state(new))
        routes.decide(by=sasha, route=new, yes=True)

    assert before == (State.CONFIRMED, State.WAITING)
    assert (_state(old), _state(new)) == (State.RETIRED, State.UNKNOWN)
    assert mail.outbox == []


def test_a_no_keeps_the_old_way(confirmed: Ways, written: Ways, sasha: Account) -> None:
    old = confirmed()
    new = written(PHONE, replaces=old)
    routes.decide(by=sasha, route=new, yes=False)

    assert (_state(old), _state(new)) == (State.CONFIRMED, State.RETIRED)
    with pytest.raises(NotNowError, match="does not wait"):
        routes.decide(by=sasha, route=ContactRoute.objects.get(pk=new.pk), yes=True)


def test_it_s_me_calling_changes_nothing(confirmed: Ways, written: Ways) -> None:
    """Once a way was confirmed, a voice on an unknown number is no safe way, even when all is retired."""
    confirmed()

    with pytest.raises(NotNowError, match="on a safe one, or in the room"):
        written(PHONE, heard="first")


def test_before_any_way_was_confirmed_whoever_brought_her_may_tell_it(written: Ways) -> None:
    assert _state(written(PHONE, heard="first")) == State.WAITING


def test_a_change_is_taken_on_a_confirmed_way_with_her_word(confirmed: Ways, written: Ways) -> None:
    old = confirmed(MAIL | {"code_word": "heron"})

    with pytest.raises(NotNowError, match="did not say her word"):
        written(PHONE, heard="confirmed", heard_on=old)
    assert _state(written(PHONE, heard="confirmed", heard_on=old, said_word=True)) == State.WAITING


def test_no_change_is_taken_on_a_way_that_is_not_safe(
    confirmed: Ways, taken: Ways, written: Ways, frankie: Account, at: Callable[[dt.datetime], None]
) -> None:
    unknown, retired, old = taken(PHONE), confirmed(), confirmed(days=1)
    routes.retire(by=frankie, route=retired)
    at(timezone.now() + dt.timedelta(days=2))
    for way in (None, unknown, ContactRoute.objects.get(pk=retired.pk), old):
        with pytest.raises(NotNowError):
            written(PHONE, heard="confirmed", heard_on=way)


def test_a_way_of_another_client_is_no_safe_way(confirmed: Ways, written: Ways) -> None:
    foreign = confirmed()
    foreign.matter_id = foreign.client_id

    with pytest.raises(NotNowError, match="Choose the confirmed way"):
        written(PHONE, heard="confirmed", heard_on=foreign)


def test_what_is_retired_is_not_changed(confirmed: Ways, written: Ways, frankie: Account) -> None:
    old = confirmed()
    routes.retire(by=frankie, route=old)

    with pytest.raises(NotNowError, match="not used any more"):
        written(PHONE, replaces=old)


@pytest.mark.parametrize(
    ("said", "why"),
    [
        ({"talked": ""}, "only by talking"),
        ({"talked": "room"}, "did not say her word"),
        ({"talked": "room", "said_word": True, "days": 91}, "1 to 90 days"),
        ({"talked": "room", "said_word": True, "days": 0}, "1 to 90 days"),
    ],
)
def test_it_is_confirmed_only_by_talking_with_her_word_and_for_a_while(
    said: dict[str, Any], why: str, taken: Ways, frankie: Account
) -> None:
    route = taken(MAIL | {"code_word": "heron"})

    with pytest.raises(NotNowError, match=why):
        routes.confirm(by=frankie, route=route, **said)


TWO_PM, TEN_PM = (dt.datetime(2027, 7, 7, hour, tzinfo=LA).astimezone(dt.UTC) for hour in (14, 22))
DAYTIME = {"hours": Hours(EVERY_DAY, 9 * 60, 17 * 60).kept()}


@pytest.mark.parametrize(
    ("moment", "talked", "word", "why"),
    [
        (TWO_PM, "called", "", ""),
        (TWO_PM, "room", "", ""),
        (TWO_PM, "she_called", "heron", ""),
        (TWO_PM, "she_called", "", "Call her back in her hours"),
        (TEN_PM, "called", "", "not an hour she gave"),
        (TEN_PM, "called", "heron", "not an hour she gave"),
        (TEN_PM, "room", "", ""),
        (TEN_PM, "she_called", "heron", ""),
        (TEN_PM, "she_called", "", "Call her back in her hours"),
        (TWO_PM, "by_letter", "heron", "only by talking"),
    ],
)
def test_she_is_called_in_her_hours_alone_and_may_call_at_any_with_her_word(
    moment: dt.datetime, talked: str, word: str, why: str, taken: Ways, frankie: Account, at: Callable[..., None]
) -> None:
    route = taken(PHONE | DAYTIME | {"code_word": word})
    at(moment)
    if why:
        with pytest.raises(NotNowError, match=why):
            routes.confirm(by=frankie, route=route, talked=talked, said_word=True)
    else:
        routes.confirm(by=frankie, route=route, talked=talked, said_word=True)

    assert (ContactRoute.objects.get(pk=route.pk).confirmed_how, _state(route)) == (
        ("", State.UNKNOWN) if why else (talked, State.CONFIRMED)
    )


def test_what_nobody_has_looked_at_or_is_retired_is_not_confirmed(written: Ways, taken: Ways, frankie: Account) -> None:
    waiting, retired = written(PHONE), taken()
    routes.retire(by=frankie, route=retired)
    for route in (waiting, retired):
        with pytest.raises(NotNowError):
            routes.confirm(by=frankie, route=route, talked="room")


def test_it_ends_after_fourteen_days_unless_somebody_names_other(
    confirmed: Ways, at: Callable[[dt.datetime], None]
) -> None:
    fortnight, longest, now = confirmed(), confirmed(days=90), timezone.now()
    at(now + dt.timedelta(days=14, seconds=1))

    assert (_state(fortnight), _state(longest)) == (State.EXPIRED, State.CONFIRMED)


def test_the_number_the_word_and_the_script_are_sealed(written: Ways) -> None:
    route = written(PHONE | {"code_word": "heron", "who_answers": "Ask for the library"})
    held = str(list(ContactRoute.objects.filter(pk=route.pk).values())).lower()

    assert not [one for one in ("555-0187", "heron", "library", "days") if one in held]


def test_a_volunteer_attorney_sees_only_what_was_given_for_her(
    confirmed: Ways, written: Ways, matter: Matter, avery: Account, frankie: Account
) -> None:
    hers = confirmed(MAIL | {"for_lawyer": True})
    confirmed(PHONE)
    written(MAIL | {"for_lawyer": True})
    routes.avoid(by=frankie, matter_id=matter.pk, client_id=matter.client_id, name="Rex")

    assert [one.pk for one in selectors.routes_of(avery, matter.pk)] == [hers.pk]
    assert selectors.avoided_of(avery, matter.pk) == []
    assert selectors.routes_of(frankie, matter.pk).count() == 3


def test_who_opens_a_file_in_an_emergency_sees_every_way(confirmed: Ways, matter: Matter, elif_: Account) -> None:
    confirmed(PHONE)
    accounts.break_glass(
        account=elif_, classes=["D3"], matter_id=matter.pk, client_id=matter.client_id, minutes=60,
        reason=accounts.Reason.SAFETY,
    )  # fmt: skip

    assert selectors.routes_of(elif_, matter.pk).count() == 1


def test_a_person_to_avoid_is_listed_until_taken_off(matter: Matter, frankie: Account, sasha: Account) -> None:
    person = routes.avoid(by=frankie, matter_id=matter.pk, client_id=matter.client_id, name="Rex", about="A grey van")

    assert [one.name for one in selectors.avoided_of(sasha, matter.pk)] == ["Rex"]
    assert "rex" not in str(list(PersonToAvoid.objects.values())).lower()
    routes.end_avoid(by=frankie, person=person)
    assert selectors.avoided_of(sasha, matter.pk) == []


def test_under_a_hold_nothing_is_taken_or_confirmed(
    written: Ways, taken: Ways, matter: Matter, frankie: Account, sasha: Account
) -> None:
    waiting, unknown = written(PHONE), taken()
    holds.hold(by=frankie, matter_id=matter.pk, client_id=matter.client_id)

    with pytest.raises(NotNowError, match="safety hold"):
        routes.decide(by=sasha, route=waiting, yes=True)
    with pytest.raises(NotNowError, match="safety hold"):
        routes.confirm(by=frankie, route=unknown, talked="room")


def test_another_advocate_on_the_team_may_be_the_second_person(written: Ways, matter: Matter, home: Any) -> None:
    second = accounts.add_account(email="second@example.test", name="Remy Castell")
    accounts.add_member(account=second, organisation=home, role=Role.COMMUNITY_ADVOCATE, starts=dt.date(2026, 1, 5))
    accounts.engage(account=second, role=Role.COMMUNITY_ADVOCATE, matter_id=matter.pk, client_id=matter.client_id)
    route = written()
    routes.decide(by=second, route=route, yes=True)

    assert _state(route) == State.UNKNOWN
