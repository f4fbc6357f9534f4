"""Destroying: everything of one matter and nothing of another, idempotent, certified only after a rotation."""

import base64
import datetime as dt
import re
import shutil
from pathlib import Path
from typing import Any

import pytest
from django.apps import apps
from django.conf import settings as django_settings
from django.contrib.sessions.models import Session
from django.core.exceptions import ImproperlyConfigured
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from probono.accounts.models import Account, ClientWindow, Grant, HeldForm
from probono.matters.models import FactSheet, Matter, RecordUpload
from probono.matters.services.opening import open_matter
from probono.matters.services.record import add_sheet
from probono.matters.services.sheet_taking import take_sheet
from probono.people.models import Client as Person
from probono.people.services import add_client
from probono.retention import ledger
from probono.retention.models import Keeping
from probono.retention.services import keep
from probono.retention.services.replay import replay
from probono.retention.services.shred import certify, shred
from probono.vault import files, keystore, root
from probono.vault.fields import scope_of
from probono.vault.keystore import ShreddedError
from tests.integration.conftest import SHEET
from tests.integration.retention.conftest import pass_days, requested

pytestmark = [pytest.mark.django_db, pytest.mark.sqlite]


@pytest.fixture
def another(avery: Account) -> Matter:
    """A matter of another client, which has to be whole afterwards."""
    rosa = add_client(by=None, name="Rosa Fictional", code_name="Teal Harbor 11")
    found = open_matter(by=None, client_id=rosa.pk, code_name=rosa.code_name)
    add_sheet(by=None, matter=found, sheet=take_sheet(SHEET, "other.txt"))
    return found


def _names(matter_id: Any) -> list[str]:
    """Every row of every table that names the matter or its client, by any column."""
    found = []
    for model in apps.get_models():
        for row in model._default_manager.values_list():
            if str(matter_id) in map(str, row):
                found.append(model.__name__)
    return found


def test_nothing_of_it_is_left(ripe: Keeping, another: Matter) -> None:
    matter_id, client_id = ripe.matter_id, ripe.client_id
    uploads = list(RecordUpload.objects.filter(matter_id=matter_id).values_list("file", flat=True))
    assert _names(matter_id)

    shred(matter_id=matter_id)

    assert _names(matter_id) == []
    assert _names(client_id) == []
    for name in uploads:
        with pytest.raises(FileNotFoundError):
            b"".join(files.stream(name, scope_of(another)))
    assert keystore.is_shredded(str(matter_id))
    assert keystore.is_shredded(str(client_id))


def test_another_client_s_file_is_whole(ripe: Keeping, another: Matter) -> None:
    shred(matter_id=ripe.matter_id)

    upload = RecordUpload.objects.get(matter=another)
    assert files.read(upload.file, scope_of(upload)) == SHEET
    assert Person.objects.get(pk=another.client_id).name == "Rosa Fictional"


def test_destroying_twice_changes_nothing(ripe: Keeping) -> None:
    shred(matter_id=ripe.matter_id)
    before = ledger.lines()
    shred(matter_id=ripe.matter_id)

    assert ledger.lines() == before


def test_a_client_with_another_matter_stays(ripe: Keeping, dana: Account, pat: Account) -> None:
    second = open_matter(by=None, client_id=ripe.client_id, code_name="Willow Gate 12")
    shred(matter_id=ripe.matter_id)

    assert Person.objects.get(pk=ripe.client_id).name == "Marisol Aranda Vega"
    assert Matter.objects.filter(pk=second.pk).exists()

    row = requested(dana, second)
    keep.approve(by=dana, keeping=row, role="LD")
    keep.approve(by=pat, keeping=row, role="PO")
    pass_days(15)
    shred(matter_id=second.pk)
    assert not Person.objects.filter(pk=ripe.client_id).exists()


def test_nothing_new_is_opened_for_a_client_who_is_gone(ripe: Keeping) -> None:
    shred(matter_id=ripe.matter_id)

    with pytest.raises(ShreddedError):
        open_matter(by=None, client_id=ripe.client_id, code_name="Willow Gate 12")


def test_jobs_sessions_windows_grants_and_held_forms_go_with_it(ripe: Keeping, avery: Account) -> None:
    matter_id = ripe.matter_id
    now = timezone.now()
    DBTaskResult.objects.create(
        task_path="probono.matters.jobs.build_packet",
        args_kwargs={"args": [], "kwargs": {"matter_id": str(matter_id)}},
        run_after=now,
        backend_name="default",
        queue_name="default",
    )
    Session.objects.create(session_key="past", session_data="MARKER", expire_date=now - dt.timedelta(days=1))
    HeldForm.objects.create(account=avery, sealed=b"x", until=now - dt.timedelta(days=1))
    ClientWindow.objects.create(
        matter_id=matter_id, opened_by=avery, phrase_mark="x", opened_at=now, until=now - dt.timedelta(days=1)
    )

    shred(matter_id=matter_id)

    assert not DBTaskResult.objects.exists()
    assert not Session.objects.filter(session_key="past").exists()
    assert not HeldForm.objects.exists()
    assert not ClientWindow.objects.exists()
    assert not Grant.objects.filter(matter_id=matter_id).exists()


def test_the_ledger_says_what_and_by_whom_and_nothing_of_whom(ripe: Keeping, dana: Account, pat: Account) -> None:
    fingerprint = keystore.fingerprint_of(str(ripe.matter_id))
    shred(matter_id=ripe.matter_id)

    first = ledger.lines()[0]
    assert (first.kind, first.fingerprint) == ("begun", fingerprint)
    assert first.approved == (str(dana.pk), str(pat.pk))
    assert first.count > 20
    assert re.fullmatch(r"\d{4}-\d{2}", first.month)
    text = django_settings.SHRED_LEDGER.read_text()
    for word in ("Cedar", "Marisol", str(ripe.matter_id), str(ripe.client_id), ripe.matter_id.hex):
        assert word not in text


