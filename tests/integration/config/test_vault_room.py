"""`probono vault` tells counts and names, and what to do next."""

from pathlib import Path
from typing import Any

import pytest
from django.core.exceptions import ImproperlyConfigured

from probono.config import vault_room
from probono.matters.models import Matter, RecordUpload
from probono.vault import files, keystore
from probono.vault.uploads.verdicts import Rescan


def test_status_tells_counts_and_no_subject(capsys: pytest.CaptureFixture[str]) -> None:
    keystore.make_keys("a-client")
    keystore.shred("another")

    assert vault_room.status() == 0

    told = capsys.readouterr().out
    assert "Epoch 1" in told
    assert "5 keys, 1 subjects destroyed" in told  # four of the client and the program's own
    assert "a-client" not in told


def test_rotate_says_what_to_do_with_the_keys(capsys: pytest.CaptureFixture[str], settings: Any) -> None:
    assert vault_room.rotate() == 0
    assert "Epoch 2" in capsys.readouterr().out

    settings.VAULT_KEY_NEXT = "AQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQE="
    vault_room.rotate()
    assert "destroy the old key" in capsys.readouterr().out


@pytest.mark.django_db
def test_sweep_tells_of_a_missing_file(capsys: pytest.CaptureFixture[str], with_sheet: Matter) -> None:
    assert vault_room.sweep() == 0

    files.remove(RecordUpload.objects.get().file)

    assert vault_room.sweep() == 1
    assert "1 files that rows name are missing" in capsys.readouterr().out


@pytest.mark.django_db
def test_sweep_tells_of_a_missing_file_where_files_are_scanned_too(
    capsys: pytest.CaptureFixture[str], with_sheet: Matter, settings: Any
) -> None:
    settings.CLAMD = "/nowhere"
    files.remove(RecordUpload.objects.get().file)

    assert vault_room.sweep() == 1

    told = capsys.readouterr().out
    assert "1 files that rows name are missing" in told
    assert "1 files are still not scanned" in told


@pytest.mark.django_db
def test_a_file_whose_keys_are_destroyed_stops_no_scan(
    capsys: pytest.CaptureFixture[str], with_sheet: Matter, settings: Any
) -> None:
    settings.CLAMD = "/nowhere"
    keystore.shred(str(with_sheet.pk))

    assert vault_room.sweep() == 0
    assert "1 files are still not scanned" in capsys.readouterr().out


@pytest.mark.django_db
def test_sweep_tells_the_operator_of_an_infected_file(
    capsys: pytest.CaptureFixture[str], settings: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings.CLAMD = "/nowhere"
    monkeypatch.setattr(vault_room, "scan_again", lambda: Rescan(infected=2, left=0))

    assert vault_room.sweep() == 0

    told = capsys.readouterr().out
    assert "2 files that were taken before they could be scanned are infected" in told
    assert "0 files are still not scanned" in told


def test_a_folder_of_an_earlier_version_is_refused_in_a_sentence(settings: Any, tmp_path: Path) -> None:
    settings.VAR = tmp_path
    vault_room.refuse_older_folder()
    (tmp_path / "probono.sqlite3").touch()
    settings.VAULT_KEY_FILE.parent.mkdir(parents=True)
    settings.VAULT_KEY_FILE.touch()

    with pytest.raises(ImproperlyConfigured, match="earlier version"):
        vault_room.refuse_older_folder()
