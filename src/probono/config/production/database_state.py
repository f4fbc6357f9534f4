"""The database itself, asked when the site starts: whether its walls stand, and whether invented people are in it."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor

from probono.accounts.never_in_production import invented_people, organisations_named, people_with_passwords
from probono.accounts.policies_sql import guarded_models
from probono.config.demo import FIRM_NAMES
from probono.config.production.addresses import is_invented

NEWEST_TOO_OLD = 150_000


@dataclass(frozen=True, slots=True)
class State:
    """What the server says. `role` and `login` are the requests' role and the one that connects; names are tables."""

    version: int
    encoding: str
    role_exists: bool
    role_may_all: bool
    login_may_all: bool
    login_may_switch: bool
    role_owns: bool
    role_makes_tables: bool
    role_rewrites_audit: bool
    audit_refuses: bool
    unguarded: tuple[str, ...]
    durable: bool
    writes_statements: bool
    unmigrated: bool
    invented: bool
    passwords: bool
    docket: bool


def refuse_weak_database() -> None:
    """ImproperlyConfigured with the first weakness of the database, or when it does not answer."""
    try:
        found = read_state(settings.DATABASE_APP_ROLE)
    except DatabaseError as error:
        raise ImproperlyConfigured("The database does not answer, so the site does not start.") from error
    for sentence in weaknesses(found):
        raise ImproperlyConfigured(sentence)


def weaknesses(state: State) -> Iterator[str]:
    """What is wrong with the database, one sentence each."""
    said = (
        (state.version < NEWEST_TOO_OLD, "The database is too old: the site needs PostgreSQL 15 or newer."),
        (state.encoding != "UTF8", "The database's encoding must be UTF8: names would be damaged."),
        (not state.role_exists, "The database has no role of the name in DATABASE_APP_ROLE."),
        (state.role_may_all, "DATABASE_APP_ROLE may pass every wall (SUPERUSER or BYPASSRLS): take that from it."),
        (state.login_may_all, "DATABASE_URL connects as an administrator of the server: make an owner who is none."),
        (not state.login_may_switch, "The owner may not act as DATABASE_APP_ROLE: grant it that role."),
        (state.unmigrated, "The database is not of this version: run `probono migrate`."),
        (
            state.role_owns,
            "DATABASE_APP_ROLE owns a table, or is a member of the role that does: walls do not bind it.",
        ),
        (state.role_makes_tables, "DATABASE_APP_ROLE may make tables: take the right CREATE on the schema from it."),
        (bool(state.unguarded), "A table of clients' data stands without row-level security: run `probono migrate`."),
        (state.role_rewrites_audit, "DATABASE_APP_ROLE may change or empty the audit log: run `probono migrate`."),
        (not state.audit_refuses, "The audit log's refusal to be changed is switched off: switch its trigger on."),
        (not state.durable, "The database may lose what it confirmed: set fsync and full_page_writes to on."),
        (state.writes_statements, "The database writes statements into its log: set log_statement to none or ddl."),
        (state.invented, "The demo's invented people are in this database: production needs a database of its own."),
        (state.docket, "The demo's invented matters are in this database: production needs a database of its own."),
        (state.passwords, "An account has a password: nobody signs in with one here; remove it."),
    )
    return (sentence for weak, sentence in said if weak)


def read_state(role: str) -> State:
    """Asks the server. DatabaseError when it does not answer."""
    with connection.cursor() as cursor:
        ask = _Asker(cursor)
        roles = {row[0]: row[1] for row in ask.rows("SELECT rolname, rolsuper OR rolbypassrls FROM pg_roles")}
        login = ask.one("SELECT session_user")
        known = role in roles
        return State(
            version=int(ask.one("SHOW server_version_num")),
            encoding=ask.one("SHOW server_encoding"),
            role_exists=known,
            role_may_all=bool(roles.get(role)),
            login_may_all=bool(roles.get(login)),
            login_may_switch=known and ask.one("SELECT pg_has_role(session_user, %s, 'MEMBER')", role),
            role_owns=known and ask.one(_OWNS, role),
            role_makes_tables=known and ask.one("SELECT has_schema_privilege(%s, 'public', 'CREATE')", role),
            role_rewrites_audit=known and ask.one(_REWRITES, role),
            audit_refuses=ask.one(_TRIGGER),
            unguarded=tuple(sorted(_tables() - {row[0] for row in ask.rows(_GUARDED)})),
            durable=ask.one("SHOW fsync") == ask.one("SHOW full_page_writes") == "on",
            writes_statements=ask.one("SHOW log_statement") in ("mod", "all"),
            **_content(),
        )


def _content() -> dict[str, bool]:
    """What is in the tables; nothing of it can be asked before they are of this version."""
    executor = MigrationExecutor(connection)
    if executor.migration_plan(executor.loader.graph.leaf_nodes()):
        return {"unmigrated": True, "invented": False, "passwords": False, "docket": False}
    return {
        "unmigrated": False,
        "invented": invented_people(is_invented),
        "passwords": people_with_passwords(),
        "docket": organisations_named(FIRM_NAMES),
    }


def _tables() -> set[str]:
    return {model._meta.db_table for model in guarded_models()}


@dataclass(frozen=True, slots=True)
class _Asker:
    cursor: Any

    def one(self, statement: str, *values: str) -> Any:
        self.cursor.execute(statement, values or None)
        return self.cursor.fetchone()[0]

    def rows(self, statement: str) -> list[Any]:
        self.cursor.execute(statement)
        return list(self.cursor.fetchall())


_OWNS = """SELECT EXISTS (SELECT 1 FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
    WHERE n.nspname = 'public' AND c.relkind IN ('r', 'p') AND pg_has_role(%s, c.relowner, 'MEMBER'))"""
_REWRITES = """SELECT CASE WHEN to_regclass('public.audit_entry') IS NULL THEN false
    ELSE has_table_privilege(%s, 'audit_entry', 'UPDATE, DELETE, TRUNCATE') END"""
_TRIGGER = """SELECT EXISTS (SELECT 1 FROM pg_trigger
    WHERE tgname = 'audit_append_only' AND tgrelid = to_regclass('public.audit_entry') AND tgenabled IN ('O', 'A'))"""
_GUARDED = """SELECT c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
    WHERE n.nspname = 'public' AND c.relrowsecurity
    AND EXISTS (SELECT 1 FROM pg_policy p WHERE p.polrelid = c.oid AND NOT p.polpermissive)"""
