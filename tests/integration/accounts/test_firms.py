"""Coming through one's firm: only invited people, only the bound pair, and a token that is right in every part."""

import dataclasses
import datetime as dt
from collections.abc import Callable, Iterator
from types import SimpleNamespace
from typing import Any
from urllib.parse import parse_qs, urlsplit

import jwt
import pytest
from django.test import Client

from probono.accounts.models import Account, FirmIdentity, OpenSession
from probono.accounts.signing_in import firms
from probono.config.program import Firm
from tests.integration.accounts.firm_provider import CLIENT, SECRET, Provider, serving

pytestmark = [pytest.mark.django_db, pytest.mark.sqlite]
START, BACK = "/sign-in/firm/bramblewood/", "/sign-in/firm/bramblewood/back/"


@pytest.fixture
def provider(settings: Any) -> Iterator[Provider]:
    with serving() as found:
        firm = Firm(id="bramblewood", organization="Bramblewood & Finch LLP", issuer=found.issuer, client_id=CLIENT)
        settings.PROGRAM = dataclasses.replace(settings.PROGRAM, firms=(firm,))
        settings.FIRM_SECRETS = {"bramblewood": SECRET}
        yield found


def _go(browser: Client, provider: Provider) -> Any:
    """To the firm and back, as a browser goes."""
    there = browser.get(START)["Location"]
    back = urlsplit(provider.authorize(there))
    return browser.get(f"{back.path}?{back.query}")


def _enrolled(invited: SimpleNamespace, provider: Provider) -> tuple[Any, Client]:
    browser = Client(SERVER_NAME="localhost")
    browser.post(invited.path, {"code": invited.code})
    return _go(browser, provider), browser


def test_an_invited_person_is_bound_at_her_first_coming(invited: SimpleNamespace, provider: Provider) -> None:
    answer, browser = _enrolled(invited, provider)

    assert answer["Location"] == "/account/"
    assert browser.get("/account/").status_code == 200
    row = FirmIdentity.objects.get()
    assert (row.account.email, row.issuer, row.subject) == ("jordan@example.test", provider.issuer, "u-1")
    assert row.account.memberships.get().role == "VA"


def test_she_comes_again_through_her_firm(invited: SimpleNamespace, provider: Provider) -> None:
    _enrolled(invited, provider)
    browser = Client(SERVER_NAME="localhost")

    assert _go(browser, provider)["Location"] == "/matters/"
    assert OpenSession.objects.filter(ended_at=None).first().how == "firm"  # type: ignore[union-attr]
    assert b"Jordan Vance" in browser.get("/account/").content


def test_the_request_carries_state_nonce_pkce_and_the_one_way_back(home: Any, provider: Provider) -> None:
    there = Client(SERVER_NAME="localhost").get(START)["Location"]
    asked = {name: values[0] for name, values in parse_qs(urlsplit(there).query).items()}

    assert there.startswith(f"{provider.issuer}/authorize?")
    assert asked["redirect_uri"] == f"http://localhost:8000{BACK}"
    assert asked["response_type"] == "code"
    assert asked["code_challenge_method"] == "S256"
    assert min(len(asked[name]) for name in ("state", "nonce", "code_challenge")) >= 43


def test_nobody_gets_an_account_by_coming(home: Any, provider: Provider) -> None:
    answer = _go(Client(SERVER_NAME="localhost"), provider)

    assert answer.status_code == 400
    assert not Account.objects.filter(email="jordan@example.test").exists()


def test_an_account_is_not_opened_by_its_address_alone(jordan: SimpleNamespace, provider: Provider) -> None:
    browser = Client(SERVER_NAME="localhost")

    assert _go(browser, provider).status_code == 400
    assert browser.get("/account/").status_code == 302
    assert not FirmIdentity.objects.exists()


@pytest.mark.parametrize(
    "person",
    [
        {"email": "somebody@example.test"},
        {"email_verified": False},
        {"email_verified": "true"},
        {"email": ""},
    ],
)
def test_an_invited_person_must_be_the_one_who_was_invited(
    invited: SimpleNamespace, provider: Provider, person: dict[str, Any]
) -> None:
    provider.person |= person

    assert _enrolled(invited, provider)[0].status_code == 400
    assert not FirmIdentity.objects.exists()


@pytest.mark.parametrize("person", [{"sub": "u-2"}, {"email": "other@example.test"}])
def test_only_the_bound_pair_with_its_address_comes_again(
    invited: SimpleNamespace, provider: Provider, person: dict[str, Any]
) -> None:
    _enrolled(invited, provider)
    provider.person |= person

    assert _go(Client(SERVER_NAME="localhost"), provider).status_code == 400


def _by_nobody(provider: Provider) -> None:
    provider.signed_by, provider.algorithm = "", "none"


