"""Finding the filing fonts."""

from pathlib import Path

import pytest

from vacatur.drafting.fonts import FACES, MAIN, SECOND, filing_fonts, find_fonts
from vacatur.kit.errors import InputError


def install(folder: Path, name: str, faces: tuple[str, ...] = FACES) -> None:
    folder.mkdir(exist_ok=True)
    for face in faces:
        (folder / f"{name}-{face}.ttf").write_bytes(b"font")


def test_the_first_folder_with_all_four_faces_is_taken(tmp_path: Path) -> None:
    partial, whole, later = (tmp_path / name for name in ("a", "b", "c"))
    install(partial, "LiberationSerif", FACES[:3])
    install(whole, "LiberationSerif")
    install(later, "LiberationSerif")

    found = find_fonts((tmp_path / "absent", partial, whole, later))

    assert found.families == (MAIN,)
    assert {file.parent for file in found.all_files} == {whole}


def test_the_second_font_is_taken_where_it_is(tmp_path: Path) -> None:
    install(tmp_path / "a", "LiberationSerif")
    install(tmp_path / "b", "Tinos")

    assert find_fonts((tmp_path / "a", tmp_path / "b")).families == (MAIN, SECOND)


def test_without_the_main_font_the_sentence_says_what_to_do(tmp_path: Path) -> None:
    install(tmp_path / "b", "Tinos")

    with pytest.raises(InputError, match=r"make setup.*fonts-liberation"):
        find_fonts((tmp_path, tmp_path / "b"))


def test_this_machine_has_the_filing_font() -> None:
    assert filing_fonts().families[0] == MAIN
    assert all(file.is_file() for file in filing_fonts().all_files)
