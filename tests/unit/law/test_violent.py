import datetime as dt
from collections.abc import Callable
from pathlib import Path

import pytest

from vacatur.law import LawError, Pack, pack
from vacatur.law.confidence import Confidence
from vacatur.law.violent import ViolentList

TODAY = dt.date(2026, 11, 24)
Edit = Callable[[str, str, str], Pack]
Write = Callable[[str, str], Path]


@pytest.mark.parametrize(
    "section",
    [
        *("187", "192(a)", "203", "261(a)(2)", "261(a)(6)", "262(a)(1)", "262(a)(4)", "286(c)(1)", "286(d)(2)"),
        *("287(c)(2)(A)", "287(d)", "288a(c)", "288a(d)", "288(a)", "288(b)(1)", "211", "212.5(c)", "213(a)(1)(A)"),
        *(
            "451(a)",
            "451(b)",
            "289(a)(1)(A)",
            "289(j)",
            "18745",
            "18750",
            "18755",
            "207(a)",
            "208",
            "209(b)(1)",
            "209.5",
        ),
        *("220(a)(1)", "288.5(a)", "215(a)", "264.1", "11418(b)", "11418(c)"),
    ],
)
def test_a_section_that_is_violent_by_itself(section: str) -> None:
    rule = pack().violent("PC", section, TODAY)

    assert rule is not None
    assert (rule.violent_class, rule.facts) == ("V", ())
    assert rule.cite.startswith("Pen. Code, § 667.5, subd. (c)(")


@pytest.mark.parametrize(
    "section",
    [
        *("192(b)", "192(c)", "191.5(a)", "261(a)(4)", "286(b)", "287(b)", "288(c)(1)", "451(c)", "451(d)", "452(b)"),
        *("289(h)", "236", "237(a)", "460(b)", "459/460(b)", "459.5", "647(b)", "273.5(a)", "245(a)(1)", "11418(a)"),
    ],
)
def test_a_section_that_is_not_on_the_list(section: str) -> None:
    assert pack().violent("PC", section, TODAY) is None


@pytest.mark.parametrize(
    ("section", "facts"),
    [
        ("518", ("gang_felony",)),
        ("136.1(b)(1)", ("gang_felony",)),
        ("460(a)", ("occupied_residence_proved",)),
        ("459", ("occupied_residence_proved",)),
        ("261(a)(3)", ("drugged_victim_proved",)),
        ("261", ("subdivision",)),
        ("288", ("subdivision",)),
        ("192", ("subdivision",)),
        ("451", ("subdivision",)),
    ],
)
def test_a_section_that_depends_on_named_facts(section: str, facts: tuple[str, ...]) -> None:
    rule = pack().violent("PC", section, TODAY)

    assert rule is not None
    assert (rule.violent_class, rule.facts) == ("D", facts)


def test_another_code_with_the_same_number_is_not_listed() -> None:
    assert pack().violent("VC", "211", TODAY) is None


def test_the_drugged_victim_entry_begins_in_2025() -> None:
    assert pack().violent("PC", "261(a)(3)", dt.date(2024, 12, 31)) is None
    assert pack().violent("PC", "261(a)(3)", dt.date(2025, 1, 1)) is not None


def test_attempted_murder_is_listed_and_no_other_attempt_is_decided() -> None:
    murder = pack().violent("PC", "187(a)", TODAY, attempt=True)
    robbery = pack().violent("PC", "211", TODAY, attempt=True)
    assert murder is not None
    assert robbery is not None

    assert (murder.entry, murder.violent_class) == ("12", "V")
    assert (robbery.violent_class, robbery.facts, robbery.confidence) == ("D", ("attempt",), Confidence.INFERRED)


def test_an_attempt_joined_to_its_section_is_an_attempt() -> None:
    rule = pack().violent("PC", "664/211", TODAY)

    assert rule is not None
    assert rule.violent_class == "D"


def test_any_felony_is_reached_by_life_terms_and_proved_enhancements() -> None:
    rules = {rule.entry: rule for rule in pack().violent_list.of_any_felony(TODAY)}

    assert set(rules) == {"07", "08a", "08b", "22"}
    assert rules["07"].facts == ("life_term",)
    assert rules["08a"].enhancements == ("12022.7", "12022.8", "12022.9")
    assert rules["08b"].enhancements == ("12022.3(a)", "12022.5", "12022.55")
    assert rules["22"].enhancements == ("12022.53",)


def test_taking_an_entry_off_the_list_is_a_change_of_data(edit: Edit) -> None:
    new = (
        '\n[[value]]\nfrom = 2028-01-01\nclass = "N"\nsections = ["PC 211"]\ncite = "pc_667_5(c)"\nconfidence = "C1"\n'
    )
    old = 'note = "Attempted robbery'
    law = edit("violent/09.toml", "still_valid_on = 2026-06-29", "still_valid_on = 2028-06-29")
    path = law.root / "violent/09.toml"
    assert old in path.read_text(encoding="utf-8")
    path.write_text(path.read_text(encoding="utf-8") + new, encoding="utf-8")

    assert Pack(law.root).violent("PC", "211", dt.date(2027, 12, 31)) is not None
    assert Pack(law.root).violent("PC", "211", dt.date(2028, 1, 1)) is None


def test_narrowing_the_bar_of_one_relief_is_a_change_of_data(edit: Edit) -> None:
    law = edit(
        "parameters/pc_236_14/barring_entries.toml", "still_valid_on = 2026-06-29", "still_valid_on = 2028-01-01"
    )
    path = law.root / "parameters/pc_236_14/barring_entries.toml"
    path.write_text(
        path.read_text(encoding="utf-8")
        + '\n[[value]]\nfrom = 2028-01-01\nis = ["01"]\ncite = "pc_236_14(t)(1)"\nconfidence = "C1"\n',
        encoding="utf-8",
    )

    entries = {
        year: Pack(law.root).parameter("pc_236_14/barring_entries", dt.date(year, 1, 1)) for year in (2024, 2025, 2028)
    }

    assert "24" not in entries[2024].texts
    assert "24" in entries[2025].texts
    assert entries[2028].texts == ("01",)


@pytest.mark.parametrize(
    ("old", "new", "sentence"),
    [
        ('sections = ["PC 211", "PC 212.5", "PC 213"]', "any_felony = false", "must name sections, or say any_felony"),
        ('class = "V"', 'class = "D"', "must name facts exactly when"),
        ('class = "V"', 'class = "V"\nfacts = ["life_term"]', "must name facts exactly when"),
        ('class = "V"', 'class = "D"\nfacts = ["mood"]', "the fact 'mood' is not known"),
        ("still_valid_on = 2026-06-29", "still_valid_on = 2020-06-29", "earlier than its last value"),
        ("[[value]]", "[[values]]", "it needs values"),
    ],
)
def test_a_broken_entry_is_refused(write: Write, old: str, new: str, sentence: str) -> None:
    text = (pack().root / "violent/09.toml").read_text(encoding="utf-8")
    assert old in text

    with pytest.raises(LawError, match=sentence):
        ViolentList(write("violent/09.toml", text.replace(old, new)), lambda cite: cite)
