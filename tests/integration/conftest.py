"""The standing characters of the site's tests. FICTIONAL: nobody named here exists.

Avery is a volunteer attorney on the team, Blair the pro bono manager, Casey a volunteer at another firm who is on nothing,
Dana the legal director, Pat the privacy officer, Elif the immigration attorney, Frankie the community advocate on the team.
Marisol is the client of the README; her matter is called Cedar Lantern.
"""

import datetime as dt
import importlib
from collections.abc import Callable, Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from django.conf import settings as django_settings
from django.test import Client

from probono.accounts import services as accounts
from probono.accounts.models import Account
from probono.accounts.roles import Role
from probono.matters.models import Matter
from probono.matters.services.opening import engage, open_matter, release_to
from probono.matters.services.sheet_taking import take_sheet
from probono.people.services import add_client
from probono.vault import keystore, root

ROOT = Path(__file__).parents[2]
SHEET = (ROOT / "demo" / "readme" / "sheet.txt").read_bytes()
BEGAN = dt.date(2026, 1, 5)


@pytest.fixture(autouse=True)
def _own_folders(settings: Any, tmp_path: Path) -> Iterator[None]:
    """Keys and files of a test lie in its own folder; jobs run at once."""
    settings.VAULT_KEY_FILE = tmp_path / "keys" / "vault.key"
    settings.VAULT_KEYSTORE = tmp_path / "keystore" / "keys.sqlite3"
    settings.VAULT_FILES = tmp_path / "files"
    settings.SHRED_LEDGER = tmp_path / "ledger" / "shreds.jsonl"
    settings.TASKS = {"default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend"}}
    yield
    keystore.close()
    root.forget()


@pytest.fixture
def home(db: None) -> Any:
    return accounts.add_organisation(name=django_settings.PROGRAM.organization, kind="home")


@pytest.fixture
def firm(db: None) -> Any:
    return accounts.add_organisation(name="Bramblewood & Finch LLP", kind="firm")


@pytest.fixture
def other_firm(db: None) -> Any:
    return accounts.add_organisation(name="Harrowgate Stone LLP", kind="firm")


def _person(name: str, organisation: Any, role: Role) -> Account:
    account = accounts.add_account(email=f"{name.split()[0].lower()}@example.test", name=name, is_demo=True)
    accounts.add_member(account=account, organisation=organisation, role=role, starts=BEGAN)
    return account


@pytest.fixture
def avery(firm: Any) -> Account:
    return _person("Avery Lindqvist", firm, Role.VOLUNTEER_ATTORNEY)


@pytest.fixture
def blair(home: Any) -> Account:
    return _person("Blair Okonkwo", home, Role.PRO_BONO_MANAGER)


@pytest.fixture
def casey(other_firm: Any) -> Account:
    return _person("Casey Marchetti", other_firm, Role.VOLUNTEER_ATTORNEY)


@pytest.fixture
def dana(home: Any) -> Account:
    return _person("Dana Wexler", home, Role.LEGAL_DIRECTOR)


@pytest.fixture
def pat(home: Any) -> Account:
    return _person("Pat Holloway", home, Role.PRIVACY_OFFICER)


@pytest.fixture
def elif_(home: Any) -> Account:
    return _person("Elif Sorensen", home, Role.IMMIGRATION_ATTORNEY)


@pytest.fixture
def frankie(home: Any) -> Account:
    return _person("Frankie Delgado", home, Role.COMMUNITY_ADVOCATE)


@pytest.fixture
def matter(avery: Account, frankie: Account) -> Matter:
    """Marisol's matter, with Avery and Frankie on its team, and no sheet yet."""
    marisol = add_client(by=None, name="Marisol Aranda Vega", code_name="Cedar Lantern 42")
    found = open_matter(by=None, client_id=marisol.pk, code_name=marisol.code_name)
    engage(by=None, matter=found, account=avery, role=Role.VOLUNTEER_ATTORNEY)
    engage(by=None, matter=found, account=frankie, role=Role.COMMUNITY_ADVOCATE)
    release_to(by=None, matter=found, account=avery)
    return found


@pytest.fixture
def with_sheet(matter: Matter, avery: Account) -> Matter:
    """The same matter after the sheet was read and screened."""
    record = importlib.import_module("probono.matters.services.record")
    screening = importlib.import_module("probono.matters.services.screening")
    record.add_sheet(by=avery, matter=matter, sheet=take_sheet(SHEET, "sheet.txt"))
    screening.screen_matter(by=avery, matter=matter)
    return matter


@pytest.fixture
def with_facts(with_sheet: Matter, avery: Account) -> Matter:
    """The same matter with all facts of the README's client."""
    demo = importlib.import_module("probono.matters.services.demo")
    toml = (ROOT / "demo" / "readme" / "FACTS.toml").read_text("utf-8")
    demo.load_facts(with_sheet, toml)
    return with_sheet


@pytest.fixture
def as_(db: None) -> Callable[[Account], Client]:
    """A browser in which somebody is signed in: `as_(avery).get(...)`."""

    def browser(account: Account) -> Client:
        client = Client(SERVER_NAME="localhost")
        answer = client.post("/demo-sign-in/", {"person": str(account.pk)})
        assert answer.status_code == 302, answer.content
        return client

    return browser


@pytest.fixture
def stranger(db: None) -> Client:
    """A browser in which nobody is signed in."""
    return Client(SERVER_NAME="localhost")


@pytest.fixture
def files_origin(db: None) -> Client:
    """A browser at the second origin, where no cookie of the site arrives."""
    return Client(SERVER_NAME="127.0.0.1")


@pytest.fixture
def urls(matter: Matter) -> SimpleNamespace:
    """The addresses of Marisol's matter."""
    base = f"/matters/{matter.pk}/"
    return SimpleNamespace(
        matter=base,
        record=f"{base}record/",
        findings=f"{base}findings/",
        facts=f"{base}facts/",
        packet=f"{base}packet/",
    )
