"""`probono retention shred`: one file that fails stops no other, and what is said is true."""

from typing import Any
from uuid import UUID

import pytest

from probono.config import retention_room
from probono.matters.services.opening import open_matter
from probono.people.services import add_client
from probono.retention import ledger
from probono.retention.models import Keeping
from probono.retention.services import keep, shred
from probono.vault import keystore
from tests.integration.retention.conftest import pass_days, requested

pytestmark = [pytest.mark.django_db, pytest.mark.sqlite]


@pytest.fixture
def second(ripe: Keeping, dana: Any, pat: Any) -> Keeping:
    """Another client's file, which was asked for later and is ripe as well."""
    rosa = add_client(by=None, name="Rosa Fictional", code_name="Teal Harbor 11")
    row = requested(dana, open_matter(by=None, client_id=rosa.pk, code_name=rosa.code_name))
    keep.approve(by=dana, keeping=row, role="LD")
    keep.approve(by=pat, keeping=row, role="PO")
    pass_days(15)
    return Keeping.objects.get(pk=row.pk)


def _failing(monkeypatch: pytest.MonkeyPatch, matter_id: UUID, error: Exception) -> None:
    whole = shred.destroy_matter

    def broken(one: UUID, **words: Any) -> None:
        if one == matter_id:
            raise error
        whole(one, **words)

    monkeypatch.setattr(shred, "destroy_matter", broken)


def test_a_file_that_cannot_be_removed_stops_no_other(
    ripe: Keeping,
    second: Keeping,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    _failing(monkeypatch, ripe.matter_id, PermissionError(13, "Permission denied"))

    assert retention_room.shred() == retention_room.FAILED

    told = capsys.readouterr()
    assert keystore.is_shredded(str(second.matter_id))
    assert not keystore.is_shredded(str(ripe.matter_id))
    assert told.out.startswith("1 destroyed, ")
    assert "1 could not be destroyed to the end" in told.err
    assert "ledger" not in told.err

    monkeypatch.undo()
    assert retention_room.shred() == retention_room.DONE
    assert keystore.is_shredded(str(ripe.matter_id))


def test_a_ledger_that_takes_no_line_is_named_and_nothing_is_destroyed(
    ripe: Keeping,
    second: Keeping,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    def full(*words: Any) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(ledger, "append_line", full)

    assert retention_room.shred() == retention_room.BAD_LEDGER
    assert "The shred ledger cannot be used: no space left on device." in capsys.readouterr().err
    assert not keystore.is_shredded(str(ripe.matter_id))


def test_copies_that_cannot_be_removed_hold_no_certificate_back(
    ripe: Keeping, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def broken(now: Any) -> int:
        raise PermissionError(13, "Permission denied")

    shred.shred(matter_id=ripe.matter_id)
    keystore.rotate()
    monkeypatch.setattr(retention_room, "drop_old", broken)

    assert retention_room.shred() == retention_room.FAILED
    told = capsys.readouterr()
    assert "2 certified" in told.out
    assert "Copies for clients" in told.err


def test_why_nothing_is_certified_is_said(
    ripe: Keeping, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert retention_room.shred() == retention_room.DONE
    assert "after the next rotation" in capsys.readouterr().out

    with monkeypatch.context() as patched:
        patched.setattr("probono.vault.root.settle", lambda under: None)
        keystore.rotate()
    assert retention_room.shred() == retention_room.DONE
    assert "an old root key is still here (vault.key)" in capsys.readouterr().out
