from collections.abc import Callable
from pathlib import Path

import pytest

from vacatur.law import LawError, pack
from vacatur.law.reliefs import EffectCode, Relief, ReliefStatus, load_relief

Write = Callable[[str, str], Path]
NOT_BUILT = {
    "pc_1203_4a",
    "pc_1203_41",
    "pc_1203_42",
    "pc_1203_4b",
    "pc_1203_425",
    "pc_1203_43",
    "pc_1203_45",
    "pc_1203_47",
    "pc_1203_49",
    "pc_17_b",
    "pc_17_d",
    "pc_18_5",
    "pc_1473_7",
    "pc_1016_5",
    "pc_1018",
    "pc_1385",
    "pc_1172_1",
    "pc_1170_18",
    "hs_11361_8",
    "pc_1170_21",
    "pc_653_29",
    "pc_851_8",
    "pc_851_93",
    "pc_851_87",
    "pc_851_90",
    "pc_290_5",
    "pc_4852_01",
    "wi_781",
    "wi_786",
    "wi_793",
    "us_18_3771a",
    "pc_1473_5",
}


def load(write: Write, id_: str, old: str = "", new: str = "") -> Relief:
    text = (pack().root / f"reliefs/{id_}.toml").read_text(encoding="utf-8")
    assert old in text
    return load_relief(
        write(f"reliefs/{id_}.toml", text.replace(old, new, 1)), f"reliefs/{id_}.toml", lambda cite: cite
    )


def test_four_remedies_are_built_and_the_others_are_named() -> None:
    built = {relief.id for relief in pack().reliefs() if relief.built}

    assert built == {"pc_236_14", "pc_236_15", "pc_1203_4", "pc_851_91"}
    assert {relief.id for relief in pack().reliefs()} - built == NOT_BUILT


def test_every_remedy_starts_as_a_draft_that_nobody_has_reviewed() -> None:
    assert {relief.status for relief in pack().reliefs()} == {ReliefStatus.DRAFT}
    assert {relief.reviewer for relief in pack().reliefs()} == {None}


def test_a_dismissal_after_probation_does_not_help_with_immigration() -> None:
    effect = pack().relief("pc_1203_4").effect

    assert effect.code is EffectCode.NO
    assert not effect.confidence.may_decide


def test_a_built_remedy_says_what_may_be_relied_on() -> None:
    relief = pack().relief("pc_236_14")

    assert "January 1, 2024" in (relief.rely_on or "")
    assert "not yet reviewed" in (relief.do_not_rely_on or "")


def test_an_unknown_remedy_is_refused() -> None:
    with pytest.raises(LawError, match="there is no remedy 'pc_1'"):
        pack().relief("pc_1")


def test_a_reviewed_remedy_must_name_its_reviewer(write: Write) -> None:
    with pytest.raises(LawError, match="'reviewer' must stand exactly where"):
        load(write, "pc_236_14", 'status = "draft"', 'status = "reviewed"')


def test_a_reviewed_remedy_with_its_reviewer_is_read(write: Write) -> None:
    relief = load(write, "pc_236_14", 'status = "draft"', 'status = "reviewed"\nreviewer = "Counsel"')

    assert relief.reviewer == "Counsel"


def test_a_draft_has_no_reviewer(write: Write) -> None:
    with pytest.raises(LawError, match="'reviewer' must stand exactly where"):
        load(write, "pc_17_b", 'status = "draft"', 'status = "draft"\nreviewer = "Counsel"')


def test_a_built_remedy_must_say_its_outcomes(write: Write) -> None:
    with pytest.raises(LawError, match="must stand exactly where 'built' is true"):
        load(write, "pc_17_b", "built = false", "built = true")


def test_an_unknown_effect_is_refused(write: Write) -> None:
    with pytest.raises(LawError, match="effect: 'code' must be one of"):
        load(write, "pc_1203_4", 'code = "no"', 'code = "maybe"')
