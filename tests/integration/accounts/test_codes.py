"""Authenticator apps: a code works once, never for nobody, and a recovery code never alone."""

import logging
import time
from types import SimpleNamespace
from typing import Any

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal import auth as totp
from django.test import Client

from probono.accounts.models import Account, OpenSession
from probono.accounts.signing_in import codes, pace
from probono.accounts.signing_in.adapter import Adapter

pytestmark = [pytest.mark.django_db, pytest.mark.sqlite]


def code_of(secret: str, steps: int = 0) -> str:
    """The code an app shows, so many steps of 30 seconds from now. At a step's end the next one is waited for: the code of the step
    before would be two steps old when it is tried.
    """
    while time.time() % 30 > 28:
        time.sleep(0.2)
    return str(totp.format_hotp_value(totp.hotp_value(secret, int(time.time()) // 30 + steps)))


@pytest.fixture
def kim(avery: Account) -> SimpleNamespace:
    """Avery with an authenticator app; the code it was added with is used already."""
    secret = codes.new_secret()
    left = codes.add(avery, secret, code_of(secret, -1))
    assert left is not None
    return SimpleNamespace(account=avery, secret=secret, recovery=left)


def _sign_in(email: str, code: str, recovery: str = "", browser: Client | None = None) -> tuple[Any, Client]:
    browser = browser or Client(SERVER_NAME="localhost")
    told = {"email": email, "code": code, "recovery_code": recovery}
    return browser.post("/sign-in/code/", told), browser


def test_the_app_s_code_signs_in(kim: SimpleNamespace) -> None:
    answer, browser = _sign_in("Avery@Example.test", code_of(kim.secret))

    assert answer.status_code == 302
    assert browser.get("/matters/").status_code == 200
    assert OpenSession.objects.get().how == "code"


def test_a_code_is_used_once(kim: SimpleNamespace) -> None:
    code = code_of(kim.secret)
    _sign_in(kim.account.email, code)

    assert _sign_in(kim.account.email, code)[0].status_code == 400


def test_a_code_from_before_the_last_one_used_is_refused(kim: SimpleNamespace) -> None:
    assert codes.proves(kim.account, code_of(kim.secret, 1))

    assert not codes.proves(kim.account, code_of(kim.secret, 0))


def test_the_code_an_app_was_added_with_is_used(avery: Account) -> None:
    secret = codes.new_secret()
    code = code_of(secret)
    codes.add(avery, secret, code)

    assert not codes.proves(avery, code)


@pytest.mark.parametrize("steps", [-3, 3])
def test_a_code_of_another_time_is_refused(kim: SimpleNamespace, steps: int) -> None:
    assert not codes.proves(kim.account, code_of(kim.secret, steps))


@pytest.mark.parametrize("code", ["", "000", "abcdef", "１２３４５６", "1" * 12])
def test_nonsense_is_refused(kim: SimpleNamespace, code: str) -> None:
    assert not codes.proves(kim.account, code)


def test_a_recovery_code_lets_nobody_in_alone(kim: SimpleNamespace) -> None:
    for code, recovery in ((kim.recovery[0], ""), ("000000", kim.recovery[0]), (kim.recovery[0], kim.recovery[1])):
        assert _sign_in(kim.account.email, code[:12], recovery)[0].status_code == 400
    assert codes.recovery_codes_left(kim.account) == 10


def test_a_real_and_an_unreal_address_get_the_same_answer(kim: SimpleNamespace, without_token: Any) -> None:
    real = _sign_in("avery@example.test", "000000")[0]
    unreal = _sign_in("nobody@example.test", "000000")[0]

    assert real.status_code == unreal.status_code == 400
    assert without_token(real).replace("avery@", "nobody@") == without_token(unreal)
    assert set(real.headers) == set(unreal.headers)


def test_a_real_and_an_unreal_address_cost_the_same(kim: SimpleNamespace, django_assert_num_queries: Any) -> None:
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    counts = []
    for email in ("avery@example.test", "nobody@example.test", "blair-without-an-app@example.test"):
        with CaptureQueriesContext(
            connection,
        ) as seen:
            _sign_in(email, "000000")
        counts.append(len(seen))

    assert len(set(counts)) == 1
    hashed: list[int] = []
    original = totp.hotp_value
    for account in (kim.account, None):
        before = len(hashed)
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(totp, "hotp_value", lambda secret, step: hashed.append(step) or original(secret, step))
            codes.proves(account, "000000")
        assert len(hashed) - before == 3


def test_the_secret_lies_sealed(kim: SimpleNamespace) -> None:
    kept = str(list(Authenticator.objects.values_list("data", flat=True)))

    assert kim.secret not in kept
    assert not [code for code in kim.recovery if code in kept]
    assert Adapter().decrypt(Authenticator.objects.get(type="totp").data["secret"]) == kim.secret


def test_no_code_is_logged(kim: SimpleNamespace, caplog: pytest.LogCaptureFixture) -> None:
    code, wrong = code_of(kim.secret), "135791"
    with caplog.at_level(logging.DEBUG):
        _sign_in(kim.account.email, wrong)
        _sign_in(kim.account.email, code)

    assert code not in caplog.text
    assert wrong not in caplog.text
    assert kim.account.email not in caplog.text


def test_under_pressure_a_code_needs_a_recovery_code_beside_it(kim: SimpleNamespace, rf: Any) -> None:
    _press(rf, kim.account.email)
    code = code_of(kim.secret)

    assert _sign_in(kim.account.email, code)[0].status_code == 400
    answer, _browser = _sign_in(kim.account.email, code_of(kim.secret, 1), kim.recovery[3])

    assert answer.status_code == 302
    assert codes.recovery_codes_left(kim.account) == 9


def test_a_recovery_code_is_used_once(kim: SimpleNamespace) -> None:
    assert codes.spends(kim.account, kim.recovery[0])
    assert not codes.spends(kim.account, kim.recovery[0])
    assert not codes.spends(None, kim.recovery[1])


def test_an_app_is_added_on_one_s_own_page(jordan: SimpleNamespace) -> None:
    page = jordan.browser.get("/account/app/").content.decode()
    secret = page.split('key-text">')[1].split("<")[0]

    wrong = jordan.browser.post("/account/app/", {"code": "000000"})
    right = jordan.browser.post("/account/app/", {"code": code_of(secret)})

    assert "<svg" in page
    assert "not the code the app should show" in wrong.content.decode()
    assert right.content.decode().count("<li>") >= 10
    assert _sign_in(jordan.account.email, code_of(secret, 1))[0].status_code == 302


def test_an_invited_person_may_come_in_with_an_app(invited: SimpleNamespace) -> None:
    browser = Client(SERVER_NAME="localhost")
    browser.post(invited.path, {"code": invited.code})
    secret = browser.get("/enrol/app/").content.decode().split('key-text">')[1].split("<")[0]

    answer = browser.post("/enrol/app/", {"code": code_of(secret)})

    assert "recovery codes" in answer.content.decode()
    assert browser.get("/account/").status_code == 200


def _press(rf: Any, email: str) -> None:
    """Somebody tries the address from many places."""
    for number in range(pace.PRESSED):
        assert pace.begin(rf.get("/", REMOTE_ADDR=f"198.51.100.{number}"), email).wait == 0
