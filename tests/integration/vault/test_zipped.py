"""Archives made as they are written: whole, sealed, and never whole in memory."""

import io
import tracemalloc
import zipfile
from collections.abc import Iterator

import pytest

from probono.vault import files
from probono.vault.keys import Scope
from probono.vault.zipped import Member, zipped

SCOPE = Scope("3a9d2a0e-0000-4000-8000-000000000001", "D4")


def test_a_sealed_file_and_a_text_come_out_as_they_were() -> None:
    sheet = b"FICTIONAL" * 300_000
    name = files.store(sheet, SCOPE)
    members = [Member("index.txt", "ñandú".encode()), Member("record/sheet-1.txt", file=name, scope=SCOPE)]

    with zipfile.ZipFile(io.BytesIO(b"".join(zipped(members)))) as archive:
        assert archive.testzip() is None
        assert archive.namelist() == ["index.txt", "record/sheet-1.txt"]
        assert archive.read("index.txt").decode() == "ñandú"
        assert archive.read("record/sheet-1.txt") == sheet
        assert {info.date_time for info in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_two_members_of_one_name_are_refused() -> None:
    with pytest.raises(ValueError, match="one name"):
        list(zipped([Member("a"), Member("a")]))


@pytest.mark.parametrize("size", [0, 1, files.CHUNK - 1, files.CHUNK, files.CHUNK + 1, 3 * files.CHUNK])
def test_parts_of_any_size_make_the_same_file_as_the_whole(size: int) -> None:
    data = bytes(number % 251 for number in range(size))
    name = files.store_parts((data[at : at + 70_000] for at in range(0, size, 70_000)), SCOPE)

    assert files.read(name, SCOPE) == data
    assert _length(name) == _length(files.store(data, SCOPE))


def test_what_stops_the_making_leaves_nothing(settings: object) -> None:
    def broken() -> Iterator[bytes]:
        yield b"FICTIONAL" * 1_000_000
        raise LookupError

    with pytest.raises(LookupError):
        files.store_parts(broken(), SCOPE)
    folder = settings.VAULT_FILES  # type: ignore[attr-defined]
    assert [path for path in folder.rglob("*") if path.is_file()] == []


def test_sixty_megabytes_pass_through_a_few() -> None:
    part = bytes(range(256)) * 4096
    name = files.store_parts((part for _ in range(60)), SCOPE)
    tracemalloc.start()
    made = files.store_parts(zipped([Member("big", file=name, scope=SCOPE)]), SCOPE)
    _now, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()

    assert peak < 16 * 1024 * 1024
    packed = io.BytesIO(files.read(made, SCOPE))
    assert zipfile.ZipFile(packed).getinfo("big").file_size == 60 * len(part)


def _length(name: object) -> int:
    return files._path(name).stat().st_size  # type: ignore[arg-type]
