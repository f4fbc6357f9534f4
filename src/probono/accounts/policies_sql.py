"""The second wall's text: functions and policies for PostgreSQL, written from the models' own `data_class` and `gate_paths`.

They are put up after every migration, so a new table of client data cannot come without its wall. The shape, subselects that
are evaluated once and compared with `= ANY (array)`, is the one that was measured (50 of 100,000 rows in 0.9 ms; a correlated
EXISTS took 8.5 ms).
"""

from collections.abc import Iterator
from typing import Any

# ruff: noqa: S608 (the text is made of this file's words and the models' own table names)
from django.apps import apps
from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.db import connections
from django.db.models import Model

from probono.accounts.data_classes import ANY, CARRIED_BY, OF_A_MATTER, Verb

_LIVE = "starts <= statement_timestamp() AND (until IS NULL OR until > statement_timestamp())"
_CARRIED = "CASE wanted " + " ".join(
    f"WHEN '{verb.value}' THEN ARRAY[{', '.join(repr(str(one)) for one in CARRIED_BY[verb])}]" for verb in Verb
) + " END"  # fmt: skip
_CLASSES = (
    f"(data_class = class OR (class = '{ANY}' AND data_class = ANY (ARRAY[{', '.join(map(repr, OF_A_MATTER))}])))"
)
_MINE = f"FROM accounts_grant WHERE account_id = walls_account() AND {_LIVE} AND {_CLASSES} AND verb = ANY ({_CARRIED})"
_AGAINST = f"FROM accounts_deny WHERE account_id = walls_account() AND {_LIVE} AND data_class IN (class, '{ANY}')"
_SEALED = (
    "FROM accounts_seal WHERE NOT EXISTS (SELECT 1 FROM accounts_sealopening AS opened WHERE seal_id = accounts_seal.id"
    " AND opened.account_id = walls_account() AND opened.until > statement_timestamp())"
)
_HEAD = "LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS"

FUNCTIONS = (
    f"""CREATE OR REPLACE FUNCTION walls_account() RETURNS uuid {_HEAD} $$
        SELECT id FROM accounts_account WHERE is_active AND id = nullif(current_setting('app.account', true), '')::uuid $$""",
    f"""CREATE OR REPLACE FUNCTION walls_machinery() RETURNS uuid {_HEAD} $$
        SELECT nullif(current_setting('app.matter', true), '')::uuid $$""",
    f"""CREATE OR REPLACE FUNCTION walls_everywhere(class text, wanted text) RETURNS boolean {_HEAD} $$
        SELECT EXISTS (SELECT 1 {_MINE} AND matter_id IS NULL AND client_id IS NULL) $$""",
    f"""CREATE OR REPLACE FUNCTION walls_matters(class text, wanted text) RETURNS uuid[] {_HEAD} $$
        SELECT ARRAY(SELECT matter_id {_MINE} AND matter_id IS NOT NULL) $$""",
    f"""CREATE OR REPLACE FUNCTION walls_clients(class text, wanted text) RETURNS uuid[] {_HEAD} $$
        SELECT ARRAY(SELECT client_id {_MINE} AND client_id IS NOT NULL) $$""",
    f"""CREATE OR REPLACE FUNCTION walls_denied_matters(class text) RETURNS uuid[] {_HEAD} $$
        SELECT ARRAY(SELECT matter_id {_AGAINST} AND matter_id IS NOT NULL) $$""",
    f"""CREATE OR REPLACE FUNCTION walls_denied_clients(class text) RETURNS uuid[] {_HEAD} $$
        SELECT ARRAY(SELECT client_id {_AGAINST} AND client_id IS NOT NULL) $$""",
    f"""CREATE OR REPLACE FUNCTION walls_sealed_matters() RETURNS uuid[] {_HEAD} $$
        SELECT ARRAY(SELECT matter_id {_SEALED} AND matter_id IS NOT NULL) $$""",
    f"""CREATE OR REPLACE FUNCTION walls_sealed_clients() RETURNS uuid[] {_HEAD} $$
        SELECT ARRAY(SELECT client_id {_SEALED} AND client_id IS NOT NULL) $$""",
)
_SUBJECTS = {"matter_id": "matters", "client_id": "clients"}


def guarded_models() -> list[type[Model]]:
    """Every model of client data: it declares its class and the columns that name its matter and its client."""
    found = [model for model in apps.get_models() if hasattr(model, "data_class") and hasattr(model, "gate_paths")]
    return sorted(found, key=lambda model: model._meta.db_table)


def install(sender: Any = None, using: str = "default", **more: Any) -> None:
    """Puts the wall up, whole, in one transaction; a receiver of `post_migrate`. Nothing to do on SQLite."""
    connection = connections[using]
    if connection.vendor != "postgresql":
        return
    with connection.cursor() as cursor:
        for statement in statements():
            cursor.execute(statement)
        if role := settings.DATABASE_APP_ROLE:
            cursor.execute("SELECT 1 FROM pg_roles WHERE rolname = %s", [role])
            if cursor.fetchone() is None:
                raise ImproperlyConfigured(
                    f"The database has no role {role}: an administrator makes it with CREATE ROLE {role} LOGIN."
                )
            for statement in _rights(connection.ops.quote_name(role)):
                cursor.execute(statement)


