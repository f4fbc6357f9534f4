"""The keystore: what is destroyed does not open, what survives does, and a stolen copy is worth nothing after a rotation."""

import base64
import shutil
import sqlite3
import stat
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.core.exceptions import ImproperlyConfigured

from probono.vault import keystore, root
from probono.vault.cipher import seal, unseal
from probono.vault.compartments import CONTACT, IMMIGRATION, LEGAL, OF_A_CLIENT, SOCIAL, compartment_of
from probono.vault.keys import Scope, UnknownKeyError, mark, sealing_key
from probono.vault.keystore import ShreddedError

SCOPE = Scope("a-client", "D4")
OTHER = Scope("another-client", "D4")


def _seal(scope: Scope = SCOPE) -> bytes:
    return seal(b"MARKER words", place="t:c:1", scope=scope)


def _open(sealed: bytes, scope: Scope = SCOPE) -> bytes:
    return unseal(sealed, place="t:c:1", scope=scope)


def _bytes_of(settings: Any) -> bytes:
    """Everything that lies beside the keystore's file: its log and its index too."""
    return b"".join(path.read_bytes() for path in sorted(settings.VAULT_KEYSTORE.parent.iterdir()))


def _wrapped(settings: Any, subject: str) -> list[bytes]:
    with sqlite3.connect(settings.VAULT_KEYSTORE) as connection:
        found = connection.execute("SELECT wrapped FROM key WHERE subject = ?", [subject]).fetchall()
    connection.close()
    return [row[0] for row in found]


def test_only_its_owner_reads_it(settings: Any) -> None:
    _seal()

    assert stat.S_IMODE(settings.VAULT_KEYSTORE.stat().st_mode) == 0o600


def test_it_lies_apart_from_the_root_key_and_holds_no_key_in_the_open(settings: Any) -> None:
    key = sealing_key(SCOPE).secret
    inner = keystore.key_for("a-client", LEGAL, make=False)

    assert settings.VAULT_KEYSTORE.parent != settings.VAULT_KEY_FILE.parent
    assert inner is not None
    for secret in (key, inner, root.current()):
        assert secret not in _bytes_of(settings)


@pytest.mark.parametrize(
    ("label", "compartment"),
    [
        ("D4", LEGAL),
        ("D6", LEGAL),
        ("D3", CONTACT),
        ("D20", CONTACT),
        ("D7", IMMIGRATION),
        ("D8", SOCIAL),
        ("D9", SOCIAL),
    ],
)
def test_a_class_has_its_compartment(label: str, compartment: str) -> None:
    assert compartment_of("a-client", label) == compartment


def test_every_compartment_has_a_key_of_its_own() -> None:
    keystore.make_keys("a-client")

    assert len({keystore.key_for("a-client", one, make=False) for one in OF_A_CLIENT}) == len(OF_A_CLIENT)


def test_asking_makes_no_key_for_an_id_that_was_only_typed() -> None:
    mark(b"x", Scope("typed", "audit"))

    assert keystore.key_for("typed", LEGAL, make=False) is None


def test_what_is_shredded_does_not_open_and_is_not_sealed_again() -> None:
    sealed, kept = _seal(), _seal(OTHER)

    assert keystore.shred("a-client") == 1

    with pytest.raises(UnknownKeyError):
        _open(sealed)
    with pytest.raises(ShreddedError):
        _seal()
    assert _open(kept, OTHER) == b"MARKER words"
    assert keystore.is_shredded("a-client")
    assert not keystore.is_shredded("another-client")


def test_shredding_twice_is_no_harm() -> None:
    _seal()

    assert [keystore.shred("a-client"), keystore.shred("a-client")] == [1, 0]


def test_the_wrapped_key_is_gone_from_the_file_and_its_log(settings: Any) -> None:
    _seal()
    (wrapped,) = _wrapped(settings, "a-client")
    assert wrapped in _bytes_of(settings)

    keystore.shred("a-client")

    assert wrapped not in _bytes_of(settings)
    assert b"a-client" not in _bytes_of(settings)


