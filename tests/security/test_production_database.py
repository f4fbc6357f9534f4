"""S-36, the database's side: production asks the database when it starts, and names what is too weak."""

import dataclasses
from collections.abc import Callable
from typing import Any

import pytest
from django.core.exceptions import ImproperlyConfigured
from django.db import DatabaseError, connection

from probono.accounts import services
from probono.config.production import database_state, start
from probono.config.production.database_state import State, read_state, refuse_weak_database, weaknesses

pytestmark = pytest.mark.django_db
STRONG = State(
    version=150_018,
    encoding="UTF8",
    role_exists=True,
    role_may_all=False,
    login_may_all=False,
    login_may_switch=True,
    role_owns=False,
    role_makes_tables=False,
    role_rewrites_audit=False,
    audit_refuses=True,
    unguarded=(),
    durable=True,
    writes_statements=False,
    unmigrated=False,
    invented=False,
    passwords=False,
    docket=False,
)
WEAK: dict[str, tuple[dict[str, Any], str]] = {
    "an old server": ({"version": 140_012}, "too old"),
    "another encoding": ({"encoding": "LATIN1"}, "UTF8"),
    "no such role": ({"role_exists": False}, "no role"),
    "a role past the walls": ({"role_may_all": True}, "pass every wall"),
    "an owner past the walls": ({"login_may_all": True}, "administrator"),
    "an owner who cannot switch": ({"login_may_switch": False}, "grant it that role"),
    "an older version": ({"unmigrated": True}, "probono migrate"),
    "a role that owns": ({"role_owns": True}, "owns a table"),
    "a role that makes tables": ({"role_makes_tables": True}, "may make tables"),
    "a table without its wall": ({"unguarded": ("matters_factsheet",)}, "without row-level security"),
    "a role that rewrites the log": ({"role_rewrites_audit": True}, "change or empty the audit log"),
    "a log that can be changed": ({"audit_refuses": False}, "switched off"),
    "a server that forgets": ({"durable": False}, "may lose what it confirmed"),
    "a server that writes statements": ({"writes_statements": True}, "log_statement"),
    "invented people": ({"invented": True}, "invented people"),
    "invented matters": ({"docket": True}, "invented matters"),
    "a password": ({"passwords": True}, "has a password"),
}


@pytest.fixture
def tells() -> Callable[..., list[str]]:
    """What the real database is told to be wrong with, without what is true of every test's cluster."""

    def told(role: str) -> list[str]:
        durable = dataclasses.replace(read_state(role), durable=True)
        return list(weaknesses(durable))

    return told


@pytest.fixture
def role(settings: Any) -> str:
    return str(settings.DATABASE_APP_ROLE)


def _do(*statements: str) -> None:
    with connection.cursor() as cursor:
        for statement in statements:
            cursor.execute(statement)


def test_a_strong_database_is_not_refused() -> None:
    assert list(weaknesses(STRONG)) == []


@pytest.mark.parametrize("name", WEAK)
def test_a_weak_database_is_refused_in_a_sentence(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    change, sentence = WEAK[name]
    monkeypatch.setattr(database_state, "read_state", lambda role: dataclasses.replace(STRONG, **change))

    with pytest.raises(ImproperlyConfigured, match=sentence) as told:
        refuse_weak_database()

    assert "\n" not in str(told.value)


def test_the_tests_own_database_stands(role: str, tells: Callable[..., list[str]]) -> None:
    assert tells(role) == []


def test_a_role_that_is_not_there_is_found(role: str, tells: Callable[..., list[str]]) -> None:
    assert tells("nobody_here")[0].startswith("The database has no role")


def test_an_administrator_for_requests_is_found(role: str, tells: Callable[..., list[str]]) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT rolname FROM pg_roles WHERE rolsuper")
        administrator = cursor.fetchone()[0]

    assert any("pass every wall" in one for one in tells(administrator))


def test_the_owner_for_requests_is_found(role: str, tells: Callable[..., list[str]]) -> None:
    owner = connection.settings_dict["USER"]

    assert any("owns a table" in one for one in tells(owner))


@pytest.mark.parametrize(
    ("statement", "sentence"),
    [
        ("ALTER TABLE matters_factsheet DISABLE ROW LEVEL SECURITY", "without row-level security"),
        ("DROP POLICY walls_deny ON matters_factsheet", "without row-level security"),
        ("ALTER TABLE audit_entry DISABLE TRIGGER audit_append_only", "switched off"),
        ("GRANT UPDATE ON audit_entry TO {role}", "change or empty the audit log"),
        ("GRANT TRUNCATE ON audit_entry TO {role}", "change or empty the audit log"),
        ("DELETE FROM django_migrations WHERE app = 'matters'", "probono migrate"),
        ("CREATE TABLE own (id int); ALTER TABLE own OWNER TO {role}", "owns a table"),
    ],
)
def test_a_wall_that_was_taken_down_is_found(
    role: str, tells: Callable[..., list[str]], statement: str, sentence: str
) -> None:
    if "OWNER TO" in statement:
        _do(f"GRANT CREATE ON SCHEMA public TO {role}")
    _do(*statement.format(role=role).split("; "))

    assert any(sentence in one for one in tells(role))


def test_invented_people_passwords_and_matters_are_found(role: str, tells: Callable[..., list[str]]) -> None:
    account = services.add_account(email="joan@harbor-street.internal", name="Joan Abara")
    assert tells(role) == []

    account.set_password("a password")
    account.save()
    services.add_account(email="blair@ridgeline.example", name="Blair Okonkwo")
    services.add_organisation(name="Bramblewood & Finch LLP", kind="firm")

    assert [one.split(" ")[-1] for one in tells(role)] == ["own.", "own.", "it."]


def test_one_of_the_demo_s_people_is_found_whatever_her_address(role: str, tells: Callable[..., list[str]]) -> None:
    services.add_account(email="avery@harbor-street.internal", name="Avery Lindqvist", is_demo=True)

    assert any("invented people" in one for one in tells(role))


def test_a_database_that_does_not_answer_is_one_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    def gone(role: str) -> State:
        raise DatabaseError("password=secret")

    monkeypatch.setattr(database_state, "read_state", gone)

    with pytest.raises(ImproperlyConfigured, match="does not answer") as told:
        refuse_weak_database()
    assert "secret" not in str(told.value)


def test_production_asks_and_evaluation_does_not(settings: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = []
    monkeypatch.setattr(database_state, "refuse_weak_database", lambda: asked.append(1))

    start.check_before_start()
    assert asked == []
    settings.EVALUATION_MODE = False
    start.check_before_start()
    assert asked == [1]
