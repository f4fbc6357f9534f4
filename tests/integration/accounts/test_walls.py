"""The second wall: what PostgreSQL itself refuses, whatever the site's own code asks for."""

import datetime as dt
from typing import Any

import pytest
from django.conf import settings
from django.db import DatabaseError, connection, transaction
from django.utils import timezone

from probono.accounts import policies_sql, services, walls
from probono.accounts.data_classes import ANY, DataClass, Verb
from probono.accounts.models import Grant
from probono.accounts.models.access import Basis
from probono.matters.models import FactSheet, Matter, PacketBuild, RecordUpload
from probono.people.models import Client

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.skipif("postgresql" not in settings.DATABASES["default"]["ENGINE"], reason="SQLite has no second wall"),
]


@pytest.fixture
def build(matter: Matter, avery: Any) -> PacketBuild:
    return PacketBuild.objects.create(matter=matter, made_by=avery, number=1)


def _raw(table: str) -> int:
    """A query past the gate, as somebody would write it who forgot it."""
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT count(*) FROM {table}")
        return int(cursor.fetchone()[0])


def test_the_requests_role_owns_nothing_and_bypasses_nothing(avery: Any, matter: Matter) -> None:
    with walls.acting(avery), connection.cursor() as cursor:
        cursor.execute("SELECT rolsuper, rolbypassrls FROM pg_roles WHERE rolname = current_user")
        assert cursor.fetchone() == (False, False)
        cursor.execute("SELECT count(*) FROM pg_tables WHERE tableowner = current_user")
        assert cursor.fetchone() == (0,)


@pytest.mark.parametrize("model", policies_sql.guarded_models(), ids=lambda model: model._meta.db_table)
def test_every_table_of_client_data_has_its_wall(model: Any, db: None) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT relrowsecurity FROM pg_class WHERE relname = %s", [model._meta.db_table])
        assert cursor.fetchone() == (True,)
        cursor.execute("SELECT count(*) FROM pg_policies WHERE tablename = %s", [model._meta.db_table])
        assert cursor.fetchone() == (5,)


def test_a_query_past_the_gate_returns_no_foreign_row(avery: Any, casey: Any, build: PacketBuild) -> None:
    tables = ("matters_packetbuild", "matters_matter", "people_client")
    with walls.acting(avery):
        assert [_raw(table) for table in tables] == [1, 1, 1]
    with walls.acting(casey):
        assert [_raw(table) for table in tables] == [0, 0, 0]


def test_without_an_account_there_is_no_row(matter: Matter) -> None:
    with transaction.atomic():
        with connection.cursor() as cursor:
            cursor.execute("SELECT set_config('role', %s, true)", [settings.DATABASE_APP_ROLE])
        assert _raw("matters_matter") == 0
        transaction.set_rollback(True)


def test_a_disabled_account_finds_no_row(blair: Any, matter: Matter) -> None:
    blair.is_active = False
    blair.save()

    with walls.acting(blair):
        assert _raw("matters_matter") == 0


def test_it_knows_the_class_and_the_verb(blair: Any, dana: Any, build: PacketBuild) -> None:
    with walls.acting(blair):  # the manager knows that the legal file exists, and may not read it
        assert _raw("matters_packetbuild") == 0
    with walls.acting(dana):  # the legal director reads it, and may not change it
        assert _raw("matters_packetbuild") == 1
        assert PacketBuild.objects.update(progress=3) == 0


def test_a_row_of_another_matter_cannot_be_added(casey: Any, matter: Matter) -> None:
    with pytest.raises(DatabaseError), walls.acting(casey):
        FactSheet.objects.create(matter=matter, number=1, document={})


@pytest.mark.parametrize("data_class", [ANY, DataClass.LEGAL_FILE])
@pytest.mark.parametrize("by_client", [True, False])
def test_a_deny_wins_there_too(dana: Any, build: PacketBuild, data_class: str, by_client: bool) -> None:
    whom = {"client_id": build.matter.client_id} if by_client else {"matter_id": build.matter_id}
    services.deny(account=dana, data_class=data_class, basis=Basis.WALL, **whom)

    with walls.acting(dana):
        assert _raw("matters_packetbuild") == 0
        assert _raw("matters_matter") == (0 if data_class == ANY else 1)


def test_a_grant_opens_only_between_its_days(casey: Any, matter: Matter) -> None:
    RecordUpload.objects.create(matter=matter, kind="text", name="sheet.txt", size=1, pages=1, source_hash="x")
    now, hour = timezone.now(), dt.timedelta(hours=1)
    grant = Grant.objects.create(
        account=casey, matter_id=matter.pk, client_id=matter.client_id, data_class=DataClass.RECORD, verb=Verb.READ,
        basis=Basis.RELEASE, starts=now + hour,
    )  # fmt: skip
    counts = []
    for starts, until in ((now + hour, None), (now - hour, None), (now - 2 * hour, now - hour)):
        Grant.objects.filter(pk=grant.pk).update(starts=starts, until=until)
        with walls.acting(casey):
            counts.append(_raw("matters_recordupload"))

    assert counts == [0, 1, 0]


def test_impact_figures_tell_of_no_matter(casey: Any, matter: Matter) -> None:
    Grant.objects.create(
        account=casey, data_class=DataClass.IMPACT_PERSON, verb=Verb.READ, basis=Basis.ROLE, starts=timezone.now()
    )

    with walls.acting(casey):
        assert _raw("matters_matter") == 0


def test_the_machinery_sees_one_matter(casey: Any, matter: Matter, build: PacketBuild) -> None:
    other = Matter.objects.create(client=Client.objects.create(code_name="Teal 1", name="Rosa"), code_name="Teal 1")

    with walls.acting(casey):
        with walls.machinery(matter.pk):
            assert list(Matter.objects.all()) == [matter]
            assert _raw("matters_packetbuild") == 1
        assert _raw("matters_matter") == 0
    assert Matter.objects.filter(pk=other.pk).exists()


def test_what_was_set_ends_with_the_block(avery: Any, matter: Matter) -> None:
    with walls.acting(avery):
        assert walls.guarded()
    with connection.cursor() as cursor:
        cursor.execute("SELECT current_user = session_user, current_setting('app.account', true)")
        assert cursor.fetchone() == (True, "")
    assert not walls.guarded()


def test_it_ends_after_a_failure_too(avery: Any, matter: Matter) -> None:
    with pytest.raises(ZeroDivisionError), walls.acting(avery):
        raise ZeroDivisionError
    with connection.cursor() as cursor:
        cursor.execute("SELECT current_user = session_user, coalesce(current_setting('app.account', true), '')")
        assert cursor.fetchone() == (True, "")


def test_the_audit_log_takes_no_change_from_the_requests_role(avery: Any, matter: Matter) -> None:
    for verb in ("UPDATE audit_entry SET actor = NULL", "DELETE FROM audit_entry"):
        with pytest.raises(DatabaseError), walls.acting(avery), connection.cursor() as cursor:
            cursor.execute(verb)