def test_another_process_s_shred_is_seen_at_once() -> None:
    """A connection of its own stands for the other process."""
    sealed = _seal()
    assert _open(sealed)

    other = threading.Thread(target=lambda: (keystore.shred("a-client"), keystore.close()))
    other.start()
    other.join()

    with pytest.raises(UnknownKeyError):
        _open(sealed)


def test_everything_that_survives_opens_after_a_rotation(settings: Any) -> None:
    sealed, kept = _seal(), _seal(Scope("program", "audit chain"))
    before = keystore.state()

    after = keystore.rotate()

    assert (after.epoch, after.keys) == (before.epoch + 1, before.keys)
    assert after.root != before.root
    assert _open(sealed) == b"MARKER words"
    assert _open(kept, Scope("program", "audit chain")) == b"MARKER words"


def test_a_stray_copy_opens_nothing_once_the_old_root_is_gone(settings: Any, tmp_path: Path) -> None:
    """The thief has a keystore from before the shred, and even the root of today."""
    sealed = _seal()
    stray = tmp_path / "stray.sqlite3"
    shutil.copy(settings.VAULT_KEYSTORE, stray)
    shutil.copy(f"{settings.VAULT_KEYSTORE}-wal", f"{stray}-wal")
    keystore.shred("a-client")
    keystore.rotate()

    settings.VAULT_KEYSTORE = stray
    with pytest.raises(ImproperlyConfigured):
        _open(sealed)


def test_a_wrapped_key_of_before_does_not_open_under_the_organisation_key_of_today(settings: Any) -> None:
    """Not even when somebody puts the old row back into the keystore of today."""
    _seal()
    (wrapped,) = _wrapped(settings, "a-client")
    keystore.shred("a-client")
    keystore.rotate()
    keystore.close()
    with sqlite3.connect(settings.VAULT_KEYSTORE) as connection:
        connection.execute("INSERT INTO key VALUES ('a-client', 'legal', ?)", [wrapped])
    connection.close()

    with pytest.raises(ImproperlyConfigured):
        keystore.key_for("a-client", LEGAL, make=False)


def test_a_key_put_in_another_client_s_place_does_not_open(settings: Any) -> None:
    _seal()
    _seal(OTHER)
    (wrapped,) = _wrapped(settings, "a-client")
    keystore.close()
    with sqlite3.connect(settings.VAULT_KEYSTORE) as connection:
        connection.execute("UPDATE key SET wrapped = ? WHERE subject = 'another-client'", [wrapped])
    connection.close()

    with pytest.raises(ImproperlyConfigured):
        keystore.key_for("another-client", LEGAL, make=False)


@pytest.mark.parametrize("point", ["prepare_next", "settle"])
def test_a_rotation_that_breaks_leaves_a_keystore_that_opens(monkeypatch: pytest.MonkeyPatch, point: str) -> None:
    sealed = _seal()
    whole = getattr(root, point)

    def broken(under: str) -> None:
        if point == "prepare_next":
            whole(under)
        raise KeyboardInterrupt

    monkeypatch.setattr(root, point, broken)
    with pytest.raises(KeyboardInterrupt):
        keystore.rotate()
    monkeypatch.undo()
    keystore.close()
    root.forget()

    assert _open(sealed) == b"MARKER words"
    before = keystore.state().root
    assert keystore.rotate().root != before
    assert _open(sealed) == b"MARKER words"
    assert root.others(keystore.state().root) == []


def test_a_rotation_goes_to_no_root_that_was_used_before(settings: Any) -> None:
    first, second = (base64.b64encode(bytes([number] * 32)).decode() for number in (1, 2))
    settings.VAULT_KEY, settings.VAULT_KEY_NEXT = first, second
    sealed = _seal()
    before = keystore.rotate()

    for key, following in ((first, second), (second, second), (second, first)):
        settings.VAULT_KEY, settings.VAULT_KEY_NEXT = key, following
        keystore.close()
        with pytest.raises(ImproperlyConfigured, match="used before"):
            keystore.rotate()

    assert keystore.state() == before
    assert _open(sealed) == b"MARKER words"


