from pathlib import Path

from vacatur.law.checks.code import numbers_in, texts_in


def texts(tmp_path: Path, code: str) -> tuple[Path, ...]:
    (tmp_path / "m.py").write_text(code, encoding="utf-8")
    return (tmp_path,)


def test_whole_texts_and_texts_with_holes_name_ids(tmp_path: Path) -> None:
    found = texts_in(list(texts(tmp_path, 'a = "clock.due"\nb = f"{ID}/notice_days"\nc = f"ask.{name}_{word}"')))

    assert found.names("clock.due")
    assert found.names("pc_1203_4/notice_days")
    assert found.names("ask.earlier_yes")
    assert not found.names("clock.late")
    assert not found.names("pc_1203_4/notice_years")


def test_a_piece_of_a_text_with_holes_is_no_text_of_its_own(tmp_path: Path) -> None:
    found = texts_in(list(texts(tmp_path, 'a = f"clock.event_{event}"')))

    assert "clock.event_" not in found.whole
    assert found.names("clock.event_order")


def test_a_sentence_with_holes_names_no_id(tmp_path: Path) -> None:
    found = texts_in(list(texts(tmp_path, 'a = f"{name} is gone. Look at {page}."')))

    assert not found.names("clock.due")


def test_numbers_other_than_nought_and_one_are_found_with_their_line(tmp_path: Path) -> None:
    (tmp_path / "m.py").write_text("a = 0\nb = True\nc = 45\nd = 1.5\ne = 1\n", encoding="utf-8")

    assert list(numbers_in(tmp_path / "m.py")) == [(3, 45), (4, 1.5)]