def test_a_certificate_waits_for_a_rotation(ripe: Keeping) -> None:
    shred(matter_id=ripe.matter_id)
    assert ledger.certify() == 0
    assert len(ledger.waiting()) == 2  # the matter and its client

    keystore.rotate()

    assert ledger.certify() == 2
    assert ledger.waiting() == []
    assert ledger.certify() == 0


def _openable(thief: Path, settings: Any, matter_id: Any) -> bool:
    """Whether the copy of before gives up the destroyed key with the root keys that are here."""
    held = settings.VAULT_KEYSTORE
    keystore.close()
    settings.VAULT_KEYSTORE = thief / held.name
    try:
        return keystore.key_for(str(matter_id), "legal", make=False) is not None
    except ImproperlyConfigured:
        return False
    finally:
        keystore.close()
        settings.VAULT_KEYSTORE = held


def _copied(settings: Any, to: Path) -> Path:
    keystore.close()
    shutil.copytree(settings.VAULT_KEYSTORE.parent, to)
    return to


def test_nothing_is_certified_while_the_old_root_is_still_here(ripe: Keeping, settings: Any, tmp_path: Path) -> None:
    following = base64.b64encode(bytes([2] * 32)).decode()
    settings.VAULT_KEY = base64.b64encode(root.current()).decode()
    settings.VAULT_KEY_FILE.unlink()
    thief = _copied(settings, tmp_path / "thief")
    shred(matter_id=ripe.matter_id)
    settings.VAULT_KEY_NEXT = following
    keystore.rotate()

    assert _openable(thief, settings, ripe.matter_id)
    assert ledger.held_back_by() == ["PROBONO_VAULT_KEY"]
    assert certify() == 0

    settings.VAULT_KEY = following  # the next one may still be there: it is the same
    assert not _openable(thief, settings, ripe.matter_id)
    assert certify() == 2


def test_a_key_file_of_before_holds_a_certificate_back(ripe: Keeping, settings: Any) -> None:
    """It was an evaluation once; its root lies on this server still."""
    settings.VAULT_KEY = base64.b64encode(root.current()).decode()
    settings.VAULT_KEY_NEXT = base64.b64encode(bytes([2] * 32)).decode()
    shred(matter_id=ripe.matter_id)
    keystore.rotate()
    settings.VAULT_KEY, settings.VAULT_KEY_NEXT = settings.VAULT_KEY_NEXT, ""
    keystore.close()

    assert ledger.held_back_by() == ["vault.key"]
    assert certify() == 0


def test_a_crash_before_the_old_root_is_gone_certifies_nothing(
    ripe: Keeping, settings: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    thief = _copied(settings, tmp_path / "thief")
    shred(matter_id=ripe.matter_id)
    with monkeypatch.context() as patched:
        patched.setattr(root, "settle", lambda under: None)
        keystore.rotate()

    assert _openable(thief, settings, ripe.matter_id)
    assert certify() == 0

    keystore.rotate()
    assert not _openable(thief, settings, ripe.matter_id)
    assert certify() == 2


def test_a_crash_while_the_old_root_is_replaced_lets_no_rotation_stay_under_the_same(
    ripe: Keeping, settings: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patched:
        patched.setattr(Path, "unlink", _interrupted)
        with pytest.raises(InterruptedError):
            keystore.rotate()
    root.forget()
    thief = _copied(settings, tmp_path / "thief")
    shred(matter_id=ripe.matter_id)

    keystore.rotate()

    assert certify() == 2
    assert not _openable(thief, settings, ripe.matter_id)


def _interrupted(path: Path, **words: Any) -> None:
    raise InterruptedError


def test_a_restored_keystore_that_goes_back_to_a_known_root_certifies_nothing(
    ripe: Keeping, settings: Any, tmp_path: Path
) -> None:
    """The backup of before the last rotation comes back, and the root of after it is taken once more."""
    old, new = base64.b64encode(root.current()).decode(), base64.b64encode(bytes([2] * 32)).decode()
    settings.VAULT_KEY_FILE.unlink()
    settings.VAULT_KEY, settings.VAULT_KEY_NEXT = old, new
    backup = _copied(settings, tmp_path / "backup")
    keystore.rotate()
    settings.VAULT_KEY, settings.VAULT_KEY_NEXT = new, ""
    thief = _copied(settings, tmp_path / "thief")
    shred(matter_id=ripe.matter_id)
    keystore.close()
    shutil.rmtree(settings.VAULT_KEYSTORE.parent)
    shutil.copytree(backup, settings.VAULT_KEYSTORE.parent)
    settings.VAULT_KEY, settings.VAULT_KEY_NEXT = old, new
    replay()
    keystore.rotate()
    settings.VAULT_KEY, settings.VAULT_KEY_NEXT = new, ""

    assert _openable(thief, settings, ripe.matter_id)
    assert certify() == 0


def test_the_audit_log_s_handles_die_with_the_keys(ripe: Keeping) -> None:
    from probono.accounts.handles import handle_of

    before = handle_of(ripe.matter_id, ripe.matter_id)
    shred(matter_id=ripe.matter_id)

    assert handle_of(ripe.matter_id, ripe.matter_id) != before


def test_what_a_matter_held_does_not_open_from_a_copy_of_the_database(ripe: Keeping) -> None:
    from probono.vault.keys import UnknownKeyError

    sheet = FactSheet.objects.filter(matter_id=ripe.matter_id).defer(None).latest("number")
    shred(matter_id=ripe.matter_id)

    with pytest.raises(UnknownKeyError):
        _ = sheet.document
