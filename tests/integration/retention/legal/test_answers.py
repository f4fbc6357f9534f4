"""Drafts for counsel: filled from the demand alone, blanks visible, nothing from memory printed as an authority."""

import re
import tomllib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from probono.people.models import Client
from probono.retention.legal import answers
from probono.retention.legal.models import Demand

pytestmark = [pytest.mark.django_db, pytest.mark.sqlite]
Taking = Callable[..., Demand]
FOLDER = answers.FOLDER
OPEN = {"home", "asked_by", "reference", "served", "due", "kind", "signed"}


@pytest.fixture
def own_texts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A folder of texts that a test may change."""
    folder = tmp_path / "texts"
    folder.mkdir()
    for path in FOLDER.glob("*.toml"):
        (folder / path.name).write_bytes(path.read_bytes())
    caches: tuple[Any, ...] = (answers.authorities, answers._table)
    for each in caches:
        each.cache_clear()
    monkeypatch.setattr(answers, "FOLDER", folder)
    yield folder
    for each in caches:
        each.cache_clear()


def _words(draft: Any) -> str:
    return "\n".join([draft["title"], *(line for part in draft["parts"] for line in (part["heading"], *part["lines"]))])


def test_every_draft_is_whole_in_each_of_its_languages(taken_in: Taking) -> None:
    row = taken_in()
    names = [(name, language) for name, language, _title in answers.drafts()]
    assert names == [
        ("objection", "en"),
        ("service", "en"),
        ("administrative", "en"),
        ("notice", "en"),
        ("notice", "es"),
    ]

    for name, language in names:
        draft = answers.draft(row, name=name, language=language)
        assert draft is not None
        said = _words(draft)
        assert "{" not in said
        assert "Rex Harlan's lawyer" in said
        assert re.search(r"\[[^\]]*(?:ounsel|Asesoría)", said), (name, language)
        assert all(part["heading"] and all(part["lines"]) for part in draft["parts"])


def test_a_draft_holds_nothing_of_the_client(taken_in: Taking) -> None:
    row, person = taken_in(), Client.objects.get()

    for name, language, _title in answers.drafts():
        said = _words(answers.draft(row, name=name, language=language))
        assert not [word for word in (*person.name.split(), "Cedar", str(row.matter_id)) if word in said]


def test_the_answer_to_an_agency_s_own_paper_says_what_was_read_and_leaves_the_law_to_counsel(taken_in: Taking) -> None:
    draft = answers.draft(taken_in(kind="officer"), name="administrative", language="en")
    assert draft is not None
    words = _words(draft)

    assert "signed by an officer of the agency" in words
    assert "[Counsel: decide whether any law asks for an answer" in words
    cited = [one.cite for part in draft["parts"] for one in part["cited"]]
    assert cited == [
        "National Immigration Law Center, Warrants and Subpoenas (September 2020)", "34 U.S.C. § 12291(b)(2)",
    ]  # fmt: skip
    assert not [one for part in draft["parts"] for one in part["unread"]]


def test_a_day_that_the_paper_does_not_name_is_a_visible_blank(taken_in: Taking) -> None:
    row = taken_in(due_on=None)

    assert "by [day]" in _words(answers.draft(row, name="objection", language="en"))
    assert "[día]" in _words(answers.draft(row, name="notice", language="es"))


def test_what_was_not_read_is_never_printed_as_an_authority(taken_in: Taking) -> None:
    draft = answers.draft(taken_in(), name="objection", language="en")
    assert draft is not None
    cited = {one.mark for part in draft["parts"] for one in part["cited"]}
    unread = {one.cite for part in draft["parts"] for one in part["unread"]}

    assert cited == {"C1", "C2"}
    assert unread == {
        "Evid. Code, § 954", "Bus. & Prof. Code, § 6068(e)(1)", "Code Civ. Proc., § 2018.030", "Pen. Code, § 1054.6",
    }  # fmt: skip


def test_no_text_cites_law_but_by_the_list_of_authorities() -> None:
    """A section typed into a sentence would have no mark."""
    for name in answers.NAMES:
        text = (FOLDER / f"{name}.toml").read_text("utf-8")
        assert not re.search(r"§|\bCode\b|U\.S\.C|C\.F\.R|\b\d{3,4}(?:\.\d+)?\b", text), name


def test_every_blank_to_fill_is_known() -> None:
    for name in answers.NAMES:
        text = (FOLDER / f"{name}.toml").read_text("utf-8")
        lines = [line for line in text.splitlines() if not line.startswith("#")]
        assert set(re.findall(r"{(\w+)}", "\n".join(lines))) <= OPEN, name
        table = tomllib.loads(text)
        for part in table["part"]:
            sizes = {len(part["text"][language]) for language in table["languages"]}
            assert len(sizes) == 1, (name, part["heading"])


@pytest.mark.parametrize(("name", "language"), [("objection", "es"), ("nothing", "en"), ("authorities", "en")])
def test_a_draft_that_is_none(taken_in: Taking, name: str, language: str) -> None:
    assert answers.draft(taken_in(), name=name, language=language) is None


def test_a_mark_that_is_none_is_refused(own_texts: Path) -> None:
    path = own_texts / "authorities.toml"
    path.write_text(path.read_text("utf-8").replace('mark = "C2"', 'mark = "sure"', 1), "utf-8")

    with pytest.raises(answers.AnswerError, match="vawa has no mark"):
        answers.authorities()


def test_an_authority_that_is_none_is_refused(taken_in: Taking, own_texts: Path) -> None:
    path = own_texts / "service.toml"
    path.write_text(path.read_text("utf-8").replace('["vawa"]', '["vawx"]'), "utf-8")

    with pytest.raises(answers.AnswerError, match="vawx is no authority"):
        answers.draft(taken_in(), name="service", language="en")
