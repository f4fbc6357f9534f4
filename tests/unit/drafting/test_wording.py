from importlib.resources.abc import Traversable

import pytest

from vacatur.drafting import wording as module
from vacatur.drafting.wording import PAPERS, Wording, holds, wording

FILES = sorted(path.name.removesuffix(".toml") for path in PAPERS.iterdir())
WITH_PARTS = [name for name in FILES if "[[part]]" in (PAPERS / f"{name}.toml").read_text("utf-8")]


@pytest.mark.parametrize("name", WITH_PARTS)
def test_every_paper_of_the_lawyers_room_can_be_read(name: str) -> None:
    words = wording(name)

    assert isinstance(words, Wording)
    assert words.name
    assert words.footer == words.footer.upper()
    assert words.parts


@pytest.mark.parametrize("name", WITH_PARTS)
def test_no_wording_holds_a_bracket_that_would_look_like_something_missing(name: str) -> None:
    sentences = [one.text for part in wording(name).parts for one in part.words]

    assert [text for text in sentences if "[" in text or "]" in text] == []


def test_there_are_words_for_each_paper() -> None:
    assert {"petition", "declaration", "memorandum", "notice", "service", "identification"} <= set(WITH_PARTS)


def test_a_condition_holds_when_its_flag_is_set() -> None:
    assert holds(("a",), frozenset({"a", "b"}))
    assert not holds(("a", "c"), frozenset({"a", "b"}))
    assert holds((), frozenset())


def test_a_condition_with_not_holds_when_its_flag_is_not_set() -> None:
    assert holds(("not c",), frozenset({"a"}))
    assert not holds(("not a",), frozenset({"a"}))


def test_a_slip_in_a_part_is_refused(tmp_path: Traversable, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "slip.toml").write_text('name = "x"\nfooter = "X"\n[[part]]\nhaeding = "y"\n', "utf-8")  # type: ignore[attr-defined]
    monkeypatch.setattr(module, "PAPERS", tmp_path)

    with pytest.raises(ValueError, match="haeding"):
        wording.__wrapped__("slip")
