"""Sessions: their list, and everything that ends them."""

import datetime as dt
from collections.abc import Callable
from types import SimpleNamespace

import pytest
from django.conf import settings
from django.test import Client
from django.utils import timezone

from probono.accounts import services
from probono.accounts.models import Account, OpenSession
from probono.accounts.models.open_session import Ended
from probono.accounts.signing_in import sessions
from tests.integration.accounts.conftest import sign_in

pytestmark = [pytest.mark.django_db, pytest.mark.sqlite]
FIREFOX = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0"


def _is_in(browser: Client) -> bool:
    return bool(browser.get("/matters/").status_code == 200)


def _rested(account: Account, **time: int) -> None:
    OpenSession.objects.filter(account=account).update(last_seen_at=timezone.now() - dt.timedelta(**time))


def test_the_list_tells_the_browser_and_no_network_address(jordan: SimpleNamespace) -> None:
    browser = Client(SERVER_NAME="localhost", headers={"user-agent": FIREFOX}, REMOTE_ADDR="192.0.2.77")
    sign_in(jordan.device, browser)

    page = browser.get("/account/").content.decode()
    kept = " ".join(f"{row.device} {row.how}" for row in OpenSession.objects.all())

    assert "Firefox, Linux" in page
    assert "this one" in page
    assert "140" not in kept
    assert "192.0.2.77" not in kept + page


def test_the_cookie_ends_with_the_browser(jordan: SimpleNamespace) -> None:
    assert not jordan.browser.cookies["session"]["max-age"]
    assert not jordan.browser.cookies["session"]["expires"]


def test_one_session_is_ended_from_another(jordan: SimpleNamespace) -> None:
    _answer, other = sign_in(jordan.device)
    mine = OpenSession.objects.get(session_key=jordan.browser.cookies["session"].value)

    other.post(f"/account/sessions/{mine.pk}/end/")

    assert not _is_in(jordan.browser)
    assert _is_in(other)


def test_ending_this_session_signs_out(jordan: SimpleNamespace) -> None:
    mine = OpenSession.objects.get()

    assert jordan.browser.post(f"/account/sessions/{mine.pk}/end/")["Location"] == "/sign-in/"
    assert not _is_in(jordan.browser)


def test_all_others_are_ended(jordan: SimpleNamespace) -> None:
    others = [sign_in(jordan.device)[1] for _each in range(2)]

    others[0].post("/account/sessions/end-others/")

    assert [_is_in(browser) for browser in (jordan.browser, *others)] == [False, True, False]


def test_nobody_ends_anothers_session(
    jordan: SimpleNamespace, as_: Callable[[Account], Client], avery: Account
) -> None:
    theirs = OpenSession.objects.get()

    assert as_(avery).post(f"/account/sessions/{theirs.pk}/end/").status_code == 404
    assert _is_in(jordan.browser)


def test_a_session_that_rests_15_minutes_ends(jordan: SimpleNamespace) -> None:
    _rested(jordan.account, minutes=14)
    assert _is_in(jordan.browser)

    _rested(jordan.account, minutes=16)
    assert not _is_in(jordan.browser)
    assert OpenSession.objects.get().ended == Ended.IDLE


def test_30_minutes_of_rest_are_given_on_request(jordan: SimpleNamespace) -> None:
    jordan.browser.post("/account/idle/", {"long_idle": "yes"})

    _rested(jordan.account, minutes=29)
    assert _is_in(jordan.browser)
    _rested(jordan.account, minutes=31)
    assert not _is_in(jordan.browser)


def test_no_session_lasts_longer_than_12_hours(jordan: SimpleNamespace) -> None:
    OpenSession.objects.update(opened_at=timezone.now() - dt.timedelta(hours=12, seconds=1))

    assert not _is_in(jordan.browser)
    assert settings.SESSION_ABSOLUTE_SECONDS == 12 * 60 * 60


def test_a_disabled_person_is_out_everywhere(jordan: SimpleNamespace) -> None:
    jordan.account.is_active = False
    jordan.account.save()

    assert not _is_in(jordan.browser)
    assert not OpenSession.objects.filter(ended_at=None).exists()


def test_a_change_of_role_ends_every_session(jordan: SimpleNamespace) -> None:
    services.end_member(membership=jordan.account.memberships.get(), on=dt.date(2026, 2, 1))

    assert not _is_in(jordan.browser)


def test_a_session_without_its_row_is_none(jordan: SimpleNamespace) -> None:
    OpenSession.objects.all().delete()

    assert not _is_in(jordan.browser)


def test_signing_out_ends_the_row(jordan: SimpleNamespace) -> None:
    cookie = jordan.browser.cookies["session"].value
    jordan.browser.post("/sign-out/")
    thief = Client(SERVER_NAME="localhost")
    thief.cookies["session"] = cookie

    assert not _is_in(thief)
    assert OpenSession.objects.get().ended == Ended.LEFT


def test_signing_in_over_a_session_ends_the_earlier_one(jordan: SimpleNamespace) -> None:
    sign_in(jordan.device, jordan.browser)

    assert OpenSession.objects.filter(ended_at=None).count() == 1


def test_a_demo_session_is_listed_as_one(as_: Callable[[Account], Client], avery: Account) -> None:
    assert "Demo" in as_(avery).get("/account/").content.decode()


def test_ended_rows_do_not_stay(jordan: SimpleNamespace) -> None:
    old = timezone.now() - dt.timedelta(days=2)
    OpenSession.objects.update(ended_at=old, ended=Ended.LEFT)

    sign_in(jordan.device)

    assert OpenSession.objects.count() == 1


def test_resting_sessions_are_not_listed(jordan: SimpleNamespace) -> None:
    _rested(jordan.account, minutes=20)

    assert not sessions.sessions_of(jordan.account).exists()
