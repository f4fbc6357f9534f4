import datetime as dt
from dataclasses import replace

from vacatur.cli.show_screening import OUTCOMES, short_screening, show_screening
from vacatur.law import pack
from vacatur.records.item import DateIs, Item, ItemKind
from vacatur.records.record import Level
from vacatur.records.source import Source
from vacatur.screening.finding import (
    Effect,
    Finding,
    ImmigrationFlag,
    ItemFindings,
    MissingFact,
    Outcome,
    Reason,
    Screening,
)

ITEM = Item(
    "a1",
    ItemKind.COUNT,
    Source(1, 1),
    number="5VY02034",
    code="PC",
    section="647(b)",
    level=Level.MISDEMEANOR,
    date=dt.date(2014, 3, 9),
    date_is=DateIs.OFFENSE,
)
EFFECT = Effect("yes", "Removes the conviction.")
STEP = Reason("inside", "The act lies inside the window.", None, None)
WHY = Reason("window", "The window is known.", "Pen. Code, § 236.14", True, (STEP,), "C2")


def finding(relief: str, outcome: Outcome, **more: object) -> Finding:
    parts: dict[str, object] = {"day": None, "reasons": (WHY,), "questions": (), "effect": EFFECT}
    return Finding(relief, outcome, **(parts | more))  # type: ignore[arg-type]


def screening(*findings: Finding, **more: object) -> Screening:
    item = ItemFindings(ITEM, findings, more.pop("flags", ()))  # type: ignore[arg-type]
    return Screening(dt.date(2026, 6, 1), "2026.1", (item,), ("pc_1473_7",), **more)  # type: ignore[arg-type]


def test_it_shows_item_outcome_reasons_and_effect() -> None:
    page = "\n".join(
        show_screening(screening(finding("pc_236_14", Outcome.AVAILABLE, questions=("Was it direct?",))), pack())
    )

    assert "Count 1 5VY02034: PC 647(b) (M), offense 2014-03-09" in page
    assert "  pc_236_14  Vacatur for victims of human trafficking: available  [rule: draft]" in page
    assert "    [yes] The window is known. (Pen. Code, § 236.14)" in page
    assert "      [?]   The act lies inside the window." in page
    assert "    For the lawyer: Was it direct?" in page
    assert "    Immigration effect: Removes the conviction." in page


def test_what_can_be_asked_for_comes_first_and_what_does_not_apply_last_by_name_only() -> None:
    lines = list(
        show_screening(
            screening(
                finding("pc_851_91", Outcome.NOT_APPLICABLE),
                finding("pc_1203_4", Outcome.BARRED),
                finding("pc_236_14", Outcome.AVAILABLE),
            ),
            pack(),
        )
    )

    assert [line for line in lines if line.endswith("[rule: draft]") or "Does not" in line] == [
        "  pc_236_14  Vacatur for victims of human trafficking: available  [rule: draft]",
        "  pc_1203_4  Dismissal after probation: barred  [rule: draft]",
        "  Does not apply: pc_851_91  Sealing of an arrest that did not end in a conviction",
    ]


def test_a_day_is_named_when_it_is_not_yet_time() -> None:
    page = "\n".join(short_screening(screening(finding("pc_1203_4", Outcome.NOT_YET, day=dt.date(2027, 1, 2))), pack()))

    assert "pc_1203_4  Dismissal after probation  not yet before 2027-01-02" in page


def test_a_missing_fact_names_its_key() -> None:
    missing = (MissingFact("nexus.offense_date", "On which day was it?"),)
    page = "\n".join(show_screening(screening(finding("pc_236_14", Outcome.NEEDS_FACTS, missing=missing)), pack()))

    assert "Missing: On which day was it? (nexus.offense_date)" in page


def test_a_rule_in_use_is_not_called_a_draft() -> None:
    page = "\n".join(show_screening(screening(finding("pc_236_14", Outcome.AVAILABLE, status="in use")), pack()))

    assert "[rule:" not in page


def test_immigration_flags_warnings_and_what_was_not_screened_are_shown() -> None:
    flags = (ImmigrationFlag("cimt", "May be a crime involving moral turpitude.", "8 U.S.C. § 1182", "M"),)
    page = "\n".join(
        show_screening(screening(finding("pc_236_14", Outcome.BARRED), flags=flags, warnings=("Look twice.",)), pack())
    )

    assert "Immigration: May be a crime involving moral turpitude. (8 U.S.C. § 1182; M)" in page
    assert "- Look twice." in page
    assert page.endswith("  - pc_1473_7  Vacatur for prejudicial error, new evidence of innocence, or racial bias")


def test_a_draft_rule_says_what_may_be_relied_on_and_what_not() -> None:
    page = "\n".join(show_screening(screening(finding("pc_236_14", Outcome.AVAILABLE)), pack()))

    assert "Draft rules: not yet reviewed by counsel" in page
    assert "    Rely on: The text of section 236.14" in page
    assert "    Do not rely on: That relief will be granted" in page


def test_a_section_sign_stays_with_its_number() -> None:
    lines = list(
        show_screening(
            screening(finding("pc_236_14", Outcome.AVAILABLE, reasons=(replace(WHY, text="x " * 37),))), pack()
        )
    )

    assert not [line for line in lines if line.endswith(("§", "subd."))]
    assert "(Pen. Code, § 236.14)" in " ".join(line.strip() for line in lines)


def test_every_outcome_has_words_for_people() -> None:
    assert set(OUTCOMES) == set(Outcome)
