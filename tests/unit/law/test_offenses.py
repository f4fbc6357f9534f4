from collections.abc import Callable
from pathlib import Path

import pytest

from vacatur.law import LawError, pack
from vacatur.law.offenses import Ground, OffenseClass, Offenses, ViolentLetter
from vacatur.records.record import Level

Write = Callable[[str, str], Path]
TEXT = """id = "pc_1"
name = "Something"
sections = ["PC 1(a)", "PC 2"]
classes = ["W"]
confidence = "M"
violent = "N"
violent_confidence = "C1"

[[flag]]
ground = "cimt"
text = "Likely."
cite = "from_memory"
confidence = "M"
"""


def load(write: Write, text: str) -> Offenses:
    return Offenses(write("offenses/pc_1.toml", text), lambda cite: cite)


@pytest.mark.parametrize(
    ("code", "section", "id_"),
    [
        ("PC", "647(b)", "pc_647_b"),
        ("PC", "647(b)(1)", "pc_647_b"),
        ("PC", "496(a)(2)", "pc_496"),
        ("PC", "459", "pc_459"),
        ("PC", "459/460(b)", "pc_460_b"),
        ("PC", "460(a)", "pc_460_a"),
        ("PC", "243(e)(1)", "pc_243_e_1"),
        ("PC", "602(o)", "pc_602"),
        ("HS", "11350(a)", "hs_11350"),
        ("VC", "14601.1(a)", "vc_14601"),
    ],
)
def test_the_longest_subdivision_is_found_first(code: str, section: str, id_: str) -> None:
    found = pack().offense(code, section)

    assert found is not None
    assert found.id == id_


@pytest.mark.parametrize(("code", "section"), [("PC", "243"), ("PC", "11350"), ("XX", "1"), ("PC", "9999")])
def test_what_the_table_does_not_hold_is_not_guessed(code: str, section: str) -> None:
    assert pack().offense(code, section) is None


def test_a_charge_without_subdivision_names_the_rows_it_must_be_one_of() -> None:
    ids = {offense.id for offense in pack().offenses.under("PC", "273a")}

    assert ids == {"pc_273a_a", "pc_273a_b"}


def test_prostitution_is_a_misdemeanor_and_flags_moral_turpitude_with_its_source() -> None:
    offense = pack().offense("PC", "647(b)")
    assert offense is not None
    flag = next(flag for flag in offense.flags if flag.ground is Ground.CIMT)

    assert offense.levels == {Level.MISDEMEANOR}
    assert offense.violent is ViolentLetter.NOT_LISTED
    assert "Rohit v. Holder" in flag.source
    assert flag.confidence == "C2"


def test_a_wobbler_can_be_felony_or_misdemeanor() -> None:
    assert OffenseClass.WOBBLER.levels == {Level.FELONY, Level.MISDEMEANOR}


def test_where_rows_tie_the_level_decides(write: Write) -> None:
    felony = TEXT.replace("pc_1", "pc_1_f").replace('["W"]', '["F"]')
    write("offenses/pc_1_f.toml", felony)
    table = load(write, TEXT.replace('["W"]', '["M"]'))

    assert [getattr(table.find("PC", "2", level), "id", None) for level in (Level.FELONY, Level.MISDEMEANOR)] == [
        "pc_1_f",
        "pc_1",
    ]


@pytest.mark.parametrize(
    ("old", "new", "sentence"),
    [
        ('violent = "N"', 'violent = "D"', "must name facts exactly when"),
        ('violent = "N"', 'violent = "N"\nviolent_facts = ["life_term"]', "must name facts exactly when"),
        ('["PC 1(a)", "PC 2"]', '["1(a)"]', "is not a section"),
        ('["W"]', '["X"]', "must hold only"),
        ('ground = "cimt"', 'ground = "other"', "'ground' must be one of"),
        ('name = "Something"', "name = 3", "'name' must be a text"),
        ('violent_confidence = "C1"\n', "", "'violent_confidence' is missing"),
        ('text = "Likely."', 'txt = "Likely."', "the key 'text' is missing"),
    ],
)
def test_a_broken_file_is_refused(write: Write, old: str, new: str, sentence: str) -> None:
    assert old in TEXT

    with pytest.raises(LawError, match=sentence):
        load(write, TEXT.replace(old, new))
