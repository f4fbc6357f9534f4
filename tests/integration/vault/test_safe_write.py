"""Safe writes: a file is there whole or not at all, made once where it is made once, and a line never joins a broken one."""

import stat
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from probono.vault.safe_write import PART, append_line, write_once, write_whole


def _parts(folder: Path) -> list[Path]:
    return list(folder.glob(f"{PART}*"))


def _breaking() -> Iterator[bytes]:
    yield b"half of the new"
    raise OSError("the disk is full")


def test_a_file_is_replaced_whole(tmp_path: Path) -> None:
    path = tmp_path / "new" / "file"
    write_whole(path, [b"old"])

    write_whole(path, [b"new ", b"one"])

    assert path.read_bytes() == b"new one"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert _parts(path.parent) == []


def test_a_write_that_breaks_leaves_the_old_file_and_nothing_beside_it(tmp_path: Path) -> None:
    path = tmp_path / "file"
    write_whole(path, [b"old"])

    with pytest.raises(OSError, match="disk is full"):
        write_whole(path, _breaking())

    assert path.read_bytes() == b"old"
    assert _parts(tmp_path) == []


def test_what_is_written_once_stays(tmp_path: Path) -> None:
    path = tmp_path / "keys" / "key"
    write_once(path, b"first")

    write_once(path, b"second")

    assert path.read_bytes() == b"first"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert _parts(path.parent) == []


def test_whoever_writes_once_in_the_same_moment_reads_one_whole_file(tmp_path: Path) -> None:
    for round_ in range(40):
        path, start, read = tmp_path / str(round_) / "key", threading.Barrier(8), []

        def write(one: int, path: Path = path, start: threading.Barrier = start, read: list[bytes] = read) -> None:
            start.wait(30)
            write_once(path, bytes([one]) * 32)
            read.append(path.read_bytes())

        threads = [threading.Thread(target=write, args=[one]) for one in range(8)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()

        assert len(read) == 8
        assert len(set(read)) == 1
        assert len(read[0]) == 32


def test_a_line_never_joins_one_that_was_cut_short(tmp_path: Path) -> None:
    path = tmp_path / "ledger"
    append_line(path, "first")
    with path.open("ab") as file:
        file.write(b"cut sho")

    append_line(path, "second")

    assert path.read_text().split("\n") == ["first", "cut sho", "second", ""]
