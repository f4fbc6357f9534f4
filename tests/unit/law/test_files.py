from pathlib import Path

from vacatur.law.files import files_in, id_of


def test_it_lists_toml_files_in_order_and_nothing_else(tmp_path: Path) -> None:
    for name in ("x/b-2.toml", "x/b.toml", "x/a/c.toml", "x/notes.md"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).touch()

    assert files_in(tmp_path, "x") == ["x/a/c.toml", "x/b.toml", "x/b-2.toml"]


def test_a_missing_folder_holds_none(tmp_path: Path) -> None:
    assert files_in(tmp_path, "nowhere") == []


def test_an_id_is_the_path_within_the_folder() -> None:
    assert id_of("parameters/pc_236_14/response_days.toml", "parameters") == "pc_236_14/response_days"