def _elsewhere(act: Callable[[], Any]) -> None:
    """A thread has a connection of its own, as another process has."""
    thread = threading.Thread(target=lambda: (act(), keystore.close()))
    thread.start()
    thread.join()


def test_two_rotations_at_once_are_two_rotations() -> None:
    sealed = _seal()
    threads = [threading.Thread(target=lambda: (keystore.rotate(), keystore.close())) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    root.forget()
    keystore.close()

    assert keystore.state().epoch == 5
    assert _open(sealed) == b"MARKER words"


def test_a_key_is_read_while_the_keystore_is_rotated(monkeypatch: pytest.MonkeyPatch) -> None:
    keystore.make_keys("a-client")
    keystore.close()
    whole, done = root.named, []

    def late(name: str) -> bytes:
        if not done:
            done.append(name)
            _elsewhere(keystore.rotate)
        return whole(name)

    monkeypatch.setattr(root, "named", late)

    assert keystore.key_for("a-client", LEGAL, make=False)


def test_a_process_that_runs_on_sees_that_another_changed_the_root(
    monkeypatch: pytest.MonkeyPatch, settings: Any
) -> None:
    sealed = _seal()
    with monkeypatch.context() as patched:
        patched.setattr(root, "forget", lambda: None)  # it was forgotten in the other process alone
        _elsewhere(keystore.rotate)

    assert _open(sealed) == b"MARKER words"


def test_no_key_is_made_for_a_subject_that_is_destroyed_meanwhile(monkeypatch: pytest.MonkeyPatch) -> None:
    """Another process destroys it after this one has looked, and before it has its turn to write."""
    whole, done = keystore._writing, []

    def late(connection: sqlite3.Connection) -> Any:
        if not done:
            done.append(1)
            _elsewhere(lambda: keystore.shred("a-client"))
        return whole(connection)

    keystore.mark_of("a-client")
    monkeypatch.setattr(keystore, "_writing", late)

    with pytest.raises(ShreddedError):
        _seal()
    assert keystore.subjects() == []


def test_production_rotates_to_the_key_it_is_given(settings: Any) -> None:
    first, second = (base64.b64encode(bytes([number] * 32)).decode() for number in (1, 2))
    settings.VAULT_KEY = first
    sealed = _seal()
    with pytest.raises(ImproperlyConfigured, match="PROBONO_VAULT_KEY_NEXT"):
        keystore.rotate()
    settings.VAULT_KEY_NEXT = second

    keystore.rotate()

    assert _open(sealed)  # both are still in the environment
    settings.VAULT_KEY, settings.VAULT_KEY_NEXT = second, ""
    keystore.close()
    assert _open(sealed)
    settings.VAULT_KEY = first
    keystore.close()
    with pytest.raises(ImproperlyConfigured, match="another root key"):
        _open(sealed)


def test_two_threads_make_one_key() -> None:
    found: list[bytes | None] = []

    def make() -> None:
        found.append(keystore.key_for("a-client", LEGAL, make=True))
        keystore.close()

    threads = [threading.Thread(target=make) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert len(set(found)) == 1


def test_many_open_a_new_keystore_in_the_same_moment(settings: Any, tmp_path: Path) -> None:
    for round_ in range(60):  # a lost race is rare: one in a few dozen rounds
        settings.VAULT_KEYSTORE = tmp_path / str(round_) / "keystore.sqlite3"
        start, found = threading.Barrier(8), []

        def make(start: threading.Barrier = start, found: list[bytes | None] = found) -> None:
            start.wait(30)
            found.append(keystore.key_for("a-client", LEGAL, make=True))
            keystore.close()

        threads = [threading.Thread(target=make) for _ in range(8)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()

        assert len(found) == 8
        assert len(set(found)) == 1
