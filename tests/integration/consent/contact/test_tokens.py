"""S-22, S-23: a note leaves only along a confirmed way, in safe hours, once, within minutes; everything else sends nothing."""

import datetime as dt
from collections.abc import Callable
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from django.core import mail
from django.db import transaction
from django.test import TestCase
from django.utils import timezone
from hypothesis import HealthCheck, given
from hypothesis import settings as profile
from hypothesis import strategies as st

from probono.accounts.models import Account
from probono.consent.contact.hours import DAY, EVERY_DAY, Hours
from probono.consent.contact.models import ContactRoute, Sent, Token
from probono.consent.contact.policies import NotNowError, NotYoursError
from probono.consent.contact.services import holds, routes
from probono.consent.contact.services.sending import send
from probono.consent.contact.services.tokens import LASTS, mint, redeem
from probono.matters.models import Matter
from probono.post import services as post
from probono.post.words import ClientNote
from tests.integration.consent.contact.conftest import MAIL, PHONE
from tests.integration.consent.contact.test_hours import AUTUMN, LA, SPRING, on_her_clock

pytestmark = [pytest.mark.django_db, pytest.mark.sqlite]
Ways = Callable[..., ContactRoute]


def _hers() -> int:
    return sum(one.to == ["her@example.test"] for one in mail.outbox)


def _sent(act: Callable[[], object]) -> int:
    """How many messages to her an act sends; a refusal sends none."""
    before = _hers()
    try:
        with TestCase.captureOnCommitCallbacks(execute=True):
            act()
    except NotNowError:
        assert _hers() == before
    return _hers() - before


def test_a_note_goes_to_her_and_is_written_down(confirmed: Ways, frankie: Account) -> None:
    assert _sent(lambda: send(by=frankie, route=confirmed(), note="call")) == 1
    assert mail.outbox[0].to == ["her@example.test"]
    assert [(one.note, one.failed) for one in Sent.objects.all()] == [("call", False)]


def test_a_token_works_once(confirmed: Ways, frankie: Account) -> None:
    token = mint(by=frankie, route=confirmed(), note="call")

    assert _sent(lambda: post.to_client(token)) == 1
    assert _sent(lambda: post.to_client(token)) == 0


def test_a_new_token_burns_the_earlier_one(confirmed: Ways, frankie: Account) -> None:
    route = confirmed()
    first, second = (mint(by=frankie, route=route, note="call") for _each in range(2))

    assert [_sent(lambda: post.to_client(first)), _sent(lambda: post.to_client(second))] == [0, 1]


@pytest.mark.parametrize("token", ["", "x", "0" * 43])
def test_a_token_nobody_minted_sends_nothing(token: str, confirmed: Ways) -> None:
    confirmed()

    assert _sent(lambda: post.to_client(token)) == 0


def test_it_ends_after_minutes(confirmed: Ways, frankie: Account, at: Callable[[dt.datetime], None]) -> None:
    token, now = mint(by=frankie, route=confirmed(), note="call"), timezone.now()
    at(now + LASTS + dt.timedelta(seconds=1))

    assert _sent(lambda: post.to_client(token)) == 0
    assert dt.timedelta(minutes=5) == LASTS


def test_a_clock_that_went_back_makes_it_worthless(
    confirmed: Ways, frankie: Account, at: Callable[[dt.datetime], None]
) -> None:
    token, now = mint(by=frankie, route=confirmed(), note="call"), timezone.now()
    at(now - dt.timedelta(hours=1))

    assert _sent(lambda: post.to_client(token)) == 0


def test_it_is_for_one_note_of_the_list(confirmed: Ways, frankie: Account) -> None:
    route = confirmed()

    with pytest.raises(NotNowError):
        mint(by=frankie, route=route, note="Marisol, please call")
    assert redeem(mint(by=frankie, route=route, note="news")).note == ClientNote.NEWS


def test_only_its_mark_is_kept(confirmed: Ways, frankie: Account) -> None:
    token = mint(by=frankie, route=confirmed(), note="call")

    assert token not in str(list(Token.objects.values()))


@pytest.mark.parametrize("way", [PHONE | {"may_send": True}, PHONE | {"kind": "text", "may_send": True}])
def test_the_site_goes_no_other_way_than_mail(way: dict[str, Any], confirmed: Ways, frankie: Account) -> None:
    assert _sent(lambda: send(by=frankie, route=confirmed(way), note="call")) == 0


def test_she_has_to_want_notes(confirmed: Ways, frankie: Account) -> None:
    assert _sent(lambda: send(by=frankie, route=confirmed(MAIL | {"may_send": False}), note="call")) == 0


def test_while_mail_is_off_nothing_is_said_to_be_sent(confirmed: Ways, frankie: Account, settings: Any) -> None:
    settings.MAIL_ON = False

    assert _sent(lambda: send(by=frankie, route=confirmed(), note="call")) == 0
    assert not Sent.objects.exists()


