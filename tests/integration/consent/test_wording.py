"""The texts she signs: in both languages, whole, versioned by hash; what was signed keeps its words."""

import datetime as dt
import string
import tomllib
from pathlib import Path
from typing import Any

import pytest

from probono.accounts.data_classes import DataClass
from probono.accounts.matrix import Standing, allowed
from probono.accounts.roles import Role
from probono.consent import wording

DAY = dt.date(2027, 2, 21)


@pytest.fixture
def own_texts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Any:
    """A folder of texts that a test may change."""
    folder = tmp_path / "texts"
    folder.mkdir()
    for path in wording.FOLDER.glob("*.toml"):
        (folder / path.name).write_bytes(path.read_bytes())
    caches: tuple[Any, ...] = (wording.purposes, wording._text, wording._words)
    for each in caches:
        each.cache_clear()
    monkeypatch.setattr(wording, "FOLDER", folder)
    yield folder
    for each in caches:
        each.cache_clear()


def _words(document: dict[str, Any]) -> str:
    said = [document["title"]]
    for part in document["parts"]:
        said.append(part["heading"])
        for line in part["lines"]:
            said += [line.get("text", ""), line.get("exact", ""), *line.get("list", [])]
    return "\n".join(said)


def _share(language: str) -> str:
    return _words(
        wording.share_document(
            language=language, recipient="Harrowgate Stone LLP", purpose="represent", classes=["D2"], last_day=DAY
        )
    )


def test_it_says_all_that_makes_a_yes_informed() -> None:
    said = _share("en")

    for told in (
        "Harrowgate Stone LLP", "so that they can work on the case as lawyers", "the name, other names used",
        "Feb. 21, 2027", "I do not have to sign", "still helps me", "I can stop this at any time",
        "A law firm keeps the names it needs to check for conflicts", "stay in the court's file",
    ):  # fmt: skip
        assert told.replace("Feb. 21", "February 21") in said.replace("Feb. 21", "February 21"), told


def test_it_says_the_same_in_spanish() -> None:
    said = _share("es")

    for told in (
        "21 de febrero de 2027", "No tengo que firmar", "Puedo parar esto en cualquier momento",
        "Un despacho guarda los nombres", "expediente del tribunal", "el nombre, otros nombres usados",
    ):  # fmt: skip
        assert told in said, told
    assert "lawyer" not in said


@pytest.mark.parametrize("kind", ["share", "listing"])
def test_both_languages_say_as_much_with_the_same_holes(kind: str) -> None:
    table = tomllib.loads((wording.FOLDER / f"{kind}.toml").read_text("utf-8"))
    for part in table["part"]:
        english, spanish = part["text"]["en"], part["text"]["es"]
        assert len(english) == len(spanish)
        for ours, theirs in zip(english, spanish, strict=True):
            assert _holes(ours) == _holes(theirs)


def _holes(text: str) -> list[str]:
    return sorted(name for _text, name, _spec, _conversion in string.Formatter().parse(text) if name)


def test_the_exact_words_of_a_listing_stand_in_it_unchanged() -> None:
    words = "A {client} of 2014\n\nasks for help."

    document = wording.listing_document(language="es", text=words, last_day=DAY)

    assert [line["exact"] for part in document["parts"] for line in part["lines"] if "exact" in line] == [words]


def test_a_changed_sentence_is_a_new_version(own_texts: Path) -> None:
    before = {kind: wording.wording_of(kind) for kind in ("share", "listing")}
    path = own_texts / "share.toml"
    path.write_text(path.read_text("utf-8").replace("I need no reason.", "I need no reason at all."), "utf-8")

    assert wording.wording_of("share") != before["share"]
    assert wording.wording_of("listing") == before["listing"]


def test_what_was_given_to_her_keeps_its_words(own_texts: Path, request: pytest.FixtureRequest, db: None) -> None:
    paper = request.getfixturevalue("drawn")()
    kept, version = _words(paper.document), paper.wording
    path = own_texts / "share.toml"
    path.write_text(path.read_text("utf-8").replace("I can stop", "I may stop"), "utf-8")
    wording._text.cache_clear()

    paper.refresh_from_db()

    assert (_words(paper.document), paper.wording) == (kept, version)
    assert paper.wording != wording.wording_of("share")
    assert "I may stop" in _share("en")


def test_a_text_that_lacks_a_language_is_refused(own_texts: Path) -> None:
    path = own_texts / "share.toml"
    path.write_text(path.read_text("utf-8").replace('es = "Hasta cuándo"\n', ""), "utf-8")
    wording._text.cache_clear()

    with pytest.raises(wording.WordingError, match=r"share\.toml: part 1 has no text in es"):
        _share("en")


def test_a_purpose_opens_only_what_some_role_has_by_a_release() -> None:
    by_release = {
        name
        for role in Role
        for basis in (Standing.RELEASE, Standing.TEAM_AND_RELEASE)
        for name in allowed(role, basis)
    }

    for purpose in wording.purposes().values():
        assert set(purpose.classes) <= by_release
        assert all(wording.class_words(one, language) for one in purpose.classes for language in wording.LANGUAGES)


def test_a_class_without_words_of_its_own_is_told_without_its_code() -> None:
    for one in DataClass:
        for language in wording.LANGUAGES:
            assert str(one) not in wording.class_words(one, language)
