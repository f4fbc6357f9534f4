"""The encrypted file store."""

import uuid
from pathlib import Path
from typing import Any

import pytest

from probono.vault import files, safe_write
from probono.vault.cipher import SealBrokenError
from probono.vault.keys import Scope, UnknownKeyError

SCOPE = Scope("a-client", "D4")


@pytest.mark.parametrize("size", [0, 1, files.CHUNK - 1, files.CHUNK, files.CHUNK + 1, 2 * files.CHUNK + 7])
def test_it_gives_back_what_it_stored(size: int) -> None:
    data = bytes(index % 251 for index in range(size))

    assert files.read(files.store(data, SCOPE), SCOPE) == data


def test_it_holds_nothing_in_the_open(settings: Any) -> None:
    name = files.store(b"MARISOL ARANDA VEGA" * 20, SCOPE)

    assert b"MARISOL" not in _path(settings, name).read_bytes()


def test_it_does_not_open_for_another_client() -> None:
    name = files.store(b"a sheet", SCOPE)

    with pytest.raises(UnknownKeyError):
        files.read(name, Scope("another-client", "D4"))


def test_it_notices_a_file_under_another_name(settings: Any) -> None:
    name, other = files.store(b"a sheet", SCOPE), uuid.uuid4()
    target = _path(settings, other)
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(_path(settings, name).read_bytes())

    with pytest.raises(SealBrokenError):
        files.read(other, SCOPE)


@pytest.mark.parametrize("cut", [-1, -files.TAG, files.CHUNK])
def test_it_notices_a_file_cut_short(settings: Any, cut: int) -> None:
    name = files.store(bytes(2 * files.CHUNK), SCOPE)
    path = _path(settings, name)
    path.write_bytes(path.read_bytes()[:cut])

    with pytest.raises(SealBrokenError):
        files.read(name, SCOPE)


def test_it_notices_the_last_chunk_missing_whole(settings: Any) -> None:
    name = files.store(bytes(files.CHUNK) + b"the end", SCOPE)
    path = _path(settings, name)
    path.write_bytes(path.read_bytes()[: -len(b"the end") - files.TAG])

    with pytest.raises(SealBrokenError):
        files.read(name, SCOPE)


def test_it_notices_chunks_in_another_order(settings: Any) -> None:
    name = files.store(bytes(files.CHUNK) + bytes([1]) * files.CHUNK + b"end", SCOPE)
    path = _path(settings, name)
    raw, head, chunk = path.read_bytes(), len(files.MAGIC) + 8 + files.SALT_BYTES, files.CHUNK + files.TAG
    path.write_bytes(
        raw[:head] + raw[head + chunk : head + 2 * chunk] + raw[head : head + chunk] + raw[head + 2 * chunk :]
    )

    with pytest.raises(SealBrokenError):
        files.read(name, SCOPE)


def test_it_notices_something_added_at_the_end(settings: Any) -> None:
    name = files.store(b"a sheet", SCOPE)
    with _path(settings, name).open("ab") as file:
        file.write(b"more")

    with pytest.raises(SealBrokenError):
        files.read(name, SCOPE)


def test_it_leaves_no_part_behind_when_writing_fails(settings: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: Any) -> Any:
        raise OSError("no space left")

    monkeypatch.setattr(Path, "replace", broken)

    with pytest.raises(OSError, match="no space"):
        files.store(b"a sheet", SCOPE)
    assert [path for path in settings.VAULT_FILES.rglob("*") if path.is_file()] == []


def test_it_removes_a_file_twice_without_complaint() -> None:
    name = files.store(b"a sheet", SCOPE)

    files.remove(name)
    files.remove(name)

    with pytest.raises(FileNotFoundError):
        files.read(name, SCOPE)


def _path(settings: Any, name: uuid.UUID) -> Path:
    return Path(settings.VAULT_FILES) / name.hex[:2] / name.hex


@pytest.mark.parametrize("length", [0, 1, files.CHUNK - 1, files.CHUNK, files.CHUNK + 1, 3 * files.CHUNK])
def test_its_size_is_known_without_opening_it(length: int) -> None:
    assert files.size(files.store(b"x" * length, Scope("a-client", "D4"))) == length


def test_a_new_folder_is_synced_into_the_one_above(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    synced: list[Path] = []
    monkeypatch.setattr(safe_write, "sync_folder", synced.append)

    safe_write.write_whole(tmp_path / "files" / "ab" / "abcd", [b"x"])
    assert synced == [tmp_path, tmp_path / "files", tmp_path / "files" / "ab"]

    synced.clear()
    safe_write.append_line(tmp_path / "ledger" / "shred", "one")
    assert synced == [tmp_path, tmp_path / "ledger"]
