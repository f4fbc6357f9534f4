from pathlib import Path

from vacatur.law import pack
from vacatur.law.checks.code import texts_in
from vacatur.law.checks.words import languages_agree, missing_words, unused_words


def code(tmp_path: Path, text: str) -> list[Path]:
    (tmp_path / "m.py").write_text(text, encoding="utf-8")
    return [tmp_path]


def test_a_reason_of_a_known_group_must_have_words(tmp_path: Path) -> None:
    found = list(missing_words(pack(), texts_in(code(tmp_path, 'a = "clock.late"\nb = "clock.due"\nc = "nogroup.x"'))))

    assert found == ["Law data, words/en/clock.toml: the code gives the reason 'clock.late', which has no words."]


def test_a_key_of_the_facts_and_a_room_of_the_library_are_no_reasons(tmp_path: Path) -> None:
    found = list(missing_words(pack(), texts_in(code(tmp_path, 'a = "status.charged"\nb = "vacatur.law"'))))

    assert found == []


def test_a_sentence_that_no_code_gives_is_unused(tmp_path: Path) -> None:
    found = list(unused_words(pack(), texts_in(code(tmp_path, 'a = f"clock.{key}"'))))

    assert not any("'clock." in text for text in found)
    assert any("'track.serve'" in text for text in found)


def test_english_agrees_with_itself() -> None:
    assert [text for text in languages_agree(pack()) if "words/en/" in text] == []
