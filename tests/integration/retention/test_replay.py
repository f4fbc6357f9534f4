"""A restore: what the ledger knows as destroyed is destroyed again before the site starts."""

import shutil
from pathlib import Path
from typing import Any

import pytest
from django.core.exceptions import ImproperlyConfigured

from probono.config import retention_room
from probono.matters.models import Matter, RecordUpload
from probono.people.models import Client as Person
from probono.retention import ledger
from probono.retention.models import Keeping
from probono.retention.services import replay
from probono.retention.services.shred import shred
from probono.vault import keystore

pytestmark = [pytest.mark.django_db, pytest.mark.sqlite]


@pytest.fixture
def restored(ripe: Keeping, settings: Any, tmp_path: Path, django_db_blocker: Any) -> Keeping:
    """Destroyed, and then keystore, files and rows of the day before came back."""
    from django.db import transaction

    keystore.close()
    for folder in (settings.VAULT_KEYSTORE.parent, settings.VAULT_FILES):
        shutil.copytree(folder, tmp_path / "backup" / folder.name)
    point = transaction.savepoint()
    shred(matter_id=ripe.matter_id)
    transaction.savepoint_rollback(point)
    keystore.close()
    for folder in (settings.VAULT_KEYSTORE.parent, settings.VAULT_FILES):
        shutil.rmtree(folder)
        shutil.copytree(tmp_path / "backup" / folder.name, folder)
    assert keystore.fingerprint_of(str(ripe.matter_id))
    assert Person.objects.get(pk=ripe.client_id).name == "Marisol Aranda Vega"
    return ripe


def test_the_site_does_not_start_before_the_replay(restored: Keeping) -> None:
    with pytest.raises(ImproperlyConfigured, match="probono retention replay"):
        retention_room.refuse_unreplayed()

    assert retention_room.replay() == 0
    retention_room.refuse_unreplayed()


def test_what_was_destroyed_is_destroyed_again(restored: Keeping, settings: Any) -> None:
    files = list(RecordUpload.objects.filter(matter_id=restored.matter_id).values_list("file", flat=True))

    assert replay.replay() == 2

    assert not Matter.objects.exists()
    assert not Person.objects.exists()
    assert not Keeping.objects.exists()
    assert keystore.is_shredded(str(restored.matter_id))
    assert not [name for name in files if (settings.VAULT_FILES / name.hex[:2] / name.hex).exists()]
    assert replay.replay() == 0


def test_it_waits_for_a_rotation_anew(restored: Keeping) -> None:
    replay.replay()

    assert {line.mark for line in ledger.waiting()} == {
        keystore.mark_of(str(one)) for one in (restored.matter_id, restored.client_id)
    }


def test_a_keystore_alone_that_came_back_is_seen(ripe: Keeping, settings: Any, tmp_path: Path) -> None:
    keystore.close()
    shutil.copytree(settings.VAULT_KEYSTORE.parent, tmp_path / "backup")
    shred(matter_id=ripe.matter_id)
    keystore.close()
    shutil.rmtree(settings.VAULT_KEYSTORE.parent)
    shutil.copytree(tmp_path / "backup", settings.VAULT_KEYSTORE.parent)

    assert set(replay.unreplayed()) == {str(ripe.matter_id), str(ripe.client_id)}
    replay.replay()
    assert keystore.is_shredded(str(ripe.client_id))


def test_a_ledger_that_was_changed_stops_the_start_too(restored: Keeping, settings: Any) -> None:
    settings.SHRED_LEDGER.write_text(settings.SHRED_LEDGER.read_text().replace("begun", "BEGUN"))

    with pytest.raises(ImproperlyConfigured, match="not written by this site"):
        retention_room.refuse_unreplayed()


def test_without_a_destruction_there_is_nothing_to_replay(matter: Matter) -> None:
    assert replay.unreplayed() == []


def test_a_client_is_not_left_behind_when_a_destruction_was_cut_short(
    ripe: Keeping, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Killed after its rows were gone and before its client's turn; then a restore's replay instead of going on."""

    def stop(step: str) -> None:
        if step == "rows":
            raise InterruptedError

    monkeypatch.setattr("probono.retention.services.shred.at", stop)
    with pytest.raises(InterruptedError):
        shred(matter_id=ripe.matter_id)
    monkeypatch.undo()
    assert Person.objects.filter(pk=ripe.client_id).exists()

    replay.replay()

    assert not Person.objects.filter(pk=ripe.client_id).exists()
    assert keystore.is_shredded(str(ripe.client_id))
    assert {line.kind for line in ledger.waiting()} == {ledger.DESTROYED}
    assert len(ledger.waiting()) == 2
    assert replay.unreplayed() == []


def test_without_its_ledger_the_site_does_not_start(restored: Keeping, settings: Any) -> None:
    """Here the keystore is the one of today: it shows what the ledger lacks."""
    retention_room.replay()
    settings.SHRED_LEDGER.unlink()

    with pytest.raises(ImproperlyConfigured, match="lacks its end"):
        retention_room.refuse_unreplayed()