def statements() -> Iterator[str]:
    """The functions, then each table's policies."""
    yield from FUNCTIONS
    for model in guarded_models():
        yield from _denied_through(model)
        yield from _found_by(model)
        yield from _counted_by(model)
        yield from _policies(model)


def _policies(model: Any) -> Iterator[str]:
    table, paths = model._meta.db_table, dict(model.gate_paths)
    subject = next(iter(paths))
    column, key = _column(model, subject), f"'{model.data_class}'"
    machine = f"{_column(model, 'matter_id')} = (SELECT walls_machinery())" if "matter_id" in paths else "false"
    yield f"ALTER TABLE {table} ENABLE ROW LEVEL SECURITY"
    for name in ("allow_read", "allow_add", "allow_change", "allow_remove", "deny"):
        yield f"DROP POLICY IF EXISTS walls_{name} ON {table}"

    def may(verb: Verb) -> str:
        mine = f"{column} = ANY ((SELECT walls_{_SUBJECTS[subject]}({key}, '{verb.value}'))::uuid[])"
        return f"((SELECT walls_everywhere({key}, '{verb.value}')) OR {mine} OR {machine})"

    # a row without a class of its own is shown to whoever may know that its matter exists, as the gate does
    read, write = may(Verb.EXISTS if model.data_class == ANY else Verb.READ), may(Verb.WRITE)
    yield f"CREATE POLICY walls_allow_read ON {table} FOR SELECT USING ({read})"
    yield f"CREATE POLICY walls_allow_add ON {table} FOR INSERT WITH CHECK ({write})"
    yield f"CREATE POLICY walls_allow_change ON {table} FOR UPDATE USING ({write}) WITH CHECK ({write})"
    yield f"CREATE POLICY walls_allow_remove ON {table} FOR DELETE USING ({write})"
    reached = [_denied(model, one, key) for one in paths]
    if not getattr(model, "outside_seals", False):
        reached.append(f"{column} = ANY ((SELECT walls_sealed_{_SUBJECTS[subject]}())::uuid[])")
    against = " OR ".join(reached)
    yield f"CREATE POLICY walls_deny ON {table} AS RESTRICTIVE FOR ALL USING (NOT ({against}) OR {machine})"


def _denied(model: Any, subject: str, key: str) -> str:
    """Whether a deny of the subject reaches the row; through its matter where the row does not name the client itself."""
    path = model.gate_paths[subject]
    if "__" not in path:
        return f"{_column(model, subject)} = ANY ((SELECT walls_denied_{_SUBJECTS[subject]}({key}))::uuid[])"
    through = model._meta.get_field(path.split("__")[0])
    table = through.related_model._meta.db_table
    return f"{through.column} = ANY ((SELECT walls_denied_{_SUBJECTS[subject]}_{table}({key}))::uuid[])"


def _denied_through(model: Any) -> Iterator[str]:
    """For a row that names its client through another table: the function that knows which rows of it a deny reaches."""
    for subject, path in model.gate_paths.items():
        if "__" in path:
            first, last = path.split("__")
            other = model._meta.get_field(first).related_model
            table, column = other._meta.db_table, other._meta.get_field(last).column
            denied = f"walls_denied_{_SUBJECTS[subject]}"
            yield (
                f"CREATE OR REPLACE FUNCTION {denied}_{table}(class text) RETURNS uuid[] {_HEAD} $$"
                f" SELECT ARRAY(SELECT id FROM {table} WHERE {column} = ANY ({denied}(class))) $$"
            )


def _found_by(model: Any) -> Iterator[str]:
    """For a model that may be asked for by name in an emergency: its id and its client's, whoever signed in may ask."""
    if name := getattr(model, "found_by", ""):
        table, column = model._meta.db_table, model._meta.get_field(name).column
        yield (
            f"CREATE OR REPLACE FUNCTION walls_find_{table}(called text) RETURNS uuid[] {_HEAD} $$"
            f" SELECT ARRAY[id, client_id] FROM {table} WHERE {column} = called AND walls_account() IS NOT NULL LIMIT 1 $$"
        )


def _counted_by(model: Any) -> Iterator[str]:
    """For a model whose waiting rows are counted past the wall: how many there are, and nothing of any of them."""
    if name := getattr(model, "counted_by", ""):
        table, column = model._meta.db_table, model._meta.get_field(name).column
        waits = model._meta.get_field(model.waits_for).column
        yield (
            f"CREATE OR REPLACE FUNCTION walls_waiting_{table}(counted uuid) RETURNS bigint {_HEAD} $$"
            f" SELECT count(*) FROM {table} WHERE {column} = counted AND {waits} IS NULL AND walls_account() IS NOT NULL $$"
        )


def _column(model: Any, subject: str) -> str:
    """The row's own column of a subject, whether the path names the column or the foreign key behind it."""
    path = model.gate_paths[subject]
    found = next(one for one in model._meta.fields if path in (one.name, one.attname))
    return str(found.column)


def _rights(role: str) -> Iterator[str]:
    """What the requests' role may do: rows, never tables; and of the audit log, only read and add."""
    yield f"GRANT USAGE ON SCHEMA public TO {role}"
    yield f"GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO {role}"
    yield f"GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA public TO {role}"
    yield f"REVOKE UPDATE, DELETE ON audit_entry FROM {role}"
    yield f"REVOKE INSERT, UPDATE, DELETE ON django_migrations FROM {role}"
    yield f"GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA public TO {role}"
