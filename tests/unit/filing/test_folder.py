from pathlib import Path

import pytest

from vacatur.filing.folder import refuse_used, whole_folder
from vacatur.kit.errors import InputError


def test_the_folder_is_there_when_all_was_written(tmp_path: Path) -> None:
    out = tmp_path / "deep" / "packet"

    with whole_folder(out) as made:
        (made / "a.txt").write_text("a")
        assert not out.exists()

    assert (out / "a.txt").read_text() == "a"
    assert [path.name for path in out.parent.iterdir()] == ["packet"]


def test_an_empty_folder_is_taken(tmp_path: Path) -> None:
    out = tmp_path / "packet"
    out.mkdir()

    with whole_folder(out) as made:
        (made / "a.txt").write_text("a")

    assert (out / "a.txt").exists()


def test_nothing_is_left_when_anything_fails(tmp_path: Path) -> None:
    def fail() -> None:
        with whole_folder(tmp_path / "packet") as made:
            (made / "a.txt").write_text("a")
            raise RuntimeError

    with pytest.raises(RuntimeError):
        fail()

    assert list(tmp_path.iterdir()) == []


def test_a_folder_with_files_is_refused_and_left_alone(tmp_path: Path) -> None:
    (tmp_path / "theirs.txt").write_text("x")

    with pytest.raises(InputError, match="not empty"):
        refuse_used(tmp_path)

    assert [path.name for path in tmp_path.iterdir()] == ["theirs.txt"]


def test_a_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "packet").write_text("x")

    with pytest.raises(InputError, match="is a file"), whole_folder(tmp_path / "packet"):
        pass


def test_a_place_that_cannot_be_written_is_told_in_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")

    with pytest.raises(InputError, match="cannot be written"), whole_folder(tmp_path / "file" / "packet"):
        pass


def test_files_that_came_in_the_meantime_are_not_overwritten(tmp_path: Path) -> None:
    out = tmp_path / "packet"

    def meanwhile() -> None:
        with whole_folder(out) as made:
            (made / "a.txt").write_text("a")
            out.mkdir()
            (out / "theirs.txt").write_text("x")

    with pytest.raises(InputError, match="not empty"):
        meanwhile()

    assert [path.name for path in tmp_path.rglob("*.txt")] == ["theirs.txt"]
