"""Ways of signing in for the tests of signing in. FICTIONAL: nobody named here exists.

Gil is the privacy officer, Harper the system administrator; Avery, Blair and Dana are in the conftest above.
"""

import html
import re
from collections.abc import Callable
from types import SimpleNamespace
from typing import Any

import pytest
from django.test import Client

from probono.accounts import services
from probono.accounts.models import Account
from probono.accounts.roles import Role
from probono.accounts.signing_in import enrolments
from tests.integration.accounts.device import Device
from tests.integration.conftest import BEGAN


def confirm(browser: Client) -> None:
    """A person of the demo without a key confirms with the plain button."""
    answer = browser.post("/account/confirm/prove/", {"plainly": "yes"})
    assert answer.status_code == 302, answer.content


def shown(*answers: Any) -> SimpleNamespace:
    """The link's path and the spoken code that pages show once, together or one after the other."""
    page = "".join(html.unescape(answer.content.decode()) for answer in answers)
    links = re.findall(r"http://localhost:8000(/enrol/link/[\w-]+/)", page)
    codes = re.findall(r"handover--code\">(\d{4} \d{4})<", page)
    assert (len(links), len(codes)) == (1, 1), page
    return SimpleNamespace(path=links[0], code=codes[0])


def let_in(given: Any, device: Device | None = None) -> tuple[Client, Device]:
    """Uses a link with its code and makes a passkey; gives the browser, signed in, and the device."""
    browser, device = Client(SERVER_NAME="localhost"), device or Device()
    assert browser.post(given.path, {"code": given.code})["Location"] == "/enrol/"
    made = device.make(browser.post("/enrol/start/").json())
    answer = browser.post("/enrol/passkey/", {"credential": made, "name": "Laptop"})
    assert answer["Location"] == "/account/", answer.content
    return browser, device


def sign_in(device: Device, browser: Client | None = None) -> Any:
    """The answer to signing in with a device's passkey, and the browser."""
    browser = browser or Client(SERVER_NAME="localhost")
    asked = browser.post("/sign-in/start/").json()
    return browser.post("/sign-in/passkey/", {"credential": device.prove(asked)}), browser


def person(name: str, organisation: Any, role: Role) -> Account:
    account = services.add_account(email=f"{name.split()[0].lower()}@example.test", name=name, is_demo=True)
    services.add_member(account=account, organisation=organisation, role=role, starts=BEGAN)
    return account


@pytest.fixture
def gil(home: Any) -> Account:
    return person("Gil Thackeray", home, Role.PRIVACY_OFFICER)


@pytest.fixture
def harper(home: Any) -> Account:
    return person("Harper Nakamura", home, Role.SYSTEM_ADMINISTRATOR)


@pytest.fixture
def invited(firm: Any, blair: Account) -> SimpleNamespace:
    """An open invitation of Jordan, a volunteer attorney at Avery's firm."""
    _made, given = enrolments.invite(
        by=blair, email="jordan@example.test", name="Jordan Vance", role=Role.VOLUNTEER_ATTORNEY, organisation=firm
    )
    assert given is not None
    return SimpleNamespace(path=f"/enrol/link/{given.token}/", code=given.code, token=given.token)


@pytest.fixture
def jordan(invited: SimpleNamespace) -> SimpleNamespace:
    """Jordan after the link was used: account, browser that is signed in, device."""
    browser, device = let_in(invited)
    return SimpleNamespace(account=Account.objects.get(email="jordan@example.test"), browser=browser, device=device)


@pytest.fixture
def without_token() -> Callable[[Any], str]:
    """A page without what is new in every answer: the form's token."""
    return lambda answer: re.sub(r'name="csrfmiddlewaretoken" value="\w+"', "", answer.content.decode())