def test_a_way_that_changed_meanwhile_sends_nothing(confirmed: Ways, frankie: Account) -> None:
    route = confirmed()
    token = mint(by=frankie, route=route, note="call")
    routes.retire(by=frankie, route=route)

    assert _sent(lambda: post.to_client(token)) == 0


def test_what_a_crash_kept_from_the_mail_server_is_not_shown_as_sent(
    confirmed: Ways, frankie: Account, monkeypatch: pytest.MonkeyPatch
) -> None:
    def end(*args: Any) -> None:
        raise SystemExit

    monkeypatch.setattr("django.core.mail.backends.locmem.EmailBackend.send_messages", end)

    with pytest.raises(SystemExit):
        _sent(lambda: send(by=frankie, route=confirmed(), note="call"))
    assert Sent.objects.get().failed


def test_what_did_not_leave_says_so(confirmed: Ways, frankie: Account, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*args: Any) -> None:
        raise OSError

    monkeypatch.setattr("django.core.mail.backends.locmem.EmailBackend.send_messages", refuse)

    assert _sent(lambda: send(by=frankie, route=confirmed(), note="call")) == 0
    assert Sent.objects.get().failed


@pytest.mark.parametrize("who", ["blair", "dana", "elif_", "casey", "sasha"])
def test_only_the_team_sends(who: str, confirmed: Ways, request: pytest.FixtureRequest) -> None:
    with pytest.raises(NotYoursError):
        mint(by=request.getfixturevalue(who), route=confirmed(), note="call")


# --- S-23: states x hours x both nights ---

STATES = ("confirmed", "waiting", "unknown", "expired", "retired", "held", "lifted")


def _bring_to(
    state: str, route: ContactRoute, matter: Matter, frankie: Account, dana: Account, now: dt.datetime
) -> None:
    rows = ContactRoute.objects.filter(pk=route.pk)
    if state == "waiting":
        rows.update(approved_at=None, confirmed_at=None, expires_at=None)
    elif state == "unknown":
        rows.update(confirmed_at=None, expires_at=None)
    elif state == "expired":
        rows.update(confirmed_at=now - dt.timedelta(days=15), expires_at=now - dt.timedelta(seconds=1))
    elif state == "retired":
        rows.update(retired_at=now)
    elif state in ("held", "lifted"):
        holds.hold(by=frankie, matter_id=matter.pk, client_id=matter.client_id)
    if state == "lifted":
        for by in (frankie, dana):
            holds.lift(by=by, matter_id=matter.pk, client_id=matter.client_id)


moments = st.builds(
    lambda day, minute: dt.datetime(day.year, day.month, day.day, tzinfo=LA).astimezone(dt.UTC) + minute,
    st.sampled_from([SPRING, AUTUMN]),
    st.one_of(st.integers(0, 5 * 60), st.integers(-60, 26 * 60)).map(lambda minute: dt.timedelta(minutes=minute)),
)
nights = st.integers(0, 4 * 60) | st.integers(0, DAY)


@profile(suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow], max_examples=120)
@given(
    state=st.sampled_from(["confirmed", "confirmed", "confirmed", *STATES]),
    before=st.booleans(),
    moment=moments,
    wait=st.integers(0, 7),
    one=nights,
    other=nights,
    days=st.just(EVERY_DAY) | st.frozensets(st.integers(0, 6)),
)
def test_nothing_ever_leaves_outside_her_hours_or_without_her_yes(
    state: str, before: bool, moment: dt.datetime, wait: int, one: int, other: int, days: frozenset[int],
    confirmed: Ways, matter: Matter, frankie: Account, dana: Account, at: Callable[[dt.datetime], None],
) -> None:  # fmt: skip
    """`before` says whether the state comes about before the token is minted, or between that and its use."""
    hours = Hours(days, min(one, other), max(one, other))
    later = moment + dt.timedelta(minutes=wait)
    with transaction.atomic():
        at(moment - dt.timedelta(days=2))
        route = confirmed(MAIL | {"hours": hours.kept()})
        at(moment)

        def act() -> None:
            if before:
                _bring_to(state, route, matter, frankie, dana, moment)
            route.refresh_from_db()
            token = mint(by=frankie, route=route, note="call")
            at(later)
            if not before:
                _bring_to(state, route, matter, frankie, dana, later)
            post.to_client(token)

        sent = _sent(act)
        mail.outbox.clear()
        transaction.set_rollback(True)
    safe = on_her_clock(hours, moment.astimezone(LA).date())
    may = state == "confirmed" and moment in safe and later in safe and wait < 5
    assert bool(sent) == may


def test_the_program_s_zone_is_the_one_of_these_nights(settings: Any) -> None:
    assert ZoneInfo(settings.TIME_ZONE) == LA
