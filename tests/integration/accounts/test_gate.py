"""The gate: what it does not let through does not exist for the asker."""

import datetime as dt
from typing import Any

import pytest
from django.db import IntegrityError, transaction
from django.http import Http404
from django.utils import timezone

from probono.accounts import gate, services
from probono.accounts.data_classes import ANY, DataClass, Verb
from probono.accounts.models import Grant
from probono.accounts.models.access import Basis
from probono.matters.models import FactSheet, Matter, PacketBuild, RecordUpload
from probono.people.models import Client

pytestmark = [pytest.mark.django_db, pytest.mark.sqlite]


def _sees(actor: Any, model: Any, matter: Matter, verb: str = Verb.READ) -> bool:
    return gate.visible(actor, model, verb).filter(pk__isnull=False).exists()


@pytest.fixture
def build(matter: Matter, avery: Any) -> PacketBuild:
    return PacketBuild.objects.create(matter=matter, made_by=avery, number=1)


def test_the_team_sees_its_matter(avery: Any, matter: Matter) -> None:
    assert gate.get(avery, Matter, matter.pk) == matter


def test_an_outsider_sees_no_matter(casey: Any, matter: Matter) -> None:
    assert not gate.visible(casey, Matter).exists()
    with pytest.raises(Http404):
        gate.get(casey, Matter, matter.pk)


def test_the_home_staff_sees_every_matter(blair: Any, matter: Matter) -> None:
    assert gate.get(blair, Matter, matter.pk) == matter


def test_to_know_that_it_exists_is_not_to_read_it(blair: Any, build: PacketBuild) -> None:
    assert not gate.visible(blair, PacketBuild).exists()
    assert gate.visible(blair, PacketBuild, Verb.EXISTS).exists()


def test_to_read_is_not_to_change(dana: Any, build: PacketBuild) -> None:
    assert gate.visible(dana, PacketBuild).exists()
    assert not gate.visible(dana, PacketBuild, Verb.WRITE).exists()


def test_the_advocate_does_not_reach_the_legal_file(frankie: Any, build: PacketBuild) -> None:
    assert not gate.visible(frankie, PacketBuild, Verb.EXISTS).exists()


def test_a_grant_on_one_matter_opens_no_other(avery: Any, matter: Matter) -> None:
    other = _other_matter()

    assert list(gate.visible(avery, Matter)) == [matter]
    with pytest.raises(Http404):
        gate.get(avery, Matter, other.pk)


def test_a_grant_on_one_matter_opens_no_other_of_the_same_client(avery: Any, matter: Matter) -> None:
    second = Matter.objects.create(client_id=matter.client_id, code_name="Cedar Lantern 43")

    assert not gate.can(avery, DataClass.RECORD, matter_id=second.pk, client_id=second.client_id)


def test_the_client_is_seen_by_her_team_only(avery: Any, casey: Any, matter: Matter) -> None:
    assert gate.visible(avery, Client).filter(pk=matter.client_id).exists()
    assert not gate.visible(casey, Client).exists()


@pytest.mark.parametrize("data_class", [ANY, DataClass.LEGAL_FILE])
def test_a_deny_wins_over_every_grant(dana: Any, matter: Matter, build: PacketBuild, data_class: str) -> None:
    services.deny(
        account=dana, data_class=data_class, basis=Basis.WALL, matter_id=matter.pk, client_id=matter.client_id
    )

    assert not gate.visible(dana, PacketBuild).exists()
    assert not gate.can(dana, DataClass.LEGAL_FILE, matter_id=matter.pk, client_id=matter.client_id)


def test_a_deny_of_the_client_covers_her_matters(dana: Any, matter: Matter, build: PacketBuild) -> None:
    services.deny(account=dana, data_class=ANY, basis=Basis.CLIENT_NO, client_id=matter.client_id)

    assert not gate.visible(dana, Matter).exists()
    assert not gate.visible(dana, PacketBuild).exists()
    assert not gate.visible(dana, Client).exists()


def test_a_deny_of_one_class_leaves_the_others(dana: Any, matter: Matter, build: PacketBuild) -> None:
    services.deny(account=dana, data_class=DataClass.FACTS, basis=Basis.WALL, matter_id=matter.pk)
    FactSheet.objects.create(matter=matter, number=1, document={})

    assert gate.visible(dana, PacketBuild).exists()
    assert not gate.visible(dana, FactSheet).exists()


def test_an_ended_grant_opens_nothing(avery: Any, matter: Matter) -> None:
    services.end_grants(account=avery, matter_id=matter.pk)

    assert not gate.visible(avery, Matter).exists()


def test_a_grant_that_has_not_begun_opens_nothing(casey: Any, matter: Matter) -> None:
    tomorrow = timezone.now() + dt.timedelta(days=1)
    Grant.objects.create(
        account=casey,
        matter_id=matter.pk,
        data_class=DataClass.RECORD,
        verb=Verb.READ,
        basis=Basis.RELEASE,
        starts=tomorrow,
    )

    assert not gate.visible(casey, Matter).exists()
    assert not gate.visible(casey, RecordUpload).exists()


def test_a_disabled_account_sees_nothing(blair: Any, matter: Matter) -> None:
    blair.is_active = False

    assert not gate.visible(blair, Matter).exists()
    assert not gate.can(blair, DataClass.RECORD, matter_id=matter.pk, client_id=matter.client_id)


def test_only_a_role_is_granted_on_everything(casey: Any) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        Grant.objects.create(
            account=casey, data_class=DataClass.RECORD, verb=Verb.READ, basis=Basis.ENGAGEMENT, starts=timezone.now()
        )


def test_engaging_twice_grants_once(avery: Any, matter: Matter) -> None:
    before = Grant.objects.filter(account=avery).count()

    services.engage(account=avery, role="VA", matter_id=matter.pk, client_id=matter.client_id)  # type: ignore[arg-type]

    assert Grant.objects.filter(account=avery).count() == before


def _other_matter() -> Matter:
    from probono.people.services import add_client

    rosa = add_client(by=None, name="Rosa Fictional", code_name="Teal Harbor 11")
    return Matter.objects.create(client_id=rosa.pk, code_name=rosa.code_name)
