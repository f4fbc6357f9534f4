"""How quickly one may try: a delay that grows to 42 seconds, never a lock, and an alarm when the whole site is tried at."""

import datetime as dt
import logging
from types import SimpleNamespace
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from probono.accounts.models import Account, Attempt
from probono.accounts.signing_in import pace
from tests.integration.accounts.conftest import sign_in

pytestmark = [pytest.mark.django_db, pytest.mark.sqlite]


def _later(seconds: float) -> None:
    for row in Attempt.objects.all():
        Attempt.objects.filter(pk=row.pk).update(at=row.at - dt.timedelta(seconds=seconds))


def test_the_delay_grows_to_42_seconds_and_no_further() -> None:
    assert [pace.delay(failed) for failed in range(4, 13)] == [0, 2, 4, 8, 16, 32, 42, 42, 42]


def test_the_sixth_try_within_an_hour_waits(rf: Any) -> None:
    request = rf.get("/", REMOTE_ADDR="192.0.2.1")
    waits = [pace.begin(request, "avery@example.test").wait for _each in range(6)]

    assert waits == [0, 0, 0, 0, 0, 2]


def test_a_try_that_had_to_wait_counts_for_nothing(rf: Any) -> None:
    request = rf.get("/", REMOTE_ADDR="192.0.2.1")
    for _each in range(20):
        pace.begin(request, "avery@example.test")
    _later(2)

    assert pace.begin(request, "avery@example.test").wait == 0


def test_it_never_locks(rf: Any) -> None:
    request = rf.get("/", REMOTE_ADDR="192.0.2.1")
    for _each in range(40):
        wait = pace.begin(request, "avery@example.test").wait
        assert wait <= 42
        _later(wait)

    assert pace.begin(request, "avery@example.test").wait <= 42


def test_an_abuser_makes_nobody_else_wait(rf: Any) -> None:
    for _each in range(30):
        pace.begin(rf.get("/", REMOTE_ADDR="192.0.2.66"), "avery@example.test")

    assert pace.begin(rf.get("/", REMOTE_ADDR="192.0.2.1"), "avery@example.test").wait == 0


def test_a_network_slows_down_after_ten_addresses(rf: Any) -> None:
    request = rf.get("/", REMOTE_ADDR="192.0.2.1")
    waits = [pace.begin(request, f"person{number}@example.test").wait for number in range(11)]

    assert waits == [0] * 10 + [2]


def test_after_an_hour_it_is_forgotten(rf: Any) -> None:
    request = rf.get("/", REMOTE_ADDR="192.0.2.1")
    for _each in range(6):
        pace.begin(request, "avery@example.test")
    _later(3601)

    assert pace.begin(request, "avery@example.test").wait == 0
    assert Attempt.objects.count() == 4


def test_a_success_clears_the_slips_before_it(rf: Any) -> None:
    request = rf.get("/", REMOTE_ADDR="192.0.2.1")
    tries = [pace.begin(request, "avery@example.test") for _each in range(5)]

    pace.succeeded(tries[-1])

    assert pace.begin(request, "avery@example.test").wait == 0


def test_the_page_tells_how_long_and_says_nobody_is_locked_out(home: Any) -> None:
    browser = Client(SERVER_NAME="localhost")
    answers = [browser.post("/sign-in/code/", {"email": "nobody@example.test", "code": "000000"}) for _each in range(6)]

    assert [answer.status_code for answer in answers] == [400] * 5 + [429]
    assert answers[-1]["Retry-After"] == "2"
    assert "Nobody is locked out" in answers[-1].content.decode()


def test_a_real_and_an_unreal_address_wait_alike(avery: Account) -> None:
    def told(email: str, network: str) -> list[tuple[int, str]]:
        browser = Client(SERVER_NAME="localhost", REMOTE_ADDR=network)
        answers = [browser.post("/sign-in/code/", {"email": email, "code": "000000"}) for _each in range(7)]
        return [(answer.status_code, answer.headers.get("Retry-After", "")) for answer in answers]

    assert told("avery@example.test", "192.0.2.1") == told("nobody@example.test", "192.0.2.2")


def test_a_passkey_goes_on_while_others_try_the_address(jordan: SimpleNamespace) -> None:
    for number in range(pace.PRESSED + 5):
        browser = Client(SERVER_NAME="localhost", REMOTE_ADDR=f"198.51.100.{number}")
        browser.post("/sign-in/code/", {"email": "jordan@example.test", "code": "000000"})

    answer, _browser = sign_in(jordan.device)

    assert answer.status_code == 302


def test_the_whole_site_s_alarm_sounds_once(rf: Any, caplog: pytest.LogCaptureFixture, monkeypatch: Any) -> None:
    monkeypatch.setattr(pace, "SITE_LIMIT", 5)
    with caplog.at_level(logging.ERROR):
        tries = [pace.begin(rf.get("/", REMOTE_ADDR=f"198.51.100.{n}"), f"p{n}@example.test") for n in range(9)]

    assert [each.pressed for each in tries] == [False] * 5 + [True] * 4
    assert [each.wait for each in tries] == [0] * 9
    assert len(caplog.records) == 1
    assert "example.test" not in caplog.text
    assert "198.51" not in caplog.text


def test_no_address_is_kept(rf: Any) -> None:
    pace.begin(rf.get("/", REMOTE_ADDR="192.0.2.1"), "avery@example.test")
    kept = str(list(Attempt.objects.values()))

    assert "192.0.2.1" not in kept
    assert "avery" not in kept


def test_the_network_is_the_one_the_trusted_proxy_saw(rf: Any, settings: Any) -> None:
    request = rf.get("/", REMOTE_ADDR="127.0.0.1", headers={"x-forwarded-for": "203.0.113.9, 192.0.2.5"})

    settings.TRUSTED_PROXIES = 0
    assert pace.network_of(request) == "127.0.0.1"
    settings.TRUSTED_PROXIES = 1
    assert pace.network_of(request) == "192.0.2.5"
    settings.TRUSTED_PROXIES = 3
    assert pace.network_of(request) == "127.0.0.1"


@pytest.mark.django_db(transaction=True)
def test_tries_at_the_same_moment_are_counted(rf: Any) -> None:
    """More threads than tries that are free: PostgreSQL queues them; SQLite's transactions do so anyway."""
    from concurrent.futures import ThreadPoolExecutor

    from django.db import connection

    if connection.vendor != "postgresql":
        assert pace.begin(rf.get("/")).wait == 0
        return

    def one(_number: int) -> int:
        try:
            return pace.begin(rf.get("/", REMOTE_ADDR="192.0.2.1"), "avery@example.test").wait
        finally:
            connection.close()

    with ThreadPoolExecutor(8) as pool:
        waits = list(pool.map(one, range(16)))

    assert waits.count(0) == pace.FREE
    assert timezone.now()
