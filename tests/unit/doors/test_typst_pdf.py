"""The door to Typst."""

import datetime as dt
import threading
from pathlib import Path

import pytest

from vacatur.doors.pdf_edit import metadata_of
from vacatur.doors.typst_pdf import Mark, TypesetError, compile_pdf, where_marks_landed
from vacatur.drafting.fonts import filing_fonts

DAY = dt.date(2026, 3, 2)
PAGE = """
#let paper = json(bytes(sys.inputs.paper))
#set document(title: paper.title)
#set text(font: "Liberation Serif", fallback: false)
#{ text(paper.words) + [#metadata(7)<fact>] }
#if "stop" in paper { panic("PAPER: footer") }
#metadata("end") <end>
"""


def template(folder: Path, source: str = PAGE) -> Path:
    path = folder / "page.typ"
    path.write_text(source)
    return path


def made(main: Path, **data: str) -> bytes:
    return compile_pdf(main, {"title": "T", "words": "x", **data}, fonts=filing_fonts().all_files, day=DAY)


def test_data_is_printed_and_its_mark_is_placed(tmp_path: Path) -> None:
    main = template(tmp_path)

    assert made(main).startswith(b"%PDF")
    landed = where_marks_landed(main, fonts=filing_fonts().all_files)
    assert landed.pages == 1
    [mark] = landed.marks
    assert (mark.number, mark.page) == (7, 1)
    assert isinstance(mark, Mark)
    assert 70 < mark.y < 100


def test_data_is_never_read_as_markup(tmp_path: Path) -> None:
    assert metadata_of(made(template(tmp_path), title='#panic("no") $x')).title == '#panic("no") $x'


def test_a_templates_own_refusal_comes_back_as_its_word(tmp_path: Path) -> None:
    with pytest.raises(TypesetError) as caught:
        made(template(tmp_path), stop="yes")

    assert caught.value.reason == "footer"


def test_a_broken_template_is_an_error_with_typsts_message(tmp_path: Path) -> None:
    with pytest.raises(TypesetError, match="unknown variable"):
        made(template(tmp_path, "#nothing"))


def test_a_warning_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(TypesetError, match="unknown font family"):
        made(template(tmp_path, PAGE.replace("Liberation Serif", "No Such Font")))


def test_system_fonts_are_never_used(tmp_path: Path) -> None:
    with pytest.raises(TypesetError, match="dejavu"):
        made(template(tmp_path, PAGE.replace("Liberation Serif", "DejaVu Sans")))


def test_a_pdf_without_a_title_is_refused_because_ua_asks_for_one(tmp_path: Path) -> None:
    with pytest.raises(TypesetError, match="title"):
        made(template(tmp_path, '#set text(font: "Liberation Serif")\nHello #metadata("end") <end>'))


def test_two_threads_write_the_same_bytes(tmp_path: Path) -> None:
    main = template(tmp_path)
    results: list[bytes] = []
    threads = [threading.Thread(target=lambda: results.append(made(main))) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert len(results) == 3
    assert len(set(results)) == 1