def _by_another_key(provider: Provider) -> None:
    provider.signed_by = provider.other


def _by_the_public_key(provider: Provider) -> None:
    """The old trick: the public key used as the secret of a shared-secret signature."""
    provider.signed_by, provider.algorithm = "public-key-as-a-secret-of-enough-length", "HS256"


WRONG: dict[str, Callable[[Provider], Any]] = {
    "no signature": _by_nobody,
    "another key": _by_another_key,
    "shared secret": _by_the_public_key,
    "issuer": lambda provider: provider.claims.update(iss="http://127.0.0.1:9/"),
    "audience": lambda provider: provider.claims.update(aud="somebody-else"),
    "second audience": lambda provider: provider.claims.update(aud=[CLIENT, "somebody-else"]),
    "expired": lambda provider: provider.claims.update(exp=int(dt.datetime.now(dt.UTC).timestamp()) - 120),
    "nonce": lambda provider: provider.claims.update(nonce="another"),
    "no nonce": lambda provider: provider.claims.update(nonce=None),
    "no subject": lambda provider: provider.claims.update(sub=None),
    "discovery": lambda provider: setattr(provider, "named_issuer", "http://127.0.0.1:9"),
}


@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize("wrong", WRONG)
def test_a_token_that_is_wrong_in_one_part_opens_nothing(
    invited: SimpleNamespace, provider: Provider, wrong: str
) -> None:
    _enrolled(invited, provider)
    browser = Client(SERVER_NAME="localhost")
    there = browser.get(START)["Location"]
    back = urlsplit(provider.authorize(there))
    WRONG[wrong](provider)

    answer = browser.get(f"{back.path}?{back.query}")

    assert answer.status_code == 400
    assert browser.get("/account/").status_code == 302


def test_a_wrong_state_opens_nothing(invited: SimpleNamespace, provider: Provider) -> None:
    _enrolled(invited, provider)
    browser = Client(SERVER_NAME="localhost")
    provider.authorize(browser.get(START)["Location"])

    assert browser.get(f"{BACK}?code=code-1&state=guessed").status_code == 400


def test_a_state_is_used_once(invited: SimpleNamespace, provider: Provider) -> None:
    _enrolled(invited, provider)
    browser = Client(SERVER_NAME="localhost")
    back = provider.authorize(browser.get(START)["Location"]).removeprefix("http://localhost:8000")
    browser.get(f"{BACK}?code=code-1&state=guessed")

    assert browser.get(f"{back}&again=1").status_code == 400


def test_another_browser_s_answer_opens_nothing(invited: SimpleNamespace, provider: Provider) -> None:
    _enrolled(invited, provider)
    back = provider.authorize(Client(SERVER_NAME="localhost").get(START)["Location"])
    victim = Client(SERVER_NAME="localhost")
    victim.get(START)

    assert victim.get(back.removeprefix("http://localhost:8000")).status_code == 400
    assert victim.get("/account/").status_code == 302


def test_a_strict_cookie_gets_a_second_chance_and_no_third(home: Any, provider: Provider) -> None:
    browser = Client(SERVER_NAME="localhost")

    first = browser.get(f"{BACK}?code=code-1&state=s")
    second = browser.get(f"{BACK}?code=code-1&state=s&again=1")

    assert first.status_code == 200
    assert f"0;url={BACK}?code=code-1&amp;state=s&amp;again=1" in first.content.decode()
    assert not first.cookies.get("session")
    assert second.status_code == 400


def test_after_her_role_at_the_firm_ended_she_does_not_come_in(invited: SimpleNamespace, provider: Provider) -> None:
    _enrolled(invited, provider)
    membership = FirmIdentity.objects.get().account.memberships.get()
    membership.starts, membership.until = dt.date(2026, 1, 1), dt.date(2026, 2, 1)
    membership.save()

    assert _go(Client(SERVER_NAME="localhost"), provider).status_code == 400


def test_a_firm_that_is_not_configured_has_no_page(home: Any, provider: Provider) -> None:
    assert Client(SERVER_NAME="localhost").get("/sign-in/firm/harrowgate/").status_code == 404


def test_a_firm_that_does_not_answer_is_told_in_one_page(home: Any, provider: Provider, settings: Any) -> None:
    gone = dataclasses.replace(settings.PROGRAM.firms[0], issuer="http://127.0.0.1:9")
    settings.PROGRAM = dataclasses.replace(settings.PROGRAM, firms=(gone,))

    assert Client(SERVER_NAME="localhost").get(START).status_code == 400


def test_only_safe_signatures_are_taken() -> None:
    assert not [name for name in firms.ALGORITHMS if name.startswith("HS") or name == "none"]
    assert set(firms.ALGORITHMS) <= set(jwt.algorithms.get_default_algorithms())
